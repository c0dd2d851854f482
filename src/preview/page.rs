//! A page as a preview shows it: with what was found at its foot, and a script that waits for word of change.

use crate::render::html::escaped;

use super::session::Shown;

const SCRIPT: &str = include_str!("page.js");

const STYLE: &str = "\
#preview, #preview-ended { position: fixed; z-index: 9; inset: auto 0 0 0; max-height: 45vh; overflow: auto; padding: 0.75rem 1.25rem; \
background: #fff8e6; color: #1d2127; border-top: 4px solid #f5a623; font: 0.9rem/1.45 system-ui, sans-serif; }
#preview.broken, #preview-ended { background: #fdeeee; border-color: #c3262b; }
#preview summary { cursor: pointer; font-weight: 700; }
#preview pre { margin: 0.5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { #preview, #preview-ended { display: none; } }
";

/// A page of the report with all that a preview adds to it.
pub(super) fn shown(html: &str, shown: &Shown) -> String {
    let added = format!("<style>{STYLE}</style>\n{}{}", panel(shown), script(shown.version));
    match html.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{added}</body>{after}"),
        None => format!("{html}{added}"),
    }
}

/// What stands where there is no page of the name asked for: none could be made yet, or the report has others.
pub(super) fn without_page(state: &Shown) -> String {
    let link = |name: &str| {
        let name = escaped(name);
        format!("<li><a href=\"/{name}\">{name}</a></li>\n")
    };
    let others: String = state.names().map(link).collect();
    let (says, others) = if others.is_empty() {
        ("There is no report to show yet", others)
    } else {
        ("The report has no page of this name", format!("<p>It has:</p>\n<ul>\n{others}</ul>\n"))
    };
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Preview</title>\n</head>\n<body>\n<main>\n<h1>{says}</h1>\n{others}</main>\n</body>\n</html>\n"
    );
    shown(&page, state)
}

fn panel(shown: &Shown) -> String {
    if shown.findings.is_empty() {
        return String::new();
    }
    let (class, open, says) = if shown.broken {
        (
            " class=\"broken\"",
            " open",
            "The report can't be made as the files stand: this is the last one that could",
        )
    } else {
        ("", "", "Found in the files")
    };
    format!(
        "<aside id=\"preview\"{class} aria-label=\"Findings\"><details{open}>\
         <summary>{says}</summary><pre>{}</pre></details></aside>\n",
        escaped(&shown.findings)
    )
}

/// The script, with the version that the page shows.
fn script(version: u64) -> String {
    format!("<script data-version=\"{version}\">\n{SCRIPT}</script>\n")
}

#[cfg(test)]
mod tests {
    use super::{SCRIPT, Shown, shown, without_page};
    use crate::preview::request::WAIT;
    use crate::render::Page;

    #[test]
    fn findings_stand_in_the_page_as_words() {
        let state = Shown { findings: "<b>".to_owned(), broken: true, version: 3, ..Shown::default() };
        let page = shown("<html><body><p>x</p></body></html>", &state);
        assert!(page.contains("<pre>&lt;b&gt;</pre>"), "{page}");
        assert!(page.contains("<p>x</p>") && page.ends_with("</body></html>"), "{page}");
        assert!(page.contains("data-version=\"3\""), "{page}");
        assert!(without_page(&state).contains("&lt;b&gt;"));
    }

    #[test]
    fn a_page_that_there_is_not_leads_to_those_that_there_are() {
        let none = without_page(&Shown::default());
        assert!(none.contains("<h1>There is no report to show yet</h1>") && !none.contains("<ul>"), "{none}");
        let page = |name: &str| Page { name: name.to_owned(), content: String::new() };
        let pages = vec![page("a&b.html"), page("a&b.md")];
        let others = without_page(&Shown { pages, ..Shown::default() });
        assert!(others.contains("<h1>The report has no page of this name</h1>"), "{others}");
        assert_eq!(others.matches("<li>").count(), 1, "{others}");
        assert!(others.contains("<a href=\"/a&amp;b.html\">a&amp;b.html</a>"), "{others}");
    }

    #[test]
    fn the_script_waits_where_word_of_change_is_given() {
        assert!(SCRIPT.contains(&format!("fetch(`{WAIT}${{version}}`")), "{SCRIPT}");
    }

    #[test]
    fn nothing_is_said_where_nothing_was_found() {
        assert!(!shown("<body></body>", &Shown::default()).contains("<aside"));
    }
}

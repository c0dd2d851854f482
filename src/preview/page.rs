//! A page as a preview shows it: with what was found at its foot, and a script that waits for word of change.

use crate::render::html::escaped;

use super::request::WAIT;
use super::session::Shown;

const STYLE: &str = "\
#preview { position: fixed; z-index: 9; inset: auto 0 0 0; max-height: 45vh; overflow: auto; padding: 0.75rem 1.25rem; \
background: #fff8e6; color: #1d2127; border-top: 4px solid #f5a623; font: 0.9rem/1.45 system-ui, sans-serif; }
#preview.broken { background: #fdeeee; border-color: #c3262b; }
#preview summary { cursor: pointer; font-weight: 700; }
#preview pre { margin: 0.5rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { #preview { display: none; } }
";

/// A page of the report with all that a preview adds to it.
pub(super) fn shown(html: &str, shown: &Shown) -> String {
    let added = format!("{}{}", panel(shown), script(shown.version));
    match html.rsplit_once("</body>") {
        Some((before, after)) => format!("{before}{added}</body>{after}"),
        None => format!("{html}{added}"),
    }
}

/// The page that stands where none could be made yet.
pub(super) fn without_report(state: &Shown) -> String {
    let page = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
                <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
                <title>Preview</title>\n</head>\n<body>\n<h1>There is no report to show yet</h1>\n</body>\n</html>\n";
    shown(page, state)
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
        "<style>{STYLE}</style>\n<aside id=\"preview\"{class} aria-label=\"Findings\"><details{open}>\
         <summary>{says}</summary><pre>{}</pre></details></aside>\n",
        escaped(&shown.findings)
    )
}

/// Keeps the place on the page from one version to the next.
fn script(version: u64) -> String {
    format!(
        "<script>\n(() => {{\n  const place = \"preview:\" + location.pathname;\n  \
         const top = sessionStorage.getItem(place);\n  history.scrollRestoration = \"manual\";\n  \
         if (top !== null && !location.hash) scrollTo({{ top: Number(top), behavior: \"instant\" }});\n  \
         addEventListener(\"scroll\", () => sessionStorage.setItem(place, scrollY), {{ passive: true }});\n  \
         const again = () => {{\n    sessionStorage.setItem(place, scrollY);\n    \
         history.replaceState(null, \"\", location.pathname);\n    location.reload();\n  }};\n  \
         const wait = () => fetch(\"{WAIT}{version}\", {{ cache: \"no-store\" }})\n    \
         .then((answer) => answer.text())\n    \
         .then((newest) => (newest === \"{version}\" ? wait() : again()))\n    \
         .catch(() => setTimeout(wait, 500));\n  wait();\n}})();\n</script>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{Shown, shown, without_report};

    #[test]
    fn findings_stand_in_the_page_as_words() {
        let state = Shown { findings: "<b>".to_owned(), broken: true, version: 3, ..Shown::default() };
        let page = shown("<html><body><p>x</p></body></html>", &state);
        assert!(page.contains("<pre>&lt;b&gt;</pre>"), "{page}");
        assert!(page.contains("<p>x</p>") && page.ends_with("</body></html>"), "{page}");
        assert!(page.contains("/preview/newer-than/3"), "{page}");
        assert!(without_report(&state).contains("&lt;b&gt;"));
    }

    #[test]
    fn nothing_is_said_where_nothing_was_found() {
        assert!(!shown("<body></body>", &Shown::default()).contains("<aside"));
    }
}

//! What the writer sets, escapes and leaves out.

use crate::diagnostic::Findings;
use crate::figures::Published;
use crate::load::{Files, Folder, ReadFault};
use crate::model::FigureId;
use crate::render::Templates;
use crate::render::chart::STYLE;
use crate::render::document::{Block, Column, Document, Heading, Inline, List, Marks, Side, Table};
use crate::render::sample::{facts, story};

use super::write;

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

/// The body of `main` for these blocks.
fn main_of(main: Vec<Block>) -> String {
    let page = write(&Document { main, ..Document::default() });
    let (_, after) = page.split_once("<main id=\"main\">\n").unwrap();
    after.split_once("</main>").unwrap().0.to_owned()
}

#[test]
fn running_text_is_escaped_and_figures_carry_their_ids() {
    let id = FigureId::parse("contacts[source=R&D \"x\"]").unwrap();
    let content = vec![
        text("<b> & "),
        Inline::Strong(vec![Inline::Figure { id, words: ">20".to_owned() }]),
        Inline::LineBreak,
        Inline::Link { address: "https://a.org/?b=\"c\"&d".to_owned(), content: vec![text("there")] },
        Inline::Link { address: "javascript:x".to_owned(), content: vec![text("not there")] },
        Inline::Code("<i>".to_owned()),
    ];
    let expected = "<p>&lt;b&gt; &amp; <strong>\
        <data value=\"contacts[source=R&amp;D &quot;x&quot;]\">&gt;20</data></strong><br>\n\
        <a href=\"https://a.org/?b=&quot;c&quot;&amp;d\">there</a>not there<code>&lt;i&gt;</code></p>\n";
    assert_eq!(main_of(vec![Block::Paragraph(content)]), expected);
}

#[test]
fn close_lists_have_no_paragraphs_and_numbers_go_on() {
    let items = vec![vec![Block::Paragraph(vec![text("a")])], vec![Block::Paragraph(vec![text("b")])]];
    let close = Block::List(List { marks: Marks::Numbers(3), tight: true, items: items.clone() });
    assert_eq!(main_of(vec![close]), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    let apart = Block::List(List { marks: Marks::Bullets, tight: false, items });
    assert_eq!(main_of(vec![apart]), "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n");
}

/// A table of one row, with a column for each of `years` beside its first.
fn table(caption: &str, years: &[&str]) -> Block {
    let column = |header: &str, side| Column { header: vec![text(header)], side };
    let numbers = years.iter().map(|_| vec![text("6,014")]);
    Block::Table(Table {
        caption: if caption.is_empty() { Vec::new() } else { vec![text(caption)] },
        columns: std::iter::once(column("Figure", Side::Left))
            .chain(years.iter().map(|year| column(year, Side::Right)))
            .collect(),
        rows: vec![std::iter::once(vec![text("Contacts")]).chain(numbers).collect()],
        ..Table::default()
    })
}

#[test]
fn tables_have_captions_and_scopes() {
    let expected = "<div class=\"table narrow\">\n<table>\n<caption>The front door</caption>\n\
        <thead>\n<tr><th scope=\"col\">Figure</th><th scope=\"col\" class=\"number\">2013/14</th></tr>\n</thead>\n\
        <tbody>\n<tr><th scope=\"row\">Contacts</th><td class=\"number\">6,014</td></tr>\n</tbody>\n</table>\n</div>\n";
    assert_eq!(main_of(vec![table("The front door", &["2013/14"])]), expected);
}

#[test]
fn a_wide_table_has_a_frame_to_scroll_which_no_other_is_called_like() {
    let wide = || table("The front door", &["2013/14", "2012/13", "2011/12"]);
    let page = main_of(vec![wide(), wide()]);
    for frame in [
        "<section class=\"table\" tabindex=\"0\" aria-labelledby=\"table.1\">\n<table>\n<caption id=\"table.1\">",
        "<section class=\"table\" tabindex=\"0\" aria-label=\"The front door (table 2)\">\n<table>\n<caption>",
    ] {
        assert!(page.contains(frame), "{frame}: {page}");
    }
}

#[test]
fn a_draft_says_so_at_the_head_of_each_printed_page() {
    let page = |status: &str| {
        write(&Document {
            title: "Annual report".to_owned(),
            status: status.to_owned(),
            ..Document::default()
        })
    };
    assert!(page("Draft 3").contains("@top-right { content: \"Annual report, Draft 3\";"));
    assert!(page("").contains("@top-right { content: \"Annual report\";"));
}

#[test]
fn a_table_without_a_caption_is_called_by_its_heading() {
    let heading =
        Heading { level: 2, id: "members".to_owned(), content: vec![text("Members")], ..Heading::default() };
    let page = main_of(vec![Block::Heading(heading), table("", &["2013/14"])]);
    assert!(page.contains("<table>\n<caption class=\"heard\">Members</caption>"), "{page}");
}

#[test]
fn longer_pages_have_a_table_of_contents() {
    let heading = |level, id: &str| {
        Block::Heading(Heading {
            level,
            id: id.to_owned(),
            content: vec![text(&id.to_uppercase())],
            ..Heading::default()
        })
    };
    let main = vec![heading(2, "a"), heading(3, "b"), heading(4, "x"), heading(3, "c"), heading(2, "d")];
    assert!(!write(&Document { main: main.clone(), ..Document::default() }).contains("<nav"));
    let main = [main, vec![heading(2, "e"), heading(3, "f")]].concat();
    let page = write(&Document { main, ..Document::default() });
    let expected = "<ul>\n<li><a href=\"#a\">A</a>\n<ul>\n<li><a href=\"#b\">B</a></li>\n<li><a href=\"#c\">C</a></li>\n\
        </ul>\n</li>\n<li><a href=\"#d\">D</a></li>\n<li><a href=\"#e\">E</a>\n<ul>\n<li><a href=\"#f\">F</a></li>\n\
        </ul>\n</li>\n</ul>\n</nav>";
    assert!(page.contains(expected), "{page}");
}

#[test]
fn a_status_has_a_colour_beside_its_words_and_only_in_a_column_of_statuses() {
    let column = |header| Column { header: vec![text(header)], side: Side::Left };
    let row = |action, status| vec![vec![text(action)], vec![text(status)]];
    let table = Table {
        columns: vec![column("Action"), column("Status")],
        rows: vec![row("red", "amber/red"), row("x", "unknown")],
        ..Table::default()
    };
    let page = main_of(vec![Block::Table(table)]);
    assert!(
        page.contains("<tr><th scope=\"row\">red</th><td class=\"status amber-red\">amber/red</td></tr>"),
        "{page}"
    );
    assert!(page.contains("<tr><th scope=\"row\">x</th><td>unknown</td></tr>"), "{page}");
}

struct Nothing;

impl Folder for Nothing {
    fn read(&self, _: &str) -> Result<Vec<u8>, ReadFault> {
        Err(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        Vec::new()
    }
}

#[test]
fn a_page_is_one_file_with_landmarks_and_one_title() {
    let templates = Templates::builtin(&mut Files::of(&Nothing));
    let (story, figures, facts) = (story(), Published::default(), facts());
    let page =
        templates.ready((&story, &figures), &facts).page("executive-summary", &mut Findings::default());
    let html = write(&page.unwrap());
    for (part, times) in [
        ("<html lang=\"en-GB\">", 1),
        (
            "<title>Annual report 2013/14, executive summary: Exampleshire Safeguarding Children Board</title>",
            1,
        ),
        ("<h1 ", 1),
        ("<header>", 1),
        ("<main id=\"main\">", 1),
        ("<footer>", 1),
        ("<nav ", 1),
        ("<a class=\"skip\" href=\"#main\">", 1),
        ("<data value=\"contacts\">6,014</data> contacts", 1),
        ("<script", 0),
        ("src=", 0),
        ("url(", 0),
        ("@import", 0),
        ("\u{E000}", 0),
        ("\u{E002}", 0),
    ] {
        assert_eq!(html.matches(part).count(), times, "{part}");
    }
}

/// A brace too many would take the rules after it away, without a word from any browser.
#[test]
fn every_rule_of_a_style_is_closed_once() {
    let page = write(&Document { cover: true, ..Document::default() });
    let (_, style) = page.split_once("<style>").unwrap();
    let style = format!("{}{STYLE}", style.split_once("</style>").unwrap().0);
    let mut depth = 0_usize;
    for (number, line) in style.lines().enumerate() {
        for brace in line.chars() {
            match brace {
                '{' => depth += 1,
                '}' => depth = depth.checked_sub(1).unwrap_or_else(|| panic!("line {number}: {line}")),
                _ => {}
            }
        }
    }
    assert_eq!(depth, 0);
}

//! Where the pages show a figure: under which heading of which template, in a paragraph or in a table.

use crate::model::FigureId;
use crate::render::document::{Block, Document, Inline, Table, words};

/// A place of a page that shows a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The template that the page is made by.
    pub(super) template: String,
    /// The heading that it stands under, with its number.
    pub(super) heading: String,
    /// "paragraph", "paragraph 3.1.2", "table: The front door", "heading".
    pub(super) within: String,
    /// What the page says there.
    pub(super) words: String,
}

/// Every place in `pages` (a template's name and its page) where `id` is shown, in reading order.
pub(super) fn places(id: &FigureId, pages: &[(String, Document)]) -> Vec<Shown> {
    let mut found = Vec::new();
    for (template, page) in pages {
        let mut walk = Walk { id, template, heading: String::new(), found: &mut found };
        page.blocks().for_each(|block| walk.block(block));
    }
    found
}

struct Walk<'w> {
    id: &'w FigureId,
    template: &'w str,
    heading: String,
    found: &'w mut Vec<Shown>,
}

impl Walk<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => {
                self.heading = heading.words();
                self.text(&heading.content, "heading");
            }
            Block::Paragraph(content) => self.text(content, "paragraph"),
            Block::Numbered(numbered) => {
                self.text(&numbered.content, &format!("paragraph {}", numbered.number));
            }
            Block::List(list) => list.items.iter().flatten().for_each(|block| self.block(block)),
            Block::Quote(blocks) => blocks.iter().for_each(|block| self.block(block)),
            Block::Table(table) => self.table(table, &words(&table.caption), "table"),
            Block::Chart(chart) => self.table(&chart.table, &chart.title, "chart"),
            Block::Code(_) | Block::Rule => {}
        }
    }

    /// The cells of a table, or of the table that a chart shows.
    fn table(&mut self, table: &Table, title: &str, form: &str) {
        let within = if title.is_empty() { form.to_owned() } else { format!("{form}: {title}") };
        let headers = table.columns.iter().map(|column| &column.header);
        table.rows.iter().flatten().chain(headers).for_each(|cell| self.text(cell, &within));
    }

    fn text(&mut self, content: &[Inline], within: &str) {
        for inline in content {
            match inline {
                Inline::Figure { id, words } if id == self.id => self.found.push(Shown {
                    template: self.template.to_owned(),
                    heading: self.heading.clone(),
                    within: within.to_owned(),
                    words: words.clone(),
                }),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                    self.text(inner, within);
                }
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, places};
    use crate::model::FigureId;
    use crate::render::document::{Block, Document, Heading, Inline, Table};

    #[test]
    fn a_figure_is_found_in_text_and_tables_under_its_heading() {
        let id = FigureId::of("contacts");
        let figure = || Inline::Figure { id: FigureId::of("contacts"), words: "6,014".into() };
        let text = |text: &str| vec![Inline::Text(text.into())];
        let heading =
            Heading { level: 2, number: "3".into(), content: text("Activity"), ..Heading::default() };
        let table =
            Table { caption: text("The front door"), rows: vec![vec![vec![figure()]]], ..Table::default() };
        let page = Document {
            main: vec![
                Block::Paragraph(text("Nothing.")),
                Block::Heading(heading),
                Block::Quote(vec![Block::Paragraph(vec![Inline::Strong(vec![figure()])])]),
                Block::Table(table),
            ],
            ..Document::default()
        };
        let shown = |within: &str| Shown {
            template: "annual-report".into(),
            heading: "3 Activity".into(),
            within: within.into(),
            words: "6,014".into(),
        };
        let pages = [("annual-report".to_owned(), page)];
        assert_eq!(places(&id, &pages), [shown("paragraph"), shown("table: The front door")]);
        assert_eq!(places(&FigureId::of("referrals"), &pages), []);
    }
}

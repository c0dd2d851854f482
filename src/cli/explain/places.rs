//! Where the pages show a figure: under which heading of which template, in a paragraph or in a table.

use crate::compare::sentences;
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
    /// The sentence that shows it there, or all that the cell says.
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
            Block::Chart(chart) => {
                let title = words(&chart.title);
                self.text(&chart.title, &format!("chart: {title}"));
                self.table(&chart.table, &title, "chart");
            }
            Block::Code(_) | Block::Rule => {}
        }
    }

    /// The cells of a table, or of the table that a chart shows.
    fn table(&mut self, table: &Table, title: &str, form: &str) {
        let within = if title.is_empty() { form.to_owned() } else { format!("{form}: {title}") };
        let headers = table.columns.iter().map(|column| &column.header);
        table.rows.iter().flatten().chain(headers).for_each(|cell| self.text(cell, &within));
    }

    /// Each sentence that shows the figure, once.
    fn text(&mut self, content: &[Inline], within: &str) {
        let (mut said, mut shown) = (String::new(), Vec::new());
        self.read(content, &mut said, &mut shown);
        let mut end = 0_usize;
        for sentence in sentences(&said) {
            let start = end;
            end = start.saturating_add(sentence.len());
            if shown.iter().any(|at| (start..end).contains(at)) {
                self.found.push(Shown {
                    template: self.template.to_owned(),
                    heading: self.heading.clone(),
                    within: within.to_owned(),
                    words: sentence.trim().to_owned(),
                });
            }
        }
    }

    /// Gathers what running text says, and where in it the figure is shown.
    fn read(&self, content: &[Inline], said: &mut String, shown: &mut Vec<usize>) {
        for inline in content {
            match inline {
                Inline::Figure { id, words } => {
                    shown.extend((id == self.id).then_some(said.len()));
                    said.push_str(words);
                }
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                    self.read(inner, said, shown);
                }
                other => said.push_str(&words(std::slice::from_ref(other))),
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
                Block::Quote(vec![Block::Paragraph(vec![
                    Inline::Text("All is well. There were ".into()),
                    Inline::Strong(vec![figure()]),
                    Inline::Text(" contacts. The others are few.".into()),
                ])]),
                Block::Table(table),
            ],
            ..Document::default()
        };
        let shown = |within: &str, words: &str| Shown {
            template: "annual-report".into(),
            heading: "3 Activity".into(),
            within: within.into(),
            words: words.into(),
        };
        let pages = [("annual-report".to_owned(), page)];
        assert_eq!(
            places(&id, &pages),
            [shown("paragraph", "There were 6,014 contacts."), shown("table: The front door", "6,014")]
        );
        assert_eq!(places(&FigureId::of("referrals"), &pages), []);
    }
}

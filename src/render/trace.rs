//! Where a page uses its figures ↔ where it says how each was worked out: links there, section by section, and back.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::lookup::Lookup;
use crate::model::{FigureId, Period, Suffix};

use super::document::{Block, Cell, Column, Document, Heading, Inline, Side, Table};

/// The figures that a section uses and the page explains.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The heading's address.
    pub section: String,
    /// What the heading says.
    pub title: String,
    /// The figures with what they are called, each once, in reading order.
    pub figures: Vec<(FigureId, String)>,
}

/// What sets a figure beside its own year before.
const COMPARED: [Suffix; 3] = [Suffix::Previous, Suffix::Change, Suffix::ChangePercent];

/// The figure itself and those by which it is explained: without what compares it with the year before, since that
/// is worked out in the same way, and where it is of one month, the figure of all months.
pub(super) fn origins(id: &FigureId) -> impl DoubleEndedIterator<Item = Cow<'_, FigureId>> {
    let is_compared = id.suffixes().iter().any(|suffix| COMPARED.contains(suffix));
    let base = if is_compared { Cow::Owned(without_comparison(id)) } else { Cow::Borrowed(id) };
    let is_of_month = matches!(base.period(), Some(Period::Month(_)));
    let whole = is_of_month.then(|| Cow::Owned(FigureId::clone(&base).without_period()));
    [Some(Cow::Borrowed(id)), is_compared.then_some(base), whole].into_iter().flatten()
}

fn without_comparison(id: &FigureId) -> FigureId {
    let mut base = FigureId::of(id.name()).selecting(id.selection().clone());
    if let Some(period) = id.period() {
        base = base.at(period);
    }
    let made = id.suffixes().iter().copied().filter(|suffix| !COMPARED.contains(suffix));
    made.fold(base, FigureId::then)
}

/// Takes out of what explains figures those that the page does not give: a block that no template lays out may hold
/// more. Where nothing is left to explain, the heading goes too.
pub(super) fn prune(document: &mut Document) {
    let unused = unused(document);
    if !unused.is_empty() {
        let is_used = |row: &[Cell]| named(row).is_none_or(|(id, _)| !unused.contains(id));
        document.main = keep_rows(std::mem::take(&mut document.main), explains, is_used);
    }
}

/// The figures that a page explains and does not give.
fn unused(document: &Document) -> BTreeSet<FigureId> {
    let names = Names::of(document);
    let mut used = vec![false; names.figures.len()];
    let told = document.blocks().filter(|block| explanations(block).is_none());
    told.for_each(|block| {
        each_figure(block, &mut |id| {
            let name = names.explaining(id).and_then(|position| used.get_mut(position));
            name.into_iter().for_each(|used| *used = true);
        });
    });
    let unused = names.figures.iter().zip(used).filter(|(_, used)| !*used);
    unused.map(|((id, _), _)| (*id).clone()).collect()
}

/// The blocks with only those rows `of` some tables that `keep` wants; a table of which none is left goes, with its
/// heading and what stands beneath that.
pub(super) fn keep_rows(
    blocks: Vec<Block>,
    of: impl Fn(&Table) -> bool,
    keep: impl Fn(&[Cell]) -> bool,
) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Table(mut table) if of(&table) => {
                table.rows.retain(|row| keep(row));
                if table.rows.is_empty() {
                    let heading = kept.iter().rposition(|block| matches!(block, Block::Heading(_)));
                    kept.truncate(heading.unwrap_or(kept.len()));
                } else {
                    kept.push(Block::Table(table));
                }
            }
            block => kept.push(block),
        }
    }
    kept
}

/// The figures that a page explains, each once.
struct Names<'d> {
    /// With what they are called.
    figures: Vec<(&'d FigureId, &'d str)>,
    /// Where each stands among them.
    positions: Lookup<&'d FigureId, usize>,
}

impl<'d> Names<'d> {
    fn of(document: &'d Document) -> Self {
        let tables = document.main.iter().filter_map(explanations);
        let mut names = Self { figures: Vec::new(), positions: Lookup::default() };
        for (id, name) in tables.flat_map(|table| &table.rows).filter_map(|row| named(row)) {
            names.positions.entry(id).or_insert_with(|| {
                names.figures.push((id, name));
                names.figures.len().saturating_sub(1)
            });
        }
        names
    }

    /// The position of a figure itself, else of the nearest of those by which it is explained.
    fn explaining(&self, id: &FigureId) -> Option<usize> {
        self.position(id).or_else(|| origins(id).skip(1).find_map(|id| self.position(&id)))
    }

    fn position(&self, id: &FigureId) -> Option<usize> {
        self.positions.get(id).copied()
    }
}

/// Links what explains figures with the sections that use them: each table of explanations gets a column of where
/// its figures are used, and the document the list of what each section uses.
pub(super) fn trace(document: &mut Document) {
    let (mut sections, uses) = uses(document);
    for block in &mut document.main {
        if let Block::Table(table) = block
            && explains(table)
        {
            add_uses(table, |id| {
                let used = uses.get(id)?;
                Some(used.iter().filter_map(|position| sections.get(*position)).collect())
            });
        }
    }
    sections.retain(|section| !section.figures.is_empty());
    document.sources = sections;
}

/// The sections of a page with what they use, and of each figure that the page explains the positions of those that
/// use it.
fn uses(document: &Document) -> (Vec<Sources>, Lookup<FigureId, Vec<usize>>) {
    let names = Names::of(document);
    let opening = document.header.iter().find_map(section);
    let opening = opening.map(|page| Sources { title: "the opening".to_owned(), ..page });
    let mut sections: Vec<Sources> = opening.into_iter().collect();
    let mut uses: Vec<Vec<usize>> = vec![Vec::new(); names.figures.len()];
    for block in &document.main {
        match block {
            Block::Heading(Heading { level: ..=3, .. }) => sections.extend(section(block)),
            Block::Table(table) if explains(table) => {}
            block => each_figure(block, &mut |id| {
                let (Some(here), Some(position)) = (sections.len().checked_sub(1), names.explaining(id))
                else {
                    return;
                };
                let used = uses.get_mut(position).filter(|used| used.last() != Some(&here));
                if let (Some(used), Some(section)) = (used, sections.last_mut()) {
                    used.push(here);
                    let name = names.figures.get(position);
                    section.figures.extend(name.map(|(id, name)| ((*id).clone(), (*name).to_owned())));
                }
            }),
        }
    }
    (sections, names.figures.iter().map(|(id, _)| (*id).clone()).zip(uses).collect())
}

fn section(block: &Block) -> Option<Sources> {
    let Block::Heading(heading) = block else { return None };
    Some(Sources { section: heading.id.clone(), title: heading.words(), figures: Vec::new() })
}

fn explanations(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table) if explains(table) => Some(table),
        _ => None,
    }
}

/// Whether a table says how figures were worked out: its rows are called by them.
fn explains(table: &Table) -> bool {
    table.rows.iter().any(|row| named(row).is_some())
}

fn named(row: &[Cell]) -> Option<(&FigureId, &str)> {
    match row.first()?.as_slice() {
        [Inline::Name { id, words }] => Some((id, words)),
        _ => None,
    }
}

fn add_uses<'s>(table: &mut Table, uses: impl Fn(&FigureId) -> Option<Vec<&'s Sources>>) {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    table.columns.push(Column { header: text("Used in"), side: Side::Left });
    for row in &mut table.rows {
        let used = named(row).and_then(|(id, _)| uses(id));
        let mut cell = Cell::new();
        for section in used.into_iter().flatten() {
            if !cell.is_empty() {
                cell.extend(text("; "));
            }
            cell.push(Inline::Link {
                address: format!("#{}", section.section),
                content: text(&section.title),
            });
        }
        row.push(if cell.is_empty() { text("the opening") } else { cell });
    }
}

/// Calls `found` with each figure in a block, in reading order.
fn each_figure(block: &Block, found: &mut dyn FnMut(&FigureId)) {
    match block {
        Block::Paragraph(content) => in_running(content, found),
        Block::Heading(heading) => in_running(&heading.content, found),
        Block::Numbered(numbered) => in_running(&numbered.content, found),
        Block::Quote(inner) => inner.iter().for_each(|block| each_figure(block, found)),
        Block::List(list) => list.items.iter().flatten().for_each(|block| each_figure(block, found)),
        Block::Table(table) => table.rows.iter().flatten().for_each(|cell| in_running(cell, found)),
        Block::Chart(chart) => {
            chart.table.rows.iter().flatten().for_each(|cell| in_running(cell, found));
        }
        Block::Code(_) | Block::Rule => {}
    }
}

fn in_running(content: &[Inline], found: &mut dyn FnMut(&FigureId)) {
    for inline in content {
        match inline {
            Inline::Figure { id, .. } => found(id),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => {
                in_running(inner, found);
            }
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::Name { .. }
            | Inline::Acronym { .. }
            | Inline::Sparkline(_)
            | Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{origins, prune, trace};
    use crate::model::FigureId;
    use crate::render::document::{Block, Column, Document, Heading, Inline, Side, Table};
    use crate::render::markdown;

    fn id(text: &str) -> FigureId {
        FigureId::parse(text).unwrap()
    }

    #[test]
    fn a_comparison_is_explained_by_its_figure_and_a_month_by_its_year() {
        for (given, expected) in [
            ("contacts", vec!["contacts"]),
            ("contacts.previous", vec!["contacts.previous", "contacts"]),
            ("referrals.per_10000.change", vec!["referrals.per_10000.change", "referrals.per_10000"]),
            (
                "contacts[2024-04,source=Police]",
                vec!["contacts[2024-04,source=Police]", "contacts[source=Police]"],
            ),
            (
                "contacts[2024-04].previous",
                vec!["contacts[2024-04].previous", "contacts[2024-04]", "contacts"],
            ),
            ("contacts[2023/24]", vec!["contacts[2023/24]"]),
        ] {
            let origins: Vec<FigureId> = origins(&id(given)).map(Cow::into_owned).collect();
            assert_eq!(origins, expected.into_iter().map(id).collect::<Vec<_>>(), "{given}");
        }
    }

    #[test]
    fn explanations_lead_back_to_each_section_that_uses_the_figure() {
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let figure = |name| Block::Paragraph(vec![Inline::Figure { id: id(name), words: "5".to_owned() }]);
        let heading = |level, name: &str| {
            Block::Heading(Heading {
                level,
                id: name.to_lowercase(),
                content: text(name),
                ..Heading::default()
            })
        };
        let name = |name, words: &str| vec![vec![Inline::Name { id: id(name), words: words.to_owned() }]];
        let table = Table {
            columns: vec![Column { header: text("Figure"), side: Side::Left }],
            rows: vec![name("a", "Contacts"), name("b", "Unused")],
            ..Table::default()
        };
        let main = vec![
            figure("a"),
            heading(2, "One"),
            figure("a"),
            figure("a.change"),
            heading(4, "Deep"),
            figure("a[2024-04]"),
            heading(3, "Two"),
            Block::Quote(vec![figure("a.previous")]),
            figure("unexplained"),
            heading(2, "How"),
            Block::Table(table),
        ];
        let mut document = Document { header: vec![heading(1, "Page")], main, ..Document::default() };
        trace(&mut document);
        let sections: Vec<(&str, usize)> =
            document.sources.iter().map(|s| (s.section.as_str(), s.figures.len())).collect();
        assert_eq!(sections, [("page", 1), ("one", 1), ("two", 1)]);
        let page = markdown::write(&document);
        assert!(
            page.contains(
                "| Contacts | [the opening](#page); [One](#one); [Two](#two) |\n| Unused | the opening |"
            ),
            "{page}"
        );
    }

    #[test]
    fn what_the_page_does_not_give_is_not_explained() {
        let text = |words: &str| vec![Inline::Text(words.to_owned())];
        let given = |name| Block::Paragraph(vec![Inline::Figure { id: id(name), words: "5".to_owned() }]);
        let heading =
            |name: &str| Block::Heading(Heading { level: 2, content: text(name), ..Heading::default() });
        let row = |name: &str| vec![vec![Inline::Name { id: id(name), words: name.to_uppercase() }]];
        let workings = |rows: &[&str]| Table {
            columns: vec![Column { header: text("Figure"), side: Side::Left }],
            rows: rows.iter().map(|name| row(name)).collect(),
            ..Table::default()
        };
        let page = |main| {
            let mut document = Document { main, ..Document::default() };
            prune(&mut document);
            markdown::write(&document)
        };
        let main = vec![given("a[2024-04]"), heading("How"), Block::Table(workings(&["a", "b"]))];
        assert_eq!(page(main), "5\n\n## How\n\n| Figure |\n| :-- |\n| A |\n");
        let (intro, table) = (Block::Paragraph(text("So:")), Block::Table(workings(&["a", "b"])));
        let main =
            vec![heading("One"), given("c"), heading("How"), intro, table, heading("Last"), given("d")];
        assert_eq!(page(main), "## One\n\n5\n\n## Last\n\n5\n");
    }
}

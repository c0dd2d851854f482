//! Where a page uses its figures ↔ where it says how each was worked out: links there, section by section, and back.

use std::collections::{BTreeMap, BTreeSet};

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
pub(super) fn origins(id: &FigureId) -> Vec<FigureId> {
    let mut origins = vec![id.clone()];
    let mut base = FigureId::of(id.name()).selecting(id.selection().clone());
    if let Some(period) = id.period() {
        base = base.at(period);
    }
    let made = id.suffixes().iter().copied().filter(|suffix| !COMPARED.contains(suffix));
    base = made.fold(base, FigureId::then);
    let of_month = matches!(base.period(), Some(Period::Month(_)));
    origins.push(base.clone());
    origins.extend(of_month.then(|| base.without_period()));
    origins.dedup();
    origins
}

/// Takes out of what explains figures those that the page does not give: a block that no template lays out may hold
/// more. Where nothing is left to explain, the heading goes too.
pub(super) fn prune(document: &mut Document) {
    let names = names(document);
    let mut used = BTreeSet::new();
    let told = document.blocks().filter(|block| explanations(block).is_none());
    told.for_each(|block| {
        each_figure(block, &mut |id| {
            used.extend(explained_by(id, |id| names.get_key_value(id)).map(|(id, _)| (*id).clone()));
        });
    });
    let is_used = |row: &[Cell]| named(row).is_none_or(|(id, _)| used.contains(id));
    document.main = keep_rows(std::mem::take(&mut document.main), explains, is_used);
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

/// The figures that a page explains, with what they are called.
fn names(document: &Document) -> BTreeMap<&FigureId, &str> {
    let tables = document.main.iter().filter_map(explanations);
    tables.flat_map(|table| &table.rows).filter_map(|row| named(row)).collect()
}

/// What `find` finds of a figure itself, else of the nearest of those by which it is explained.
fn explained_by<T>(id: &FigureId, find: impl Fn(&FigureId) -> Option<T>) -> Option<T> {
    find(id).or_else(|| origins(id).iter().skip(1).find_map(find))
}

/// Links what explains figures with the sections that use them: each table of explanations gets a column of where
/// its figures are used, and the document the list of what each section uses.
pub(super) fn trace(document: &mut Document) {
    let names = names(document);
    if names.is_empty() {
        return;
    }
    let opening = document.header.iter().find_map(section);
    let opening = opening.map(|page| Sources { title: "the opening".to_owned(), ..page });
    let mut sections: Vec<Sources> = opening.into_iter().collect();
    for block in &document.main {
        match block {
            Block::Heading(Heading { level: ..=3, .. }) => sections.extend(section(block)),
            Block::Table(table) if explains(table) => {}
            block => {
                if let Some(here) = sections.last_mut() {
                    each_figure(block, &mut |id| use_of(id, &names, here));
                }
            }
        }
    }
    sections.retain(|section| !section.figures.is_empty());
    let mut uses: BTreeMap<&FigureId, Vec<&Sources>> = BTreeMap::new();
    for section in &sections {
        for (id, _) in &section.figures {
            uses.entry(id).or_default().push(section);
        }
    }
    for block in &mut document.main {
        if let Block::Table(table) = block
            && explains(table)
        {
            add_uses(table, &uses);
        }
    }
    document.sources = sections;
}

fn section(block: &Block) -> Option<Sources> {
    let Block::Heading(heading) = block else { return None };
    Some(Sources { section: heading.id.clone(), title: heading.words(), figures: Vec::new() })
}

fn use_of(id: &FigureId, names: &BTreeMap<&FigureId, &str>, section: &mut Sources) {
    let told = explained_by(id, |id| names.get_key_value(id));
    if let Some((id, name)) = told.filter(|(id, _)| section.figures.iter().all(|(known, _)| known != **id)) {
        section.figures.push(((*id).clone(), (*name).to_owned()));
    }
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

fn add_uses(table: &mut Table, uses: &BTreeMap<&FigureId, Vec<&Sources>>) {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    table.columns.push(Column { header: text("Used in"), side: Side::Left });
    for row in &mut table.rows {
        let used = named(row).and_then(|(id, _)| uses.get(id));
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
            assert_eq!(origins(&id(given)), expected.into_iter().map(id).collect::<Vec<_>>(), "{given}");
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
        let mut document = Document { main, ..Document::default() };
        trace(&mut document);
        let sections: Vec<(&str, usize)> =
            document.sources.iter().map(|s| (s.section.as_str(), s.figures.len())).collect();
        assert_eq!(sections, [("one", 1), ("two", 1)]);
        let page = markdown::write(&document);
        assert!(page.contains("| Contacts | [One](#one); [Two](#two) |\n| Unused | the opening |"), "{page}");
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

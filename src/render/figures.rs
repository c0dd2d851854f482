//! What is said of figures, and tables of them: `words` and `narrative` → the document tree.

use crate::model::FigureId;
use crate::narrative::{self, TableCell};
use crate::words::{Piece, Said};

use super::chart::months_line;
use super::document::{Block, Cell, Column, Inline, Side, Table};

/// What is said of figures as running text, each number by its figure.
pub(super) fn pieces(said: &Said) -> Vec<Inline> {
    let piece = |piece: &Piece| match &piece.id {
        Some(id) => Inline::Figure { id: id.clone(), words: piece.words.clone() },
        None => Inline::Text(piece.words.clone()),
    };
    said.pieces().iter().map(piece).collect()
}

/// A table of figures as blocks: after it the numbers of the small lines in it.
pub(super) fn figures_tables(table: &narrative::Table) -> impl Iterator<Item = Block> {
    let behind = table
        .behind
        .as_ref()
        .map(|behind| Table { aside: Some("Table: month by month"), ..figures_table(behind) });
    std::iter::once(figures_table(table)).chain(behind).map(Block::Table)
}

/// A table of figures as a block: its rows have headers, its numbers line up on the right.
pub(super) fn figures_table(table: &narrative::Table) -> Table {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let columns = table.columns.iter().enumerate().map(|(position, header)| Column {
        header: text(header),
        side: if position == 0 || shows_months(table, position) { Side::Left } else { Side::Right },
    });
    let rows = table.rows.iter().map(|row| {
        let header = std::iter::once(text(&row.header));
        header.chain(row.cells.iter().map(figure_cell)).collect()
    });
    let notes = table.notes.clone();
    Table {
        caption: pieces(&table.caption),
        columns: columns.collect(),
        rows: rows.collect(),
        notes,
        aside: None,
    }
}

/// Whether a column has cells with months in them.
fn shows_months(table: &narrative::Table, position: usize) -> bool {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(position.checked_sub(1)?));
    cells.into_iter().any(|cell| cell.months.is_some())
}

fn figure_cell(cell: &TableCell) -> Cell {
    if let Some(months) = &cell.months {
        return months_cell(months);
    }
    let words = cell.words.clone();
    let figure = |id: &FigureId| Inline::Figure { id: id.clone(), words: words.clone() };
    let mut said = vec![cell.id.as_ref().map_or_else(|| Inline::Text(words.clone()), figure)];
    if !cell.mark.is_empty() {
        said.push(Inline::Text(format!("\u{a0}{}", cell.mark)));
    }
    said
}

fn months_cell(months: &narrative::Months) -> Cell {
    let line = Inline::Sparkline(months_line(&months.points, &months.says));
    std::iter::once(line).chain(pieces(&months.ends)).collect()
}

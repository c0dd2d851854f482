//! A column of a table, its cells told apart by what they say: few texts stand in many rows, and each is read once.

use crate::csv_text::{Field, Row};
use crate::lookup::Lookup;

/// The texts of a column.
#[derive(Debug)]
pub(super) struct Column<'s, 't> {
    /// For each row the number of its text, counted from 0 in the order in which they are met.
    numbers: Vec<usize>,
    /// The first cell of each text.
    firsts: Vec<&'s Field<'t>>,
}

impl<'s, 't> Column<'s, 't> {
    /// The column at `index` of rows that all have it.
    pub(super) fn of(rows: &'s [Row<'t>], index: usize) -> Self {
        let mut known: Lookup<&str, usize> = Lookup::default();
        let mut firsts: Vec<&Field<'t>> = Vec::new();
        let number = |field: &'s Field<'t>| {
            *known.entry(field.trimmed()).or_insert_with(|| {
                firsts.push(field);
                firsts.len().saturating_sub(1)
            })
        };
        let numbers = rows.iter().filter_map(|row| row.get(index)).map(number).collect();
        Self { numbers, firsts }
    }

    /// The number of the text of a row, which is that of nothing where there is no such row.
    pub(super) fn number(&self, row: usize) -> usize {
        self.numbers.get(row).copied().unwrap_or(usize::MAX)
    }

    /// The numbers of all rows, in their order.
    pub(super) fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    /// The first cell of each text, in the order of their numbers.
    pub(super) fn texts(&self) -> &[&'s Field<'t>] {
        &self.firsts
    }
}

#[cfg(test)]
mod tests {
    use super::Column;
    use crate::csv_text::{Field, Row, rows};
    use crate::model::Separator;

    #[test]
    fn texts_are_told_apart_without_the_blanks_around_them() {
        let text = "Police,1\n Police ,2\nHealth,3\n,4\nPolice,5\n";
        let rows: Vec<Row<'_>> = rows(text, Separator::Comma).map(|row| row.unwrap()).collect();
        let column = Column::of(&rows, 0);
        assert_eq!(column.numbers(), [0, 0, 1, 2, 0]);
        assert_eq!(
            column.texts().iter().map(|field| field.trimmed()).collect::<Vec<_>>(),
            ["Police", "Health", ""]
        );
        assert_eq!(column.texts().get(1).map(|first: &&Field<'_>| first.line), Some(3));
    }
}

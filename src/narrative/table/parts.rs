//! Rows that are parts of one whole: what they share is said once, not in every row.

use crate::model::FigureId;
use crate::narrative::Table;

/// A row that may be a part.
struct Row<'r> {
    id: &'r FigureId,
    header: &'r str,
    /// The one dimension and category that it selects.
    part: Option<(String, &'r str)>,
    /// Its header without the category.
    whole: String,
}

impl<'r> Row<'r> {
    fn of(id: &'r FigureId, header: &'r str) -> Self {
        let mut selected = id.selection().iter();
        if let (Some((dimension, category)), None) = (selected.next(), selected.next()) {
            let dimension = dimension.replace('_', " ");
            if let Some((before, after)) = header.split_once(&format!(", {dimension}: {category}")) {
                let whole = format!("{before}{after}");
                return Self { id, header, part: Some((dimension, category)), whole };
            }
        }
        Self { id, header, part: None, whole: header.to_owned() }
    }

    fn is_beside(&self, other: &Self) -> bool {
        let same = self.whole == other.whole && self.id.subject() == other.id.subject();
        same && self.id.suffixes() == other.id.suffixes() && self.id.period() == other.id.period()
    }

    fn dimension(&self) -> Option<&str> {
        self.part.as_ref().map(|(dimension, _)| dimension.as_str())
    }
}

/// Shortens the headers of rows that are parts; `ids` are the figures of the rows.
pub(super) fn shorten(table: &mut Table, ids: &[FigureId]) {
    let rows: Vec<Row<'_>> = ids.iter().zip(&table.rows).map(|(id, row)| Row::of(id, &row.header)).collect();
    let mut first = None;
    let headers = match of_one_whole(&rows) {
        Some(dimension) => {
            first = rows.first().map(|row| format!("{}, by {dimension}", row.whole));
            rows.iter()
                .map(|row| row.part.as_ref().map_or("All", |(_, category)| category).to_owned())
                .collect()
        }
        None => beneath_their_wholes(&rows),
    };
    if let (Some(column), Some(header)) = (table.columns.first_mut(), first) {
        *column = header;
    }
    for (row, header) in table.rows.iter_mut().zip(headers) {
        row.header = header;
    }
}

/// The dimension by which all rows are parts of one whole, which may stand among them.
fn of_one_whole<'r>(rows: &'r [Row<'_>]) -> Option<&'r str> {
    let first = rows.first()?;
    let dimension = rows.iter().find_map(Row::dimension)?;
    let same = |row: &Row<'_>| row.is_beside(first) && row.dimension().is_none_or(|one| one == dimension);
    (rows.len() > 1 && rows.iter().all(same)).then_some(dimension)
}

/// The headers of rows, those of parts that follow their whole as "of which source: Police".
fn beneath_their_wholes(rows: &[Row<'_>]) -> Vec<String> {
    let mut whole: Option<&Row<'_>> = None;
    let mut headers = Vec::with_capacity(rows.len());
    for row in rows {
        let above = whole.filter(|above| row.is_beside(above));
        let part = row.part.as_ref().zip(above);
        headers.push(match part {
            Some(((dimension, category), _)) => format!("of which {dimension}: {category}"),
            None => row.header.to_owned(),
        });
        if part.is_none() {
            whole = row.part.is_none().then_some(row);
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::shorten;
    use crate::model::FigureId;
    use crate::narrative::{Table, TableRow};

    /// The first column's header, then the rows'.
    fn shortened(rows: &[(&str, &str)]) -> Vec<String> {
        let ids: Vec<FigureId> = rows.iter().map(|(id, _)| FigureId::parse(id).unwrap()).collect();
        let row = |(_, header): &(&str, &str)| TableRow { header: (*header).to_owned(), cells: Vec::new() };
        let mut table = Table {
            columns: vec!["Figure".to_owned()],
            rows: rows.iter().map(row).collect(),
            ..Table::default()
        };
        shorten(&mut table, &ids);
        table.columns.into_iter().chain(table.rows.into_iter().map(|row| row.header)).collect()
    }

    #[test]
    fn parts_of_one_whole_share_a_header() {
        let parts = [
            ("contacts[source=Police]", "Contacts, source: Police"),
            ("contacts[source=Health]", "Contacts, source: Health"),
        ];
        assert_eq!(shortened(&parts), ["Contacts, by source", "Police", "Health"]);
        let with_whole = [("contacts", "Contacts"), parts[0], parts[1]];
        assert_eq!(shortened(&with_whole), ["Contacts, by source", "All", "Police", "Health"]);
        let shares = [
            ("a[age_band=0 to 4].percent_of_total", "Children, age band: 0 to 4, per cent of total"),
            ("a[age_band=5 to 9].percent_of_total", "Children, age band: 5 to 9, per cent of total"),
        ];
        assert_eq!(shortened(&shares), ["Children, per cent of total, by age band", "0 to 4", "5 to 9"]);
    }

    #[test]
    fn parts_among_other_rows_are_told_beneath_their_whole_and_nowhere_else() {
        let rows = [
            ("contacts", "Contacts"),
            ("contacts[source=Police]", "Contacts, source: Police"),
            ("contacts[source=Police].per_month", "Contacts, source: Police, a month on average"),
            ("contacts[source=Health]", "Contacts, source: Health"),
            ("referrals", "Referrals"),
        ];
        let said = [
            "Figure",
            "Contacts",
            "of which source: Police",
            "Contacts, source: Police, a month on average",
            "Contacts, source: Health",
            "Referrals",
        ];
        assert_eq!(shortened(&rows), said);
        assert_eq!(shortened(&[rows[1]]), ["Figure", "Contacts, source: Police"]);
    }
}

//! The columns of official open data and what each of them gives: the one place where the next release's columns go.

mod children_in_need;
mod other_files;

/// A column, as far as its heading tells it.
#[derive(Debug)]
pub struct OpenColumn {
    /// What releases call it; capitals, underscores and blanks make no difference.
    pub headings: &'static [&'static str],
    /// What must stand beside it in the same file, where files mean different things by one heading; any of these.
    pub beside: &'static [&'static str],
    /// What may not stand beside it: a heading of files in which it means something else.
    pub without: &'static [&'static str],
    /// The rows for which it is this.
    pub only: Option<Only>,
    /// What it gives.
    pub gives: Gives,
}

/// Rows that a filter column tells apart.
#[derive(Clone, Copy, Debug)]
pub struct Only {
    /// The headings of the filter.
    pub filter: &'static [&'static str],
    /// Its words for these rows.
    pub is: &'static [&'static str],
}

/// What a column gives.
#[derive(Clone, Copy, Debug)]
pub enum Gives {
    /// The measure, for the row's period.
    Whole(&'static str),
    /// A category of the measure: measure, dimension and category.
    Part(&'static str, &'static str, &'static str),
    /// The measure in the month of that number (1 to 12) within the row's period.
    Month(&'static str, u8),
    /// A figure that its publisher worked out: a rate or percentage, by its id.
    Stated(&'static str),
    /// Nothing that a report is made from, such as a median of days.
    Nothing,
}

/// A measure that several columns make together.
#[derive(Debug)]
pub struct OpenSum {
    /// The measure.
    pub measure: &'static str,
    /// The headings of the columns, one each.
    pub of: &'static [&'static str],
}

/// Every column.
pub fn columns() -> impl Iterator<Item = &'static OpenColumn> {
    children_in_need::COLUMNS.iter().chain(other_files::COLUMNS)
}

/// Every sum.
pub fn sums() -> impl Iterator<Item = &'static OpenSum> {
    children_in_need::SUMS.iter()
}

/// Words of filters that mean all rows together, or say only what the file is about: filter, and its words.
pub const TOTALS: &[(&str, &[&str])] =
    &[("category", children_in_need::TITLES), ("cla_group", other_files::GROUPS)];

const fn column(headings: &'static [&'static str], gives: Gives) -> OpenColumn {
    OpenColumn { headings, beside: &[], without: &[], only: None, gives }
}

const fn whole(headings: &'static [&'static str], measure: &'static str) -> OpenColumn {
    column(headings, Gives::Whole(measure))
}

const fn stated(headings: &'static [&'static str], figure: &'static str) -> OpenColumn {
    column(headings, Gives::Stated(figure))
}

const fn month(headings: &'static [&'static str], number: u8) -> OpenColumn {
    column(headings, Gives::Month("referrals", number)).beside(&["Referrals", "referral_count"])
}

const fn nothing(headings: &'static [&'static str]) -> OpenColumn {
    column(headings, Gives::Nothing)
}

impl OpenColumn {
    const fn beside(self, beside: &'static [&'static str]) -> Self {
        Self { beside, ..self }
    }

    const fn without(self, without: &'static [&'static str]) -> Self {
        Self { without, ..self }
    }

    const fn only(self, only: Only) -> Self {
        Self { only: Some(only), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::{Gives, columns, sums};
    use crate::catalogue::{figures, measures};
    use crate::model::FigureId;

    #[test]
    fn every_column_gives_what_the_catalogue_knows() {
        let measures = measures();
        let known = |id: &str| measures.iter().any(|measure| measure.id.as_str() == id);
        let declared = figures();
        for column in columns() {
            let fine = match column.gives {
                Gives::Whole(measure) | Gives::Part(measure, ..) => known(measure),
                Gives::Month(measure, number) => known(measure) && (1..=12).contains(&number),
                Gives::Stated(figure) => {
                    let id = FigureId::parse(figure).expect("an id");
                    assert_eq!(id.to_string(), figure, "canonical");
                    known(id.subject()) || declared.iter().any(|known| known.name == id.subject())
                }
                Gives::Nothing => true,
            };
            assert!(fine, "{:?}", column.headings);
        }
        assert!(sums().all(|sum| known(sum.measure)));
    }
}

//! The columns that say whose number a row gives and of which part: area, release and categories.

use std::collections::BTreeMap;

use crate::csv_text::{Field, Row};
use crate::diagnostic::codes::data as codes;
use crate::lookup::Lookup;
use crate::model::{
    Area, FigureId, Kind, Measure, Name, Quantity, Release, Selection, State, Value, means_all,
};

use super::column::Column;
use super::export::Export;

/// Those columns of an export.
#[derive(Debug, Default)]
pub(super) struct Breakdown {
    /// The column of areas.
    pub(super) area: Option<usize>,
    /// The column of releases.
    pub(super) release: Option<usize>,
    /// The columns of categories.
    pub(super) dimensions: Vec<Dimension>,
}

/// A column of categories.
#[derive(Debug)]
pub(super) struct Dimension {
    /// Its position, from 0.
    index: usize,
    /// Its id.
    id: Name,
    /// The categories that were looked at already, and whether each means all of them.
    seen: BTreeMap<Name, bool>,
}

/// What a row's number is of.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Whose.
    pub(super) area: Area,
    /// Which release.
    pub(super) release: Release,
    /// Which part.
    pub(super) selection: Selection,
    /// Whether it stands as a part though it is all of them, so that it would be added to its own parts.
    pub(super) is_total: bool,
    /// Whether its counts were rounded to tens before they were published.
    pub(super) rounded: bool,
    /// How settled its column says that its numbers are.
    pub(super) state: State,
}

impl Part {
    /// A value that so many cells make, with the doubt of rounding and as settled as its column says; estimates of population are not rounded.
    pub(super) fn doubted(&self, measure: &Measure, value: Value, cells: usize) -> Value {
        let rounded = self.rounded && measure.kind != Kind::Population;
        let number = |number: Quantity| if rounded { number.rounded_to_tens(cells) } else { number };
        value.map(|given| number(given).settled(self.state))
    }
}

/// The parts that the rows of a table are of, each worked out once.
pub(super) struct Parts<'s, 't> {
    columns: Vec<Column<'s, 't>>,
    /// From what the columns before say, and what the next one does, to what they say together.
    steps: Lookup<(usize, usize), usize>,
    parts: Lookup<usize, Part>,
}

impl<'s, 't> Parts<'s, 't> {
    /// None worked out yet.
    pub(super) fn of(breakdown: &Breakdown, rows: &'s [Row<'t>]) -> Self {
        let dimensions = breakdown.dimensions.iter().map(Dimension::index);
        let indexes = breakdown.area.into_iter().chain(breakdown.release).chain(dimensions);
        let columns = indexes.map(|index| Column::of(rows, index)).collect();
        Self { columns, steps: Lookup::default(), parts: Lookup::default() }
    }

    /// What the number of a row is of, by its position.
    pub(super) fn part(
        &mut self,
        breakdown: &mut Breakdown,
        export: &mut Export<'_>,
        (at, row): (usize, &Row<'_>),
    ) -> &Part {
        let together = self.columns.iter().fold(0, |before, column| {
            let next = self.steps.len().saturating_add(1);
            *self.steps.entry((before, column.number(at))).or_insert(next)
        });
        self.parts.entry(together).or_insert_with(|| breakdown.part(export, row))
    }
}

impl Dimension {
    /// The column at `index`, whose dimension is `id`.
    pub(super) fn new(index: usize, id: String) -> Self {
        Self { index, id: Name::from(id), seen: BTreeMap::new() }
    }

    /// Its id.
    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Its position, from 0.
    pub(super) fn index(&self) -> usize {
        self.index
    }
}

impl Breakdown {
    /// What a row's number is of. A blank area is the board's own, a blank category all of them.
    pub(super) fn part(&mut self, export: &mut Export<'_>, row: &Row<'_>) -> Part {
        let text = |index: Option<usize>| {
            index.and_then(|index| row.get(index)).map(Field::trimmed).filter(|text| !text.is_empty())
        };
        let area = text(self.area).map_or(Area::Own, |area| Area::Other(Name::from(area)));
        let release =
            text(self.release).map_or(Release::Current, |release| Release::Earlier(Name::from(release)));
        let mut selection = Selection::whole();
        let mut is_total = false;
        for dimension in &mut self.dimensions {
            let Some(field) = row.get(dimension.index).filter(|field| !field.trimmed().is_empty()) else {
                continue;
            };
            let (category, means_all) = dimension.look_at(export, field);
            is_total |= means_all;
            selection = selection.with(&dimension.id, category);
        }
        Part { area, release, selection, is_total, rounded: false, state: State::Final }
    }

    /// What a row of totals is of: nothing is said of its categories, of which one that means all is none.
    pub(super) fn part_of_total(&self, row: &Row<'_>) -> Part {
        let filled = |index: usize| row.get(index).map(Field::trimmed).filter(|text| !text.is_empty());
        let area = self.area.and_then(filled).map_or(Area::Own, |area| Area::Other(Name::from(area)));
        let release = self.release.and_then(filled);
        let release = release.map_or(Release::Current, |release| Release::Earlier(Name::from(release)));
        let mut selection = Selection::whole();
        for dimension in &self.dimensions {
            let category = filled(dimension.index).filter(|category| !means_all(&dimension.id, category));
            selection =
                category.map_or(selection.clone(), |category| selection.with(&dimension.id, category));
        }
        Part { area, release, selection, is_total: true, rounded: false, state: State::Final }
    }
}

impl Dimension {
    /// The category that a cell names, and whether it means all of them. Reports one, once a file, that is none, or
    /// whose figures could not be named.
    fn look_at(&mut self, export: &mut Export<'_>, field: &Field<'_>) -> (Name, bool) {
        if let Some((category, means_all)) = self.seen.get_key_value(field.trimmed()) {
            return (category.clone(), *means_all);
        }
        let seen = (Name::from(field.trimmed()), means_all(&self.id, field.trimmed()));
        self.seen.insert(seen.0.clone(), seen.1);
        self.report(export, field, seen.1);
        seen
    }

    fn report(&self, export: &mut Export<'_>, field: &Field<'_>, means_all: bool) {
        let category = field.trimmed();
        if means_all {
            let message = format!("`{category}` stands as a category of `{}`, beside its own parts", self.id);
            let finding = export
                .at(&codes::TOTAL_AS_CATEGORY, field, message)
                .help("leave the cell empty: an empty category means all of them");
            export.report(finding);
            return;
        }
        if can_be_selected(category) {
            return;
        }
        let message = format!("the category `{}` can't be named in a figure", category.escape_debug());
        let finding = export.at(&codes::UNUSABLE_CATEGORY, field, message).help(
            "reword it without line ends, quotation marks, square brackets, or a comma before something like \
             `age=5` or `2013-04`",
        );
        export.report(finding);
    }
}

/// Whether a figure's id with this category in it is read as the same figure again, also between quotes in text.
pub(in crate::load) fn can_be_selected(category: &str) -> bool {
    let id = FigureId::of("m").selecting(Selection::whole().with("d", category));
    !category.contains(['"', '\n', '\r']) && FigureId::parse(&id.to_string()) == Ok(id)
}

#[cfg(test)]
mod tests {
    use super::can_be_selected;

    #[test]
    fn a_category_is_usable_when_its_figures_can_be_named() {
        for category in ["Police", "Health, other", "a = b", "0 to 4", "Children’s home", "it's", "[other]"]
        {
            assert!(can_be_selected(category), "{category}");
        }
        for category in ["Health, age=5", "Health, 2013-04", "a \"b\"", "a\nb", "x].y", "x][y"] {
            assert!(!can_be_selected(category), "{category}");
        }
    }
}

//! A heading → the dimension whose categories stand under it.

use crate::diagnostic::codes::data as codes;
use crate::load::sheet::{Sheet, heading};
use crate::model::{MeasureId, Suffix, fold};

use super::breakdown::Dimension;
use super::export::Export;
use super::layout::repeated;
use super::remarks::holds_remarks;

/// The dimensions of the columns at `indexes`, with a finding for each whose name can't be used in figures.
/// Those are kept all the same, so that their rows are told apart and no further finding follows.
pub(super) fn dimensions(export: &mut Export<'_>, sheet: &Sheet<'_>, indexes: &[usize]) -> Vec<Dimension> {
    let (remarks, indexes): (Vec<usize>, Vec<usize>) =
        indexes.iter().partition(|index| holds_remarks(&fold(heading(&sheet.headings, **index))));
    pass_over(export, sheet, &remarks);
    let mut dimensions: Vec<Dimension> = Vec::with_capacity(indexes.len());
    for index in &indexes {
        let id = dimension_id(heading(&sheet.headings, *index));
        let before = dimensions.iter().find(|known| known.id() == id).map(Dimension::index);
        if let Some(before) = before {
            repeated(export, sheet, before, *index, "two columns would give the same dimension");
            continue;
        }
        if let Some(field) = sheet.headings.get(*index)
            && let Some(why) = unusable(&id)
        {
            let message = format!("the heading `{}` can't name a dimension: {why}", field.trimmed());
            let finding = export
                .at(&codes::UNUSABLE_DIMENSION, field, message)
                .help("rename the column, for example to `source` or `age_group`");
            export.report(finding);
        }
        dimensions.push(Dimension::new(*index, id));
    }
    dimensions
}

fn pass_over(export: &mut Export<'_>, sheet: &Sheet<'_>, remarks: &[usize]) {
    let named: Vec<String> =
        remarks.iter().map(|index| format!("`{}`", heading(&sheet.headings, *index))).collect();
    if !named.is_empty() {
        export.opened.assume(format!("{} passed over as remarks", named.join(", ")));
    }
}

/// Why a name can't be that of a dimension, if it can't.
pub(in crate::load) fn unusable(id: &str) -> Option<&'static str> {
    if Suffix::from_name(id).is_some() {
        Some("the name is reserved for what can be asked of a figure")
    } else if MeasureId::parse(id).is_none() {
        Some("it must begin with a letter from a to z")
    } else {
        None
    }
}

/// Snake case: `Source of contact` → `source_of_contact`.
pub(super) fn dimension_id(heading: &str) -> String {
    let mut id = String::with_capacity(heading.len());
    for character in heading.chars() {
        if character.is_ascii_alphanumeric() {
            id.push(character.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
    }
    id.truncate(id.trim_end_matches('_').len());
    id
}

#[cfg(test)]
mod tests {
    use super::{dimension_id, unusable};

    #[test]
    fn a_heading_becomes_a_dimension_in_snake_case() {
        for (heading, id) in [
            ("Source", "source"),
            ("Source of contact", "source_of_contact"),
            (" Age (years) ", "age_years"),
            ("A/B - c", "a_b_c"),
            ("2nd source", "2nd_source"),
            ("%", ""),
        ] {
            assert_eq!(dimension_id(heading), id);
        }
    }

    #[test]
    fn names_that_figures_could_not_be_read_by_are_unusable() {
        for (id, usable) in [("source", true), ("2nd_source", false), ("", false), ("previous", false)] {
            assert_eq!(unusable(id).is_none(), usable, "{id}");
        }
    }
}

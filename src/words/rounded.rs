//! What is said once, beneath a table or chart, of numbers that were rounded before they were published.

use crate::figures::PublishedFigure;

use super::list::listed;

/// Whether a figure was rounded to the nearest ten before it was published, or is made from such.
#[must_use]
pub fn is_rounded(figure: &PublishedFigure) -> bool {
    let numbers = figure.outcome.as_ref().map(crate::figures::Amount::numbers).unwrap_or_default();
    numbers.iter().any(|number| number.flags().rounded)
}

/// "England and Middle Shires: from numbers that were rounded to the nearest 10 before they were published, so
/// approximate." None where nothing is named.
#[must_use]
pub fn rounded_note(names: &[String]) -> Option<String> {
    let listed = listed(names);
    (!names.is_empty()).then(|| {
        format!("{listed}: from numbers that were rounded to the nearest 10 before they were published, so approximate.")
    })
}

#[cfg(test)]
mod tests {
    use super::rounded_note;

    #[test]
    fn those_whose_numbers_were_rounded_are_named_once() {
        let names = ["England", "Middle Shires"].map(str::to_owned);
        let said = "England and Middle Shires: from numbers that were rounded to the nearest 10 before they were published, \
                    so approximate.";
        assert_eq!(rounded_note(&names).as_deref(), Some(said));
        assert_eq!(rounded_note(&[]), None);
    }
}

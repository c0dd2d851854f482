//! Numbers that stand side by side in a row, set with the same decimals.

use crate::figures::Found;
use crate::model::FigureId;
use crate::narrative::TableCell;
use crate::narrative::bind::Binder;
use crate::words::as_fine;

/// Sets the numbers of one figure that stand side by side with the same decimals: "20.0" beside "18.6".
pub(super) fn set_alike(binder: &Binder<'_>, id: &FigureId, values: Vec<&mut TableCell>) {
    let has_decimals = matches!(binder.figures.find(id), Found::Figure(figure) if figure.kind.places() > 0);
    let finest = values.iter().find(|cell| cell.words.contains('.')).map(|cell| cell.words.clone());
    let Some(finest) = finest.filter(|_| has_decimals) else { return };
    for cell in values.into_iter().filter(|cell| is_one_number(&cell.words)) {
        cell.words = as_fine(&cell.words, &finest);
    }
}

/// Whether words are a number, and not two or a phrase.
fn is_one_number(words: &str) -> bool {
    let digits =
        words.trim_start_matches("approximately ").trim_start_matches('\u{2212}').trim_end_matches('%');
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

#[cfg(test)]
mod tests {
    use super::is_one_number;

    #[test]
    fn only_a_single_number_is_set_like_those_beside_it() {
        for words in ["20", "1,800", "\u{2212}3", "20%", "approximately 187.5"] {
            assert!(is_one_number(words), "{words}");
        }
        for words in ["", "[c]", "between 10 and 14", "17 of 28", "22 (4 of 5)", "less than 0.1", "none"] {
            assert!(!is_one_number(words), "{words}");
        }
    }
}

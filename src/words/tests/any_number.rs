//! What holds of every filter for any number.

use super::{contacts, percent};
use crate::figures::{Figure, FigureKind, Found};
use crate::words::samples::{Altered, published, with_change};
use crate::words::{Argument, Asked, FILTERS, Says, brief, display};

proptest::proptest! {
    /// Hundredths of per cent, at the most a tenth apart: near nought and all, where rounding would make one of them.
    #[test]
    fn only_nought_is_shown_as_nought_and_only_all_as_all(from in -30_i64..=30, apart in 0_i64..=10, near_all: bool) {
        let (low, high) = if near_all { (9_970 + from, 9_970 + from + apart) } else { (from, from + apart) };
        let figure = percent(&format!("{low}/100..{high}/100"));
        let id = figure.id.clone();
        let figures = published(vec![figure]);
        let Found::Figure(figure) = figures.find(&id) else { panic!() };
        for words in [display(figure), brief(figure)] {
            proptest::prop_assert!((words == "0%") == (low == 0 && high == 0), "{low} to {high}: {words}");
            proptest::prop_assert!((words == "100%") == (low == 10_000 && high == 10_000), "{low} to {high}: {words}");
        }
    }

    #[test]
    fn no_words_are_ever_ungrammatical(
        now in "[~]?([0-9]{1,4}|>[0-9]{1,3}|<[1-9][0-9]{0,2})|[0-9]{1,4}/[1-9][0-9]{0,2}",
        then in "[~]?([0-9]{1,4}|>[0-9]{1,3}|<[1-9][0-9]{0,2})",
        shape in 0_usize..5,
    ) {
        let child = |figure: Figure| figure.nouns("child", "children");
        let figure = match shape {
            0 => child(contacts(&now)),
            1 => child(contacts(&now)).at("2014-03-31"),
            2 => percent(&now),
            3 => child(contacts(&now)).kind(FigureKind::Rate, "per 100 contacts"),
            _ => child(contacts(&now)).kind(FigureKind::Ratio, "a month"),
        };
        let id = figure.id.clone();
        let figures = published(with_change(figure, &then));
        let Found::Figure(figure) = figures.find(&id) else { panic!() };
        for filter in FILTERS {
            let arguments: &[Argument<'_>] = match filter.name {
                "about" => &[Argument::Whole(100)],
                "beside" => &[Argument::Figure(figure), Argument::Words("median")],
                _ => &[],
            };
            let Says::Figure(says) = filter.says else { continue };
            let Ok(words) = says(&Asked { figure, figures: &figures, arguments }) else { continue };
            let words = words.to_string();
            proptest::prop_assert!(!words.is_empty());
            for bad in ["  ", "-", "NaN", " ,", "than than", "0.0%"] {
                let only_in_a_larger_number = bad == "0.0%" && words.split(' ').all(|w| w.trim_matches(['(', ')', ',', ';']) != "0.0%");
                proptest::prop_assert!(!words.contains(bad) || only_in_a_larger_number, "{}: {words}", filter.name);
            }
            let parts: Vec<&str> = words.split([' ', '(']).collect();
            for pair in parts.windows(2) {
                proptest::prop_assert!(!(pair[0] == "1" && pair[1].starts_with("children")), "{words}");
                proptest::prop_assert!(!(pair[0] != "1" && pair[1].starts_with("child") && !pair[1].starts_with("children")), "{words}");
            }
        }
    }
}

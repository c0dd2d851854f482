//! What a cell means for a row, worked out once for each way of writing.

use std::borrow::Cow;

use super::{Counter, Meaning, Said};
use crate::load::cases::cell::test::{Answer, Side, answer};
use crate::load::cases::cell::{category, day, text};
use crate::load::cases::faults::Kind;
use crate::load::cases::job::{Role, Slot};
use crate::load::cases::tally::MOST_CATEGORIES;
use crate::load::data::can_be_selected;
use crate::model::{DayNumber, Month, Test, folds_to, means_all};

impl Counter<'_> {
    /// What the cell of a slot means.
    pub(in crate::load::cases) fn meaning(&mut self, number: usize, slot: &Slot, cell: &[u8]) -> Meaning {
        if matches!(slot.role, Role::Child) {
            let id = cell.trim_ascii();
            // Blanks that are no ASCII, as spreadsheets keep them, are none of it either.
            let plain = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii);
            let id = if plain(id.first()) && plain(id.last()) {
                Cow::Borrowed(id)
            } else {
                Cow::Owned(text(id).into_owned().into_bytes())
            };
            let id = id.as_ref();
            return if is_absent(id) { Meaning::Nothing } else { Meaning::Child(self.child_number(id)) };
        }
        if let Some(known) = self.memos.get(number).and_then(|memo| memo.known(cell)) {
            return known;
        }
        let meaning = self.work_out(number, slot, cell);
        if let Some(memo) = self.memos.get_mut(number) {
            memo.keep(cell, meaning);
        }
        meaning
    }

    fn work_out(&mut self, number: usize, slot: &Slot, cell: &[u8]) -> Meaning {
        let written = text(cell);
        self.as_windows_1252 |= std::str::from_utf8(cell).is_err();
        let said = slot.renamed(&written).unwrap_or(&written);
        match &slot.role {
            Role::Day if folds_to(said, &slot.folded) && !said.trim().is_empty() => Meaning::Heading,
            Role::Day => self.day(number, said),
            Role::Tests(tests) => counts(tests, said),
            Role::Category { codes, bands, dimension } => {
                let read = category::read(said, codes, bands);
                if means_all(dimension, &read.name) {
                    return Meaning::Bad(Kind::TotalAsCategory);
                }
                if !can_be_selected(&read.name) {
                    return Meaning::Bad(Kind::UnusableCategory);
                }
                if self.categories.get(number).map_or(0, Vec::len) >= MOST_CATEGORIES {
                    return Meaning::Bad(Kind::TooManyCategories);
                }
                let category = self.number_of(number, &read.name);
                if read.unlisted { Meaning::Unlisted(category) } else { Meaning::Category(category) }
            }
            Role::Child => Meaning::Nothing,
        }
    }

    fn day(&mut self, number: usize, said: &str) -> Meaning {
        let date = match day::read(said) {
            day::DayRead::Empty => return Meaning::Nothing,
            day::DayRead::MonthFirst => return Meaning::Bad(Kind::MonthFirst),
            day::DayRead::Unreadable => return Meaning::Bad(Kind::UnreadableDate),
            day::DayRead::Day(date) => date,
        };
        let month = Month::of(date).filter(|month| month.year() >= EARLIEST && date <= self.job.latest);
        let Some(month) = month else { return Meaning::Bad(Kind::Impossible) };
        let day = DayNumber::of(date);
        if let Some(days) = self.days.get_mut(number) {
            days.insert(day);
        }
        Meaning::Day(day, month)
    }
}

/// What people write where a child has no number, folded.
const ABSENT: [&str; 17] = [
    "",
    "na",
    "n/a",
    "#n/a",
    "nk",
    "n/k",
    "nr",
    "none",
    "nil",
    "null",
    "unknown",
    "not known",
    "not recorded",
    "not available",
    "not applicable",
    "tbc",
    "blank",
];

/// Whether a cell says that there is no number to tell a child by: it has no digit, and a word for that or marks alone.
fn is_absent(id: &[u8]) -> bool {
    const LONGEST: usize = 16;
    if id.len() > LONGEST || id.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let said = text(id).to_lowercase();
    !said.contains(char::is_alphanumeric) || ABSENT.contains(&said.trim_matches(['(', ')', '[', ']', '.']))
}

/// The year before which no date can be right.
const EARLIEST: i16 = 1990;

/// For which tasks a row counts, those that ask nothing of the column among them, and how surely its cell says so. Where
/// one of them names empty cells, it is known what those mean.
fn counts(tests: &[(usize, Test)], cell: &str) -> Meaning {
    let mut mask = u64::MAX;
    let (mut is_silent, mut is_unclear) = (true, false);
    for (task, asked) in tests {
        let answer = answer(cell, asked);
        if !matches!(answer, Answer::Counts | Answer::Silent(Side::In)) {
            mask &= !(1_u64 << (task & 63));
        }
        is_silent &= matches!(answer, Answer::Silent(_));
        is_unclear |= answer == Answer::Unclear;
    }
    let said = match (is_unclear, is_silent) {
        (true, _) => Said::Unclearly,
        (_, true) => Said::Nothing,
        _ => Said::Clearly,
    };
    Meaning::Counts(mask, said)
}

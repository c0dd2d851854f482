//! The signs that tables use in place of words, and what each says: the key of a table is made from those in it.

use std::borrow::Cow;

use super::document::{Table, words};

/// The symbols that stand for a figure which can't be shown, or behind one that is not final, and what each says.
pub(super) const SYMBOLS: [(&str, &str); 7] = [
    ("[awaited]", "Still to come from whoever supplies it"),
    ("[c]", "Confidential: withheld so that nobody can be recognised"),
    ("[p]", "Provisional: may still change"),
    ("[r]", "Revised since it was first given"),
    ("[u]", "Unreliable: too uncertain to be shown"),
    ("[x]", "Not available"),
    ("[z]", "Not applicable: such a figure would have no meaning here"),
];

/// Which of the symbols stand in something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Symbols(pub(super) [bool; SYMBOLS.len()]);

impl Symbols {
    /// Those in any of these words.
    pub(super) fn within<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        words.filter(|said| said.contains('[')).fold(Self::default(), |all, said| {
            all.and(Self(SYMBOLS.map(|(symbol, _)| said.contains(symbol))))
        })
    }

    /// Those in either.
    pub(super) fn and(self, other: Self) -> Self {
        let mut either = self;
        either.0.iter_mut().zip(other.0).for_each(|(one, other)| *one |= other);
        either
    }
}

/// How far apart two percentages are, in a column whose heading can't say so because of its other rows.
const POINTS: (&str, &str) = ("points", "Percentage points");

/// The signs in the cells of a table, in their order, each with what it says. Its first column is of headers.
pub(super) fn key(table: &Table) -> Vec<(&'static str, &'static str)> {
    let cells: Vec<Cow<'_, str>> =
        table.rows.iter().flat_map(|row| row.iter().skip(1)).map(|cell| words(cell)).collect();
    let symbols = Symbols::within(cells.iter().map(Cow::as_ref));
    let symbols = SYMBOLS.into_iter().zip(symbols.0).filter(|(_, used)| *used).map(|(symbol, _)| symbol);
    let points = cells.iter().any(|said| said.ends_with("\u{a0}points") && said.starts_with(is_of_number));
    symbols.chain(points.then_some(POINTS)).collect()
}

/// What stands beneath a table: its key, and what there is to say of its numbers. None where there is nothing.
pub(super) fn beneath(table: &Table) -> Option<String> {
    let key = key(table);
    let key = (!key.is_empty()).then(|| line(&key));
    let said: Vec<String> = key.into_iter().chain(table.notes.iter().cloned()).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The key as one line: "[x] means not available; points means percentage points."
fn line(key: &[(&str, &str)]) -> String {
    let signs: Vec<String> = key.iter().map(|(sign, says)| format!("{sign} means {}", lower(says))).collect();
    signs.join("; ") + "."
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{2212}' | '+')
}

fn lower(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_lowercase().chain(rest).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{beneath, key, line};
    use crate::render::document::{Inline, Table};

    fn table(cells: &[&str]) -> Table {
        let row = ["[z]"].iter().chain(cells).map(|words| vec![Inline::Text((*words).to_owned())]).collect();
        Table { rows: vec![row], ..Table::default() }
    }

    #[test]
    fn notes_stand_behind_the_key() {
        let notes = vec!["England: approximate.".to_owned()];
        let with = |cells: &[&str]| beneath(&Table { notes: notes.clone(), ..table(cells) });
        assert_eq!(with(&["6,014"]).as_deref(), Some("England: approximate."));
        assert_eq!(with(&["[x]"]).as_deref(), Some("[x] means not available. England: approximate."));
        assert_eq!(beneath(&table(&["6,014"])), None);
    }

    #[test]
    fn a_key_explains_each_sign_of_its_table_once_and_no_other() {
        assert!(key(&table(&["Decimal points", "6,014", "38%"])).is_empty());
        let key = key(&table(&["Visits", "[x]", "\u{2212}1.4\u{a0}points", "[c]", "[x]"]));
        assert_eq!(
            line(&key),
            "[c] means confidential: withheld so that nobody can be recognised; [x] means not available; \
             points means percentage points."
        );
    }
}

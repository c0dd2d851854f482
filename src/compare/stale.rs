//! What went stale: the figures of a `figures.json` that stands and of the one that would be written, and the
//! sentences of a page that would no longer say the same.

use std::collections::BTreeMap;

use serde_json::Value as Json;

/// A figure whose entry would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleFigure {
    /// Its id.
    pub id: String,
    /// What the file that stands shows; none where it has no such figure.
    pub stands: Option<String>,
    /// What would be written; none where the figure would be no more.
    pub would: Option<String>,
}

/// The figures whose entries differ in anything, in the order of ids; none where either file can't be read, which
/// says nothing of single figures.
#[must_use]
pub fn stale_figures(stands: &str, would: &str) -> Vec<StaleFigure> {
    let (Some(stands), Some(would)) = (entries(stands), entries(would)) else { return Vec::new() };
    let ids: std::collections::BTreeSet<&String> = stands.keys().chain(would.keys()).collect();
    let differs = ids.into_iter().filter(|id| stands.get(*id) != would.get(*id));
    let each = differs.map(|id| {
        let (before, after) = (stands.get(id), would.get(id));
        let target = before.zip(after).is_some_and(|(a, b)| a.get("target") != b.get("target"));
        let shown = |entry: Option<&Json>| entry.map(|entry| shown(entry, target));
        StaleFigure { id: id.clone(), stands: shown(before), would: shown(after) }
    });
    each.collect()
}

/// A figure as tables show it, and where that is asked its target.
fn shown(entry: &Json, with_target: bool) -> String {
    let text = |key: &str| entry.get(key).and_then(Json::as_str);
    let display = text("display").unwrap_or_default();
    if with_target {
        format!("{display} (target: {})", text("target").unwrap_or("none"))
    } else {
        display.to_owned()
    }
}

fn entries(file: &str) -> Option<BTreeMap<String, Json>> {
    let file: Json = serde_json::from_str(file).ok()?;
    let figures = file.get("figures")?.as_array()?.iter();
    figures.map(|figure| Some((figure.get("id")?.as_str()?.to_owned(), figure.clone()))).collect()
}

/// The sentences and rows of tables of a Markdown page that stands which the new page does not have, and those that
/// it has instead; each in the order of its page.
#[must_use]
pub fn stale_sentences(stands: &str, would: &str) -> (Vec<String>, Vec<String>) {
    let (stands, would) = (lines_and_sentences(stands), lines_and_sentences(would));
    (without(&stands, &would), without(&would, &stands))
}

/// What `all` has that `others` lacks, as often as it does.
fn without(all: &[String], others: &[String]) -> Vec<String> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for other in others {
        let count = left.entry(other).or_default();
        *count = count.saturating_add(1);
    }
    let mut lacking = Vec::new();
    for one in all {
        match left.get_mut(one.as_str()).filter(|count| **count > 0) {
            Some(count) => *count = count.saturating_sub(1),
            None => lacking.push(one.clone()),
        }
    }
    lacking
}

/// The sentences of a page: its lines, parted after a full stop, question or exclamation mark before a capital. The
/// cells of a table's row belong together.
fn lines_and_sentences(page: &str) -> Vec<String> {
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    let parted = lines.flat_map(|line| if line.starts_with('|') { vec![line] } else { sentences(line) });
    parted.map(|sentence| sentence.trim().to_owned()).collect()
}

/// The sentences of a text, each with the blank that follows it.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((sentence, after)) = first_sentence(rest) {
        found.push(sentence);
        rest = after;
    }
    found.push(rest);
    found
}

fn first_sentence(text: &str) -> Option<(&str, &str)> {
    let ends = text.match_indices(['.', '?', '!']).map(|(at, mark)| at.saturating_add(mark.len()));
    ends.filter_map(|end| {
        let next = text.get(end..)?.strip_prefix(' ')?;
        next.starts_with(char::is_uppercase).then(|| text.split_at_checked(end.saturating_add(1)))?
    })
    .next()
}

#[cfg(test)]
mod tests {
    use super::{stale_figures, stale_sentences};

    #[test]
    fn only_the_sentence_that_changed_is_told() {
        let stands = "# Title\n\nThere were 5 contacts. The police made 3 of them, 0.5 a month. All is well.\n\n| a | 1 |\n";
        let would = stands.replace("3 of", "4 of").replace("| a | 1 |", "| a | 2 |");
        let told = |sentences: &[&str]| sentences.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        let (gone, come) = stale_sentences(stands, &would);
        assert_eq!(gone, told(&["The police made 3 of them, 0.5 a month.", "| a | 1 |"]));
        assert_eq!(come, told(&["The police made 4 of them, 0.5 a month.", "| a | 2 |"]));
    }

    #[test]
    fn a_sentence_that_stands_twice_and_would_stand_once_is_told_once() {
        assert_eq!(stale_sentences("A.\n\nA.\n", "A.\n"), (vec!["A.".to_owned()], vec![]));
    }

    #[test]
    fn figures_are_stale_by_any_part_of_their_entry() {
        let file = |entries: &str| format!("{{\"figures\": [{entries}]}}");
        let entry = |id: &str, display: &str, line: u8| {
            format!("{{\"id\": \"{id}\", \"display\": \"{display}\", \"line\": {line}}}")
        };
        let stands = file(&[entry("a", "1", 1), entry("b", "2", 2), entry("c", "3", 3)].join(","));
        let would = file(&[entry("a", "1", 1), entry("b", "2", 4), entry("d", "3", 3)].join(","));
        let stale: Vec<(String, Option<String>, Option<String>)> =
            stale_figures(&stands, &would).into_iter().map(|it| (it.id, it.stands, it.would)).collect();
        let text = |it: &str| Some(it.to_owned());
        let expected = [
            ("b".to_owned(), text("2"), text("2")),
            ("c".to_owned(), text("3"), None),
            ("d".to_owned(), None, text("3")),
        ];
        assert_eq!(stale, expected);
        assert!(stale_figures("broken", &would).is_empty());
    }
}

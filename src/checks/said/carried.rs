//! Paragraphs and lists that still stand as they did in last year's report. A paragraph is known by its mark, so that
//! whoever changes it has reviewed it, and nobody need keep a list of who has read what.

use super::Awaited;
use super::passage::passages;
use crate::diagnostic::codes::carried as codes;
use crate::diagnostic::{Code, Finding, Findings};
use crate::hash::fingerprint;
use crate::model::{Content, Narrative, Place, Record, SourceFile, Text, Year};

/// How many characters of a hash make a mark: enough that two paragraphs of a report don't share one.
const MARK: usize = 8;
/// How many places a finding shows.
const SHOWN: usize = 5;

/// What has not been reviewed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreviewed {
    /// The year whose report it comes from.
    pub from: String,
    /// How many paragraphs.
    pub paragraphs: usize,
    /// How many lists with numbers.
    pub lists: usize,
}

impl Unreviewed {
    /// Whether there is nothing of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paragraphs == 0 && self.lists == 0
    }
}

/// The marks of all that readers see and that may not be true of another year than `old`: every paragraph of prose, and
/// titles and names that name the year. In the order of the files, each with its first words.
#[must_use]
pub fn marks(content: &Record, old: Year) -> Vec<(String, String)> {
    let spellings = old.spellings();
    let names_it = |words: &str| spellings.iter().any(|spelling| words.contains(spelling));
    let carried = paragraphs(content).into_iter().filter(|it| it.is_prose || names_it(it.words));
    carried.map(|paragraph| (paragraph.mark, first_words(paragraph.words))).collect()
}

/// The mark of a file's bytes, given their hash.
#[must_use]
pub fn mark_of_file(hash: &str) -> String {
    hash.chars().take(MARK).collect()
}

/// Looks for what was carried over and stands unchanged. Last year's numbers must not be published as this year's, so
/// a list that is unchanged is an error unless a draft is built.
pub fn check(
    narrative: &Narrative,
    sources: &[SourceFile],
    awaited: Awaited,
    findings: &mut Findings,
) -> Unreviewed {
    let Some(Content::Record(carried)) = narrative.content.get("carried") else {
        return Unreviewed::default();
    };
    let from = carried.text("from").map(|text| text.as_str().trim().to_owned()).unwrap_or_default();
    let marked: Vec<&str> = carried.list("paragraphs").iter().filter_map(plain).collect();
    let standing: Vec<Paragraph<'_>> = paragraphs(&narrative.content)
        .into_iter()
        .filter(|paragraph| marked.contains(&paragraph.mark.as_str()))
        .collect();
    if let Some(finding) = paragraphs_finding(carried, &from, &standing) {
        findings.push(finding);
    }
    let lists = unchanged_lists(carried, sources);
    for (name, place) in &lists {
        findings.push(list_finding(name, *place, &from, awaited));
    }
    Unreviewed { from, paragraphs: standing.len(), lists: lists.len() }
}

fn plain(item: &Content) -> Option<&str> {
    match item {
        Content::Plain(text) => Some(text.as_str().trim()),
        _ => None,
    }
}

struct Paragraph<'n> {
    mark: String,
    words: &'n str,
    place: Place,
    is_prose: bool,
}

fn paragraphs(content: &Record) -> Vec<Paragraph<'_>> {
    passages(content).into_iter().flat_map(|passage| of_text(passage.text, passage.is_prose)).collect()
}

/// The paragraphs of a text, which blank lines part.
fn of_text(text: &Text, is_prose: bool) -> Vec<Paragraph<'_>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at: usize = 0;
    for line in text.as_str().split_inclusive('\n') {
        let end = at.saturating_add(line.trim_end().len());
        match (line.trim().is_empty(), open) {
            (true, _) => found.extend(open.take()),
            (false, None) => open = Some((at, end)),
            (false, Some((start, _))) => open = Some((start, end)),
        }
        at = at.saturating_add(line.len());
    }
    found.extend(open);
    let whole = |(start, end): (usize, usize)| {
        let words = text.as_str().get(start..end)?;
        Some(Paragraph { mark: mark_of(words), words, place: text.place(start, end), is_prose })
    };
    found.into_iter().filter_map(whole).collect()
}

/// Lines may be filled anew without being changed.
fn mark_of(words: &str) -> String {
    let folded: Vec<&str> = words.split_whitespace().collect();
    mark_of_file(&fingerprint(folded.join(" ").as_bytes()))
}

fn first_words(words: &str) -> String {
    let mut first: Vec<&str> = words.split_whitespace().take(9).collect();
    if let Some(8) = first.len().checked_sub(1) {
        first.pop();
        return format!("{} …", first.join(" "));
    }
    first.join(" ")
}

fn paragraphs_finding(carried: &Record, from: &str, standing: &[Paragraph<'_>]) -> Option<Finding> {
    let place = standing.first()?.place;
    let message = match standing.len() {
        1 => format!("a paragraph carried over from the report for {from} has not been reviewed"),
        many => format!("{many} paragraphs carried over from the report for {from} have not been reviewed"),
    };
    let finding = Finding::new(&codes::CARRIED_TEXT, message)
        .at(place)
        .label("the first of them")
        .related(carried.place, "their marks stand here")
        .help("change each that is no longer true; to confirm one as it stands, take its mark out of `[carried]`");
    let others = standing.iter().skip(1).take(SHOWN.saturating_sub(1));
    Some(others.fold(finding, |finding, other| finding.related(other.place, format!("`{}`", other.mark))))
}

/// The lists that `[carried]` names and whose bytes are the same, each with where it is named.
fn unchanged_lists<'n>(carried: &'n Record, sources: &[SourceFile]) -> Vec<(&'n str, Place)> {
    let entries =
        carried.records("files").filter_map(|entry| Some((entry.text("name")?, entry.text("value")?)));
    let unchanged = entries.filter(|(name, mark)| {
        let source = sources.iter().find(|source| source.path == name.as_str());
        source.is_some_and(|source| mark_of_file(&source.fingerprint) == mark.as_str())
    });
    unchanged.map(|(name, _)| (name.as_str(), name.whole())).collect()
}

fn list_finding(name: &str, place: Place, from: &str, awaited: Awaited) -> Finding {
    let code: &'static Code = match awaited {
        Awaited::Refused => &codes::CARRIED_LIST,
        Awaited::Allowed => &codes::CARRIED_LIST_IN_DRAFT,
    };
    Finding::new(code, format!("`{name}` still holds what it held in the report for {from}"))
        .at(place)
        .help("put this year's rows into it; if they are the same, take its line out of `[carried]`")
}

#[cfg(test)]
mod tests {
    use super::{first_words, mark_of, of_text};
    use crate::model::{FileId, Text};

    fn words(text: &str) -> Vec<String> {
        let text = Text::verbatim(text.to_owned(), FileId(0), 0);
        of_text(&text, true).into_iter().map(|paragraph| paragraph.words.to_owned()).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(words("\nOne\ntwo.\n \n\nThree.\r\n\r\n- Four\n"), ["One\ntwo.", "Three.", "- Four"]);
        assert_eq!(words("  \n\n"), Vec::<String>::new());
    }

    #[test]
    fn a_mark_sees_words_and_not_how_lines_are_filled() {
        assert_eq!(mark_of("One two\nthree."), mark_of("One  two three."));
        assert_ne!(mark_of("One two three."), mark_of("One two, three."));
        assert_eq!(mark_of("One.").len(), 8);
    }

    #[test]
    fn the_first_words_are_eight_at_most() {
        assert_eq!(
            first_words("One two three four five six seven eight"),
            "One two three four five six seven eight"
        );
        assert_eq!(first_words("a b c d e f g h i"), "a b c d e f g h …");
    }
}

//! The walk over the narrative's content: each field bound by its kind, whatever block it stands in.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::codes::text as codes;
use crate::diagnostic::{Finding, Findings};
use crate::figures::Published;
use crate::jinja;
use crate::model::{Content, FigureId, Narrative, Place, Record, Text};
use crate::words::Said;

use super::evaluate::Evaluation;
use super::resolve::Resolution;
use super::{Bound, BoundRecord, MarkdownCheck, Prose, Readiness, Story, Use, chart};
use super::{forbidden, table, unknown};

/// More bytes than one text of a report can have.
const LONGEST_TEXT: usize = 1 << 20;
/// As much of a figure's id as the name of a chart's file has room for.
const LONGEST_NAME: usize = 100;

/// Everything that binding reads and gathers.
pub(super) struct Binder<'a> {
    pub(super) narrative: &'a Narrative,
    pub(super) figures: &'a Published,
    pub(super) readiness: Readiness,
    pub(super) check: MarkdownCheck<'a>,
    pub(super) findings: &'a mut Findings,
    pub(super) story: Story,
    /// The names of charts that are taken.
    pub(super) charts: BTreeSet<String>,
    /// The figures of which text asks whether they may still change.
    pub(super) asked_of_state: Vec<FigureId>,
}

impl Binder<'_> {
    pub(super) fn bind(mut self) -> Story {
        let narrative = self.narrative;
        self.story.content = self.record(&narrative.content, "");
        self.tell_unsettled();
        self.story
    }

    /// The fields of a block; `path` is the block's own, empty for the whole narrative.
    fn record(&mut self, record: &Record, path: &str) -> BoundRecord {
        let fields = record.fields.iter().map(|(name, content)| {
            let path = if path.is_empty() { (*name).to_owned() } else { format!("{path}.{name}") };
            let bound = match content {
                Content::List(items) if *name == "tables" => {
                    self.shown(items, &path, "caption", |binder, record, path| {
                        Some(Bound::Table(table::bind(binder, record, path)))
                    })
                }
                Content::List(items) if *name == "charts" => {
                    self.shown(items, &path, "title", |binder, record, path| {
                        chart::bind(binder, record, path).map(|chart| Bound::Chart(Box::new(chart)))
                    })
                }
                other => self.content(other, &path),
            };
            (*name, bound)
        });
        BoundRecord(fields.collect())
    }

    fn content(&mut self, content: &Content, path: &str) -> Bound {
        match content {
            Content::Plain(text) => Bound::Plain(self.plain(text)),
            Content::Prose(text) => Bound::Prose(self.prose(text, path)),
            Content::Figure(name) => Bound::Prose(self.figure(name, path)),
            Content::Flag(flag) => Bound::Flag(*flag),
            Content::Whole(number) => Bound::Whole(*number),
            Content::Date(date) => Bound::Date(*date),
            Content::Choice(word) => Bound::Choice(word),
            Content::List(items) => {
                let bound = numbered(items, path).map(|(item, path)| self.content(item, &path));
                Bound::List(bound.collect())
            }
            Content::Record(record) => Bound::Record(self.record(record, path)),
        }
    }

    /// Tables or charts; `title` is the key of their title, in which no figure can stand.
    fn shown(
        &mut self,
        items: &[Content],
        path: &str,
        title: &str,
        bind: fn(&mut Self, &Record, &str) -> Option<Bound>,
    ) -> Bound {
        let bound = numbered(items, path).filter_map(|(item, path)| match item {
            Content::Record(record) => {
                if let Some(title) = record.text(title) {
                    self.plain(title);
                }
                bind(self, record, &path)
            }
            other => Some(self.content(other, &path)),
        });
        Bound::List(bound.collect())
    }

    /// A name for a chart that no other has: "contacts-by-month", "contacts-by-month-2".
    pub(super) fn chart_name(&mut self, words: &str) -> String {
        let mut name = String::new();
        for character in words.chars().take(LONGEST_NAME) {
            if character.is_ascii_alphanumeric() {
                name.push(character.to_ascii_lowercase());
            } else if !name.is_empty() && !name.ends_with('-') {
                name.push('-');
            }
        }
        name.truncate(name.trim_end_matches('-').len());
        let numbered = (2_usize..).map(|number| format!("{name}-{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !self.charts.contains(name));
        let name = free.unwrap_or(name);
        self.charts.insert(name.clone());
        name
    }

    fn plain(&mut self, text: &Text) -> String {
        let content = text.as_str();
        if let Some(at) =
            ["{{", "{%"].iter().filter_map(|open| content.find('{').and(content.find(open))).min()
        {
            let message = "figures can't stand in a title or label: the braces would be printed";
            let finding = Finding::new(&codes::FIGURE_IN_PLAIN_TEXT, message)
                .at(text.place(at, at.saturating_add(2)))
                .help("name the figure in the text beneath instead");
            self.findings.push(finding);
        }
        without_placeholders(content).into_owned()
    }

    fn prose(&mut self, text: &Text, path: &str) -> Prose {
        if text.as_str().len() > LONGEST_TEXT {
            self.too_long(text);
            return Prose::default();
        }
        let syntax = jinja::parse(text.as_str());
        let checked = forbidden::find(text, self.check, self.findings);
        for fault in &syntax.faults {
            self.findings.push(super::faults::finding(fault, text));
        }
        Resolution { binder: &mut *self, text, path }.resolve(&syntax.nodes);
        let evaluation = Evaluation::of(self, text);
        let (prose, whole) = evaluation.run(&syntax.nodes);
        if !whole {
            self.too_long(text);
        }
        checked.find_in_bound(&prose, text, self.check, self.findings);
        Prose(prose)
    }

    fn too_long(&mut self, text: &Text) {
        let message = "this text is longer than a report can be";
        self.findings.push(Finding::new(&codes::TEXT_TOO_LONG, message).at(text.place(0, 1)));
    }

    /// A field that is the name of one figure: shown alone.
    fn figure(&mut self, name: &Text, path: &str) -> Prose {
        let Some(id) = self.named_figure(name, path) else { return Prose::default() };
        let words = match self.figures.find(&id) {
            crate::figures::Found::Figure(figure) => crate::words::display(figure),
            crate::figures::Found::NotHeld(reason) => crate::words::symbol(&reason).to_owned(),
            crate::figures::Found::Unknown => return Prose::default(),
        };
        Prose(self.mention(Said::of(&id, words)))
    }

    /// The figure that a field names, its use recorded; none where there is no such figure. A name that is no
    /// figure's form at all was refused when it was read.
    pub(super) fn named_figure(&mut self, name: &Text, path: &str) -> Option<FigureId> {
        let id = FigureId::parse(name.as_str()).ok()?;
        self.use_figure(&id, name.whole(), path)
    }

    /// Records a use by the figure's own id, or finds that there is no such figure.
    pub(super) fn use_figure(&mut self, id: &FigureId, place: Place, path: &str) -> Option<FigureId> {
        if let Some(finding) = unknown::other_year(id, self.narrative.settings.calendar) {
            self.findings.push(finding.at(place));
            return None;
        }
        let id = match self.figures.find(id) {
            crate::figures::Found::Figure(figure) => figure.id.clone(),
            crate::figures::Found::NotHeld(_) => id.clone(),
            crate::figures::Found::Unknown => {
                self.findings.push(unknown::figure(self.figures, self.narrative, id, place));
                return None;
            }
        };
        self.record_use(id.clone(), place, path);
        Some(id)
    }

    pub(super) fn record_use(&mut self, id: FigureId, place: Place, path: &str) {
        let new = Use { id, place, path: path.to_owned() };
        if self.story.uses.last() != Some(&new) {
            self.story.uses.push(new);
        }
    }

    /// Sets what is said of figures into prose: the placeholder that stands for it.
    pub(super) fn mention(&mut self, said: Said) -> String {
        let position = self.story.mentions.len();
        self.story.mentions.push(said.map(|words| without_placeholders(words).into_owned()));
        format!("{}{position}{}", Prose::OPEN, Prose::CLOSE)
    }
}

/// Each item with its own path; items are counted from 1, as people count sections.
fn numbered<'c>(items: &'c [Content], path: &str) -> impl Iterator<Item = (&'c Content, String)> {
    let path = path.to_owned();
    items.iter().zip(1_usize..).map(move |(item, number)| (item, format!("{path}[{number}]")))
}

/// Text without the characters that open and close placeholders; the reader refuses them, so this never
/// changes a text that was read.
pub(super) fn without_placeholders(text: &str) -> Cow<'_, str> {
    let is_placeholder = |c| matches!(c, Prose::OPEN | Prose::REFERENCE | Prose::CLOSE);
    if text.is_ascii() || !text.contains(is_placeholder) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.replace(is_placeholder, ""))
    }
}

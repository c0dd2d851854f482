//! What is said where a figure can't be had: a finding, or in a draft "[awaited: …]".

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::figures::Found;
use crate::model::{FigureId, Place, Reason};
use crate::words::Cannot;

use super::Readiness;
use super::bind::Binder;

impl Binder<'_> {
    /// Finds that the words for `name` can't be had, and gives what stands in their place: in a draft a note of what is
    /// awaited, else nothing.
    pub(super) fn lacking(&mut self, cannot: &Cannot, name: &str, place: Place) -> Option<String> {
        let finding = match cannot {
            Cannot::Unavailable(missing) => return self.unavailable(&missing.0, &missing.1, place),
            Cannot::Undecided(message) => Finding::new(&codes::UNDECIDED_QUESTION, message.clone())
                .help("write a sentence that is true either way"),
            Cannot::DoesNotFit(fits) => {
                Finding::new(&codes::FILTER_DOES_NOT_FIT, format!("this can't be said of `{name}`"))
                    .help(format!("it needs {fits}"))
            }
        };
        self.findings.push(finding.at(place));
        None
    }

    fn unavailable(&mut self, id: &FigureId, reason: &Reason, place: Place) -> Option<String> {
        if let Reason::NoMeaning(why) = root(reason) {
            let finding =
                Finding::new(&codes::FIGURE_WITHOUT_MEANING, format!("`{id}` has no meaning: {why}"));
            self.findings.push(finding.at(place).touching([id.clone()]));
            return None;
        }
        let from = reason.awaited_from();
        let message = format!("`{id}` is not available: {reason}");
        if self.readiness == Readiness::Finished {
            let finding = Finding::new(&codes::UNAVAILABLE_FIGURE, message)
                .at(place)
                .touching([id.clone()])
                .supplied_by(from)
                .help("say what to print without it: `| otherwise(\"not yet known\")`, or ask `{% if … is available %}`");
            let finding = match from {
                Some(_) => finding.help("or build a draft with `--draft`"),
                None => finding,
            };
            let finding = match self.cell_of(id, reason) {
                Some(cell) => finding.related(cell, "the cell that gives no number"),
                None => finding,
            };
            self.findings.push(finding);
            return None;
        }
        let awaited = match from {
            Some(from) => format!("[awaited: {} from {from}]", self.name_of(id)),
            None => format!("[awaited: {}]", self.name_of(id)),
        };
        let finding = Finding::new(&codes::AWAITED_FIGURE, message)
            .at(place)
            .touching([id.clone()])
            .supplied_by(from)
            .help(format!("the draft says `{awaited}`"));
        self.findings.push(finding);
        Some(awaited)
    }

    /// The cell in which a number was looked for, where the reason lies in one.
    fn cell_of(&self, id: &FigureId, reason: &Reason) -> Option<Place> {
        let (mut named, mut reason) = (id, reason);
        while let Reason::Input(input) = reason {
            (named, reason) = (&input.0, &input.1);
        }
        let Found::Figure(figure) = self.figures.find(named) else { return None };
        figure.sources.first().filter(|cell| cell.counted.is_none()).map(|cell| cell.place)
    }

    /// What people call a figure.
    pub(super) fn name_of(&self, id: &FigureId) -> String {
        self.figures.label(id).unwrap_or_else(|| id.to_string())
    }
}

fn root(reason: &Reason) -> &Reason {
    match reason {
        Reason::Input(input) => root(&input.1),
        other => other,
    }
}

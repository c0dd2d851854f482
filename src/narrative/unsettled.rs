//! Figures of the text that may still change, where the text does not say so. Tables mark theirs.

use std::collections::BTreeSet;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text::PROVISIONAL_IN_TEXT;
use crate::figures::{Found, Published};
use crate::model::{FigureId, FileId, State};
use crate::words::Said;

use super::bind::Binder;

/// How many uses a finding shows.
const SHOWN: usize = 5;

impl Binder<'_> {
    /// Finds the figures in prose that are made from provisional data, unless the text asks whether they are, or whether
    /// another from the same files is.
    pub(super) fn tell_unsettled(&mut self) {
        let said: BTreeSet<FileId> =
            self.asked_of_state.iter().flat_map(|id| provisional_files(id, self.figures)).collect();
        let mentioned = self.story.mentions.iter().flat_map(Said::ids);
        let unsaid: BTreeSet<&FigureId> =
            mentioned.filter(|id| !provisional_files(id, self.figures).is_subset(&said)).collect();
        let mut uses = self.story.uses.iter().filter(|used| unsaid.contains(&used.id));
        let Some(first) = uses.next() else { return };
        let message = match unsaid.len() {
            1 => format!(
                "`{}` is made from provisional data, and the text does not say that it may still change",
                first.id
            ),
            many => format!(
                "{many} figures of the text are made from provisional data, and it does not say that they may still change"
            ),
        };
        let finding = Finding::new(&PROVISIONAL_IN_TEXT, message)
            .at(first.place)
            .touching(unsaid.iter().map(|id| (*id).clone()))
            .help(format!(
                "say so where they are: `{{% if {} is provisional %}}(provisional){{% endif %}}`",
                first.id.subject()
            ))
            .help("where they are settled, set `state = \"final\"` beside the file");
        let finding = uses
            .take(SHOWN.saturating_sub(1))
            .fold(finding, |finding, used| finding.related(used.place, format!("`{}`", used.id)));
        self.findings.push(finding);
    }
}

/// The files with provisional data that a figure is made from.
fn provisional_files(id: &FigureId, figures: &Published) -> BTreeSet<FileId> {
    let mut files = BTreeSet::new();
    let (mut waiting, mut seen) = (vec![id], BTreeSet::new());
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Found::Figure(figure) = figures.find(id) else { continue };
        if figure.state == State::Provisional {
            files.extend(figure.sources.iter().map(|cell| cell.place.file));
            waiting.extend(&figure.inputs);
        }
    }
    files
}

//! Declarations of figures that can mean nothing, told where they are declared.

use crate::diagnostic::Finding;
use crate::diagnostic::codes::meaning::UNLIKE_FIGURES;
use crate::model::FigureId;

use super::Checks;

impl Checks<'_> {
    /// Sums and differences of figures that are not of one kind.
    pub(super) fn declared(&mut self) {
        for figure in self.ledger.plan.declared.values() {
            let Some((why, place)) = self.ledger.unlike(&figure.declaration).zip(figure.place) else {
                continue;
            };
            let message = format!("`{}` has no meaning: {why}", figure.name);
            let finding = Finding::new(&UNLIKE_FIGURES, message)
                .at(place)
                .help("declare a `percent` or a `ratio` where one is to be set beside the other")
                .touching([FigureId::of(&figure.name)]);
            self.findings.push(finding);
        }
    }
}

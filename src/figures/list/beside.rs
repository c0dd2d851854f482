//! What is listed beside the board's own: the neighbours' rates and percentages, and how the board differs from others.

use crate::figures::question::{Question, Time};
use crate::figures::whose::Whose;
use crate::figures::working::Working;
use crate::model::Suffix;

use super::Extent;
use super::listing::Listing;

/// Those whom the board is set beside, and how it is said how it differs from them.
const OTHERS: [(Whose, Suffix); 3] = [
    (Whose::England, Suffix::DifferenceFromEngland),
    (Whose::Region, Suffix::DifferenceFromRegion),
    (Whose::Neighbours, Suffix::DifferenceFromNeighbours),
];

/// The listings of those of whom a question may be asked beside the board.
struct Beside<'l> {
    whose: Whose,
    /// One for each area that they are.
    areas: Vec<Listing<'l>>,
}

impl<'l> Beside<'l> {
    fn of(working: &Working<'l>, whose: &Whose) -> Self {
        let ledger = working.ledger;
        let areas = match whose {
            Whose::Neighbours => ledger.neighbours.as_slice(),
            one => std::slice::from_ref(one),
        };
        let held = areas.iter().filter_map(|whose| ledger.others.get(whose));
        let areas = held.map(|area| Listing::of(working.within(area), Extent::Everything)).collect();
        Self { whose: whose.clone(), areas }
    }

    /// Whether the data of one of them reach to the same question asked of them.
    fn reaches(&self, now: &Question<'l>) -> bool {
        self.areas.iter().any(|area| {
            let ledger = area.working.ledger;
            let there = Question { whose: ledger.whose.clone(), ..now.clone() };
            there.about(now.place, ledger).is_some_and(|there| area.reaches(&there))
        })
    }
}

impl<'l> Listing<'l> {
    /// The neighbours' rates and percentages beside each of the board's, and how the board's differ from others'.
    pub(super) fn beside_others(&mut self) {
        let ledger = self.working.ledger;
        let asked = std::mem::take(&mut self.asked);
        let others = OTHERS.map(|(whose, difference)| (Beside::of(&self.working, &whose), difference));
        let has_meaning = |question: &Question<'l>| ledger.nature(question).is_ok();
        for now in &asked {
            let differing = |suffix| Question { compared: Some(suffix), ..now.clone() };
            // A difference has a meaning whoever it is from, or has none.
            let differs = now.time == Time::REPORT && has_meaning(&differing(Suffix::DifferenceFromEngland));
            for (beside, difference) in others.iter().filter(|(beside, _)| !beside.areas.is_empty()) {
                let there = match beside.whose {
                    Whose::Neighbours => ledger.beside(now, &beside.whose).filter(has_meaning),
                    _ => None,
                };
                // Most are counts, which are not set beside those of others, so that how far these reach is not asked.
                if (differs || there.is_some()) && beside.reaches(now) {
                    let wanted = there.into_iter().chain(differs.then(|| differing(*difference)));
                    wanted.for_each(|question| self.had(&question));
                }
            }
        }
    }

    /// Lists the figure of a question, if it can be had.
    pub(super) fn had(&mut self, question: &Question<'l>) {
        let figure = self.working.figure(question).ok().filter(|figure| figure.outcome.is_ok());
        self.figures.extend(figure);
    }
}

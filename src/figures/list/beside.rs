//! What is listed beside the board's own: the neighbours' rates and percentages, and how the board differs from others.

use std::sync::Arc;

use crate::figures::ledger::Ledger;
use crate::figures::question::{Question, Time};
use crate::figures::whose::Whose;
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
    ledger: &'l Ledger,
    whose: Whose,
    /// One for each area that they are.
    areas: Vec<Listing<'l>>,
}

impl<'l> Beside<'l> {
    fn of(ledger: &'l Ledger, whose: &Whose) -> Self {
        let areas = match whose {
            Whose::Neighbours => ledger.neighbours(),
            one => ledger.others.get(one).into_iter().collect(),
        };
        let listing = |area| Listing::of(area, Extent::Everything);
        Self { ledger, whose: whose.clone(), areas: areas.into_iter().map(listing).collect() }
    }

    /// The same question asked of them, where the data of one of them reach to it.
    fn reached(&self, now: &Question<'l>) -> Option<Question<'l>> {
        let reaches = |area: &Listing<'l>| {
            let there = self.ledger.beside(now, &area.working.ledger.whose);
            there.is_some_and(|there| area.reaches(&there))
        };
        if self.areas.iter().any(reaches) { self.ledger.beside(now, &self.whose) } else { None }
    }
}

impl<'l> Listing<'l> {
    /// The neighbours' rates and percentages beside each of the board's, and how the board's differ from others'.
    pub(super) fn beside_others(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        let others =
            OTHERS.map(|(whose, difference)| (Beside::of(self.working.ledger, &whose), whose, difference));
        for now in &asked {
            for (beside, whose, difference) in &others {
                let Some(there) = beside.reached(now) else { continue };
                if *whose == Whose::Neighbours {
                    self.had(&there);
                }
                if now.time == Time::REPORT {
                    self.had(&Question { compared: Some(*difference), ..now.clone() });
                }
            }
        }
    }

    /// Lists the figure of a question, if it can be had.
    pub(super) fn had(&mut self, question: &Question<'l>) {
        let figure = self.working.figure(question).ok().filter(|figure| figure.outcome.is_ok());
        self.figures.extend(figure.map(Arc::new));
    }
}

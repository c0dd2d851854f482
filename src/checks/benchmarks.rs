//! The board's own numbers beside official statistics: its own as they were published, and England's rates; and whether
//! what is published goes together.

use std::collections::BTreeMap;

use crate::diagnostic::codes::meaning::{DIFFERS_FROM_OFFICIAL, PUBLISHED_DOES_NOT_FIT, SLIP_OF_TEN};
use crate::figures::ledger::Holding;
use crate::figures::stated::Misfit;
use crate::figures::working::Working;
use crate::model::{FigureId, FileId, Kind, Period, Ratio, Suffix};

use super::{Checks, shown};

impl Checks<'_> {
    /// A measure against the official figure of the same year: the report's year and the one before it.
    pub(super) fn official(&mut self, holding: &Holding) {
        for years in [0, -1] {
            let plan = &self.ledger.plan;
            let year = plan.year.plus(years);
            let own = FigureId::of(holding.name()).at(Period::Year(year));
            let official = own.clone().then(Suffix::Official);
            self.beside_official(own, official);
        }
    }

    fn beside_official(&mut self, own: FigureId, official: FigureId) {
        let Some((ours, theirs)) = self.number(&own).zip(self.number(&official)) else { return };
        let Some((place, published)) = self.cell(&own).zip(self.cell(&official)) else { return };
        if place == published || !ours.certainly_differs_from(&theirs) {
            return;
        }
        let (ours, theirs) = (shown(&Ok(ours)), shown(&Ok(theirs)));
        let message = format!(
            "`{own}` is {ours}, and official statistics give {theirs}{}",
            self.by_how_much(&own, &official)
        );
        let finding = self
            .finding_at(&DIFFERS_FROM_OFFICIAL, message, place.place)
            .related(published.place, "the official figure")
            .help("an export made later or earlier than the return differs by a little: say in the report which of the two it gives")
            .help("a large difference means that the two count different things: check what the export counts")
            .touching([own, official]);
        self.findings.push(finding);
    }

    /// ": 16 more, 2.4%".
    fn by_how_much(&self, own: &FigureId, official: &FigureId) -> String {
        let points = || {
            let ours = self.number(own)?.point()?;
            let theirs = self.number(official)?.point()?;
            let difference = ours.minus(theirs)?;
            let size = difference.magnitude();
            let percent = size.times(Ratio::whole(100))?.over(theirs)?.rounded(1)?;
            let direction = if difference.is_negative() { "fewer" } else { "more" };
            Some((size, direction, percent))
        };
        match points() {
            Some((size, direction, percent)) => {
                let size =
                    if size.is_whole() { size.to_string() } else { size.rounded(1).unwrap_or_default() };
                format!(": ours is {size} {direction}, {percent}%")
            }
            None => String::new(),
        }
    }

    /// Rates and percentages that official statistics give for the report's year and the one before, and that the counts
    /// held can't make: of percentages one finding a column, and of all rates one, since a population that was revised moves
    /// them together.
    pub(super) fn published(&mut self) {
        let plan = &self.ledger.plan;
        let spans = [0, -1].map(|years| plan.calendar.months_of(plan.year.plus(years)));
        let mut together: BTreeMap<Option<(FileId, u32)>, Vec<Misfit>> = BTreeMap::new();
        for other in self.ledger.others() {
            for misfit in Working::with(other).misfits(&spans) {
                let column = (misfit.cell.place.file, misfit.cell.column);
                let is_rate = misfit.id.suffixes().contains(&Suffix::Per10000);
                together.entry((!is_rate).then_some(column)).or_default().push(misfit);
            }
        }
        for (column, misfits) in together {
            self.do_not_fit(&misfits, column.is_none());
        }
    }

    fn do_not_fit(&mut self, misfits: &[Misfit], are_rates: bool) {
        let place = |misfit: &&Misfit| (misfit.cell.place.file, misfit.cell.line, misfit.cell.column);
        let Some(first) = misfits.iter().min_by_key(place) else { return };
        let (one, help) = if are_rates {
            (
                "rate",
                "where the population was revised after they were published, allow it: all rates are then worked out on the revised one",
            )
        } else {
            (
                "percentage",
                "compare the file with the one that was published: a cell or a heading may have been changed",
            )
        };
        let others = match misfits.len().saturating_sub(1) {
            0 => String::new(),
            1 => format!("; one other {one} does not fit either"),
            others => format!("; {others} other {one}s do not fit either"),
        };
        let (stated, worked) = (shown(&Ok(first.stated.clone())), shown(&Ok(first.worked.clone())));
        let message = format!(
            "`{}` is {stated} as published, which the counts held can't make: they make {worked}{others}",
            first.id
        );
        let finding = self
            .finding_at(&PUBLISHED_DOES_NOT_FIT, message, first.cell.place)
            .help("take counts, rates and populations from releases of the same year")
            .help(help)
            .touching(misfits.iter().map(|misfit| misfit.id.clone()));
        self.findings.push(finding);
    }

    /// A rate that is ten times England's, or a tenth of it: either the count or the population is in other units.
    pub(super) fn beside_england(&mut self, holding: &Holding) {
        let own = match holding.measure.kind {
            Kind::Population => return,
            Kind::Percentage => FigureId::of(holding.name()),
            Kind::Events | Kind::Snapshot => FigureId::of(holding.name()).then(Suffix::Per10000),
        };
        let england = own.clone().then(Suffix::England);
        let Some((ours, theirs)) = self.number(&own).zip(self.number(&england)) else { return };
        let Some((rate, usual)) = ours.point().zip(theirs.point()) else { return };
        let (ten, low) = (Ratio::whole(10), Ratio::whole(7));
        let times = rate.over(usual).is_some_and(|ratio| ratio >= low);
        let part = usual.over(rate).is_some_and(|ratio| ratio >= low);
        // Where nearly none are counted, chance alone makes a tenth.
        let enough = self
            .number(&FigureId::of(holding.name()))
            .and_then(|count| count.low())
            .is_some_and(|low| low >= ten);
        let Some(place) = self.cell(&own).filter(|_| enough && (times || part)) else { return };
        let said = if times { "many times" } else { "a small part of" };
        let message = format!("`{own}` is {}, {said} England's {}", shown(&Ok(ours)), shown(&Ok(theirs)));
        let finding = self
            .finding_at(&SLIP_OF_TEN, message, place.place)
            .help("check the number and the population beneath it: a digit may be missing or typed twice, or one of them given in other units")
            .help("if it is true, allow it with `[[allow]]` in the narrative and say why")
            .touching([own, england]);
        self.findings.push(finding);
    }
}

//! What sort of figure a question asks for, what it is counted in, and whether it has a meaning at all.

use std::borrow::Cow;

use crate::model::{
    Declaration, DeclaredFigure, FigureId, Kind, Measure, Name, Period, Reason, Suffix, Unit,
};

use super::ledger::{Ledger, Subject};
use super::question::{Question, Refusal, Time};
use super::whose::Whose;
use super::{FigureKind, Nouns};

/// What sort of thing a figure is, in words that the ledger holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Nature<'l> {
    pub(crate) kind: FigureKind,
    pub(crate) unit: Cow<'l, str>,
    pub(crate) nouns: Option<Nouns<&'l Name>>,
    /// Whether it counts what happens over months, so that an average month has a meaning.
    pub(crate) over_months: bool,
}

/// The unit of differences between percentages.
pub(crate) const POINTS: &str = "percentage points";
/// The unit of money: its numbers are shown as "£12,500", without a noun.
pub(super) const POUNDS: &str = "£";
/// The unit of rates.
const PER_10000: &str = "per 10,000 children aged 0 to 17";
impl<'l> Nature<'l> {
    fn number(kind: FigureKind, unit: impl Into<Cow<'l, str>>, nouns: Option<Nouns<&'l Name>>) -> Self {
        Self { kind, unit: unit.into(), nouns, over_months: false }
    }
}

/// Refuses with a reason in words.
fn meaningless<T>(why: &'static str) -> Result<T, Refusal> {
    Err(Refusal::NotHeld(Reason::NoMeaning(why)))
}

impl Ledger {
    /// The nature of what a question asks for.
    ///
    /// # Errors
    /// It has no meaning, or a part of it is not known.
    pub(crate) fn nature<'l>(&'l self, question: &Question<'l>) -> Result<Nature<'l>, Refusal> {
        match &question.whose {
            whose if *whose == self.whose => self.own_nature(question),
            Whose::Neighbours => self.nature_of_neighbours(question),
            whose => match self.others.get(whose) {
                Some(there) => there.own_nature(question),
                None => Err(Refusal::NotHeld(Reason::NoComparator(whose.unheld(&self.areas)))),
            },
        }
    }

    fn own_nature<'l>(&'l self, question: &Question<'l>) -> Result<Nature<'l>, Refusal> {
        let plain = match question.subject {
            Subject::Measure(holding) => {
                let held = !holding.series.is_empty();
                if held && !holding.knows(&question.selection) {
                    return Err(Refusal::Unknown);
                }
                measured(&holding.measure)
            }
            Subject::Declared(figure) if question.selection.is_whole() => self.declared_nature(figure),
            // It is shown as a plain number that can't be had.
            Subject::Broken(..) if question.selection.is_whole() => {
                Nature::number(FigureKind::Count, "", None)
            }
            Subject::Declared(_) | Subject::Broken(..) => {
                return meaningless("a declared figure has no parts: declare one for the part");
            }
        };
        let made = match question.made {
            Some(suffix) => self.made_nature(question, suffix, plain)?,
            None => plain,
        };
        match question.compared {
            Some(suffix) => match Whose::compared_by(suffix) {
                Some(_) => difference_nature(made, question),
                None => compared_nature(suffix, made),
            },
            None => Ok(made),
        }
    }

    /// Rates and shares of areas can be averaged, their counts can't: they differ in size.
    fn nature_of_neighbours<'l>(&'l self, question: &Question<'l>) -> Result<Nature<'l>, Refusal> {
        if question.compared.is_some() {
            return meaningless(
                "the neighbours with a number may be others each year: set the two years side by side",
            );
        }
        let mut first = Err(Refusal::NotHeld(Reason::NoComparator(Whose::Neighbours.unheld(&self.areas))));
        for asked in self.of_each_neighbour(question) {
            let nature = self.nature(&asked);
            if nature.is_ok() || first.is_err() {
                first = nature;
            }
            if first.is_ok() {
                break;
            }
        }
        let nature = first?;
        if depends_on_size(&nature, question) {
            return meaningless(
                "areas differ in size, so their counts have no meaning together: ask for a rate or percentage, as in \
                 `.per_10000.neighbours`",
            );
        }
        let kind = if nature.kind == FigureKind::NOfN { FigureKind::Percent } else { nature.kind };
        Ok(Nature { kind, over_months: false, ..nature })
    }

    /// Asks at most one input for its own nature, so that figures declared from figures are quickly told.
    fn declared_nature<'l>(&'l self, figure: &'l DeclaredFigure) -> Nature<'l> {
        let named = named(figure);
        let counted = |id: &FigureId| self.nouns_of(id);
        match &figure.declaration {
            Declaration::Conversion { from, to } => {
                let unit = match counted(from) {
                    Some(nouns) => Cow::Owned(format!("per 100 {}", nouns.plural)),
                    None => Cow::Borrowed("per 100"),
                };
                Nature::number(FigureKind::Rate, unit, named.or_else(|| counted(to)))
            }
            Declaration::Percent { part, .. } => {
                Nature::number(FigureKind::Percent, "%", named.or_else(|| counted(part)))
            }
            Declaration::NOfN { whole, .. } => {
                Nature::number(FigureKind::NOfN, "%", named.or_else(|| counted(whole)))
            }
            Declaration::Ratio { of, per } => {
                let unit = match counted(per) {
                    Some(nouns) => format!("per {}", nouns.singular),
                    None => format!("per `{per}`"),
                };
                Nature::number(FigureKind::Ratio, unit, named.or_else(|| counted(of)))
            }
            Declaration::Sum(terms) => {
                let over_months = terms.iter().all(|term| self.counts_over_months(term));
                let first = terms.first();
                let shared = first.and_then(counted);
                let alike = terms.iter().all(|term| counted(term) == shared);
                together(
                    first.and_then(|id| self.input_nature(id)),
                    named.or(shared.filter(|_| alike)),
                    over_months,
                )
            }
            Declaration::Difference { from, take } => {
                let shared = counted(from).filter(|nouns| counted(take) == Some(*nouns));
                let nature = together(self.input_nature(from), named.or(shared), false);
                match nature.kind {
                    FigureKind::Percent => Nature { unit: POINTS.into(), ..nature },
                    _ => nature,
                }
            }
            Declaration::Average { of, .. } => {
                let nature = self.input_nature(of);
                let counted = named.or_else(|| nature.as_ref()?.nouns);
                // An average of counts need not be whole.
                let mut average = together(nature, counted, false);
                if average.kind == FigureKind::Count {
                    average.kind = FigureKind::Ratio;
                }
                average
            }
            Declaration::Range { of, .. } => {
                let nature = self.input_nature(of);
                let counted = named.or_else(|| nature.as_ref()?.nouns);
                let unit = nature.map(|nature| nature.unit).unwrap_or_default();
                Nature::number(FigureKind::Range, unit, counted)
            }
        }
    }

    /// The nature of a figure that another is made from.
    fn input_nature(&self, id: &FigureId) -> Option<Nature<'_>> {
        Question::read(id, self).ok().and_then(|question| self.nature(&question).ok())
    }

    /// The nouns of a measure, or those that a figure declares.
    fn nouns_of(&self, id: &FigureId) -> Option<Nouns<&Name>> {
        match self.subject(id.subject())?.1 {
            Subject::Measure(holding) => Some(nouns(&holding.measure)),
            Subject::Declared(figure) | Subject::Broken(figure, _) => named(figure),
        }
    }

    /// Whether a term of a sum counts what happens over months: events themselves, with no suffix but `.previous`.
    fn counts_over_months(&self, id: &FigureId) -> bool {
        let plain = id.suffixes().iter().all(|suffix| *suffix == Suffix::Previous);
        let events = self.holding(id.subject()).is_some_and(|holding| is_events(&holding.measure));
        plain && events
    }

    fn made_nature<'l>(
        &'l self,
        question: &Question<'l>,
        suffix: Suffix,
        plain: Nature<'l>,
    ) -> Result<Nature<'l>, Refusal> {
        let population =
            matches!(question.subject, Subject::Measure(h) if h.measure.kind == Kind::Population);
        let counts = plain.kind == FigureKind::Count
            && !population
            && plain.unit != POUNDS
            && self.counts_cases(question.subject);
        match suffix {
            Suffix::PerMonth if !plain.over_months => meaningless(
                "an average month has a meaning only for things that happen, not for a day or a share",
            ),
            Suffix::PerMonth if self.single_month(question.time) => {
                meaningless("a single month has no average month")
            }
            Suffix::PerMonth if !self.has_months_to_average(question) => meaningless(
                "each counts once in the period, in however many of its months, so that a part of them is no month's \
                 number: only where the data give the months can they be averaged",
            ),
            Suffix::PerMonth => Ok(Nature::number(FigureKind::Ratio, "a month", plain.nouns)),
            Suffix::Per10000 if counts => {
                Ok(Nature::number(FigureKind::Rate, self.unit_of_rate(question), plain.nouns))
            }
            Suffix::PercentOfPopulation if counts => {
                Ok(Nature::number(FigureKind::Percent, "%", plain.nouns))
            }
            Suffix::Per10000 | Suffix::PercentOfPopulation => {
                meaningless("only counts are given as a rate or share of the children aged 0 to 17")
            }
            Suffix::PercentOfTotal if plain.kind != FigureKind::Count => {
                meaningless("only counts have parts that are a share of the whole")
            }
            Suffix::PercentOfTotal => {
                self.has_whole(question).map(|()| Nature::number(FigureKind::Percent, "%", plain.nouns))
            }
            Suffix::Peak | Suffix::IsHighest => self.month_nature(question, suffix, plain),
            _ => Ok(plain),
        }
    }

    /// The unit of a rate; one of things that happen says so where it is not over a year: " over 11 months".
    fn unit_of_rate(&self, question: &Question) -> Cow<'static, str> {
        let happens = match question.subject {
            Subject::Measure(holding) => holding.measure.kind == Kind::Events,
            Subject::Declared(figure) | Subject::Broken(figure, _) => {
                figure.declaration.inputs().into_iter().any(|id| self.counts_over_months(id))
            }
        };
        match question.time.months(&self.plan).map_or(12, |span| span.len()) {
            12 => Cow::Borrowed(PER_10000),
            _ if !happens => Cow::Borrowed(PER_10000),
            1 => Cow::Owned(format!("{PER_10000} over 1 month")),
            months => Cow::Owned(format!("{PER_10000} over {months} months")),
        }
    }

    /// Whether there is a whole that a value is a share of: that of its measure, or another measure that it is
    /// out of, which must have the same categories.
    fn has_whole<'l>(&'l self, question: &Question<'l>) -> Result<(), Refusal> {
        let whole = self.whole_of(question);
        if whole.name == question.name && question.selection.is_whole() {
            return meaningless("it is the whole: name a category of it, as in `[\"source=Police\"]`");
        }
        match self.nature(&whole) {
            Ok(nature) if nature.kind == FigureKind::Count => Ok(()),
            Ok(_) => meaningless("what it is out of is no count"),
            Err(_) => meaningless("what it is out of is not told by these categories"),
        }
    }

    fn month_nature<'l>(
        &self,
        question: &Question,
        suffix: Suffix,
        plain: Nature<'l>,
    ) -> Result<Nature<'l>, Refusal> {
        match question.subject {
            Subject::Measure(holding) if holding.measure.kind != Kind::Population => {}
            _ => return meaningless("only a measure that is counted by the month has a highest month"),
        }
        match (suffix, self.single_month(question.time)) {
            (Suffix::Peak, true) => meaningless("a single month has no highest month"),
            (Suffix::Peak, false) => Ok(Nature::number(FigureKind::Month, "", plain.nouns)),
            (_, true) => Ok(Nature::number(FigureKind::Truth, "", plain.nouns)),
            (_, false) => meaningless("name the month, as in `[\"2012-05\"].is_highest`"),
        }
    }

    /// The months of a question, each by itself, of a measure in which each counts once in a period: their sum is not the
    /// period's number. None for other measures.
    pub(super) fn months_counted_once<'l>(&self, question: &Question<'l>) -> Option<Vec<Question<'l>>> {
        let Subject::Measure(holding) = question.subject else { return None };
        let span = question.time.months(&self.plan).filter(|_| holding.measure.counts_once)?;
        let at = |month| Question { time: Time::at(Period::Month(month)), ..question.clone() };
        Some(span.months().map(at).collect())
    }

    /// Whether the months of a question have numbers to average, where its own number is not made of them.
    fn has_months_to_average(&self, question: &Question<'_>) -> bool {
        let Subject::Measure(holding) = question.subject else { return true };
        let series = holding.series.get(&question.selection);
        let months = question.time.months(&self.plan);
        let held = series
            .zip(months)
            .is_some_and(|(series, span)| series.months.range(span.first()..=span.last()).next().is_some());
        !holding.measure.counts_once || held
    }

    /// Whether it counts children or what happens to them, so that it has rates among the children of the area: neither
    /// money and entries of the report, nor what is made from such.
    fn counts_cases(&self, subject: &Subject) -> bool {
        let measured = |id: &FigureId| self.holding(id.subject());
        match subject {
            Subject::Measure(holding) => holding.measure.unit == Unit::Cases,
            Subject::Declared(figure) | Subject::Broken(figure, _) => {
                let mut inputs = figure.declaration.inputs().into_iter().filter_map(measured);
                inputs.all(|holding| holding.measure.unit == Unit::Cases)
            }
        }
    }

    fn single_month(&self, time: Time) -> bool {
        time.months(&self.plan).is_some_and(|span| span.len() == 1)
    }
}

/// Whether it counts what happens over the months.
fn is_events(measure: &Measure) -> bool {
    measure.kind == Kind::Events && measure.unit == Unit::Cases
}

fn nouns(measure: &Measure) -> Nouns<&Name> {
    Nouns { singular: &measure.singular, plural: &measure.plural }
}

/// The nouns that a figure declares.
fn named(figure: &DeclaredFigure) -> Option<Nouns<&Name>> {
    figure.nouns.as_ref().map(|(singular, plural)| Nouns { singular, plural })
}

fn measured(measure: &Measure) -> Nature<'_> {
    match (measure.kind, measure.unit) {
        (Kind::Percentage, _) => Nature::number(FigureKind::Percent, "%", None),
        (_, Unit::Pounds | Unit::PoundsOfEntries) => Nature::number(FigureKind::Count, POUNDS, None),
        _ => {
            let over_months = is_events(measure);
            let counted = Nature::number(FigureKind::Count, &*measure.plural, Some(nouns(measure)));
            Nature { over_months, ..counted }
        }
    }
}

/// The nature of figures taken together: that of the first, counted in `nouns` where they are counts.
fn together<'l>(first: Option<Nature<'l>>, nouns: Option<Nouns<&'l Name>>, over_months: bool) -> Nature<'l> {
    let kind = first.as_ref().map_or(FigureKind::Count, |nature| nature.kind);
    let kind = if kind == FigureKind::NOfN { FigureKind::Percent } else { kind };
    let own = first.map(|nature| nature.unit).unwrap_or_default();
    if own == POUNDS && kind == FigureKind::Count {
        return Nature::number(kind, POUNDS, None);
    }
    let unit = match kind {
        FigureKind::Count => nouns.map_or("", |nouns| nouns.plural).into(),
        _ => own,
    };
    Nature { over_months, ..Nature::number(kind, unit, nouns) }
}

/// Whether a figure grows with the area that it is of.
fn depends_on_size(nature: &Nature, question: &Question) -> bool {
    let of_counts = nature.nouns.is_some_and(|nouns| **nouns.plural == *nature.unit);
    match nature.kind {
        FigureKind::Percent | FigureKind::Rate | FigureKind::NOfN => false,
        FigureKind::Ratio => of_counts || question.made == Some(Suffix::PerMonth),
        FigureKind::Count | FigureKind::Range | FigureKind::Month | FigureKind::Truth => true,
    }
}

/// The nature of a difference from another area.
fn difference_nature<'l>(nature: Nature<'l>, question: &Question) -> Result<Nature<'l>, Refusal> {
    if depends_on_size(&nature, question) {
        return meaningless(
            "areas differ in size, so their counts are not compared: ask for the difference of a rate or percentage, as \
             in `.per_10000.difference_from_england`",
        );
    }
    match nature.kind {
        FigureKind::Percent | FigureKind::NOfN => {
            Ok(Nature::number(FigureKind::Percent, POINTS, nature.nouns))
        }
        _ => Ok(Nature { over_months: false, ..nature }),
    }
}

fn compared_nature(suffix: Suffix, nature: Nature<'_>) -> Result<Nature<'_>, Refusal> {
    match (nature.kind, suffix) {
        (FigureKind::Month | FigureKind::Truth | FigureKind::Range, _) => {
            meaningless("a month, a yes or no and a range have no change")
        }
        (FigureKind::Percent | FigureKind::NOfN, Suffix::ChangePercent) => {
            meaningless("the change of a percentage is given in percentage points: ask for `.change`")
        }
        (FigureKind::Percent | FigureKind::NOfN, _) => {
            Ok(Nature::number(FigureKind::Percent, POINTS, nature.nouns))
        }
        (_, Suffix::ChangePercent) => Ok(Nature::number(FigureKind::Percent, "%", nature.nouns)),
        _ => Ok(Nature { over_months: false, ..nature }),
    }
}

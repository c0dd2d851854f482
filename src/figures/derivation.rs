//! A figure whole: its value, and how it came about in words, inputs and cells.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use crate::model::{
    Average, Cell, Declaration, FigureId, Kind, Month, Period, Periods, Reason, Selection, State, Suffix,
    Unit,
};

use super::declared::times;
use super::label::{label, of_neighbours};
use super::ledger::{Holding, Reading, Series, Subject};
use super::nature::Nature;
use super::peak::Heights;
use super::question::{Moment, Question, Refusal, Time};
use super::whose::Whose;
use super::working::Working;
use super::{Amount, Figure, FigureKind, Formula, Nouns};

/// How a figure came about.
#[derive(Default)]
pub(super) struct Derivation {
    pub(super) formula: Formula,
    pub(super) inputs: Vec<FigureId>,
    pub(super) sources: Vec<Cell>,
}

impl Derivation {
    pub(super) fn made(formula: Formula, inputs: Vec<FigureId>) -> Self {
        Self { formula, inputs, sources: Vec::new() }
    }

    /// One made from others in a row, with what stands in the formula before them, between them and behind them.
    pub(super) fn row(
        before: &'static str,
        mark: &'static str,
        behind: impl Into<Cow<'static, str>>,
        inputs: Vec<FigureId>,
    ) -> Self {
        Self::made(Formula::Row(before, mark, behind.into()), inputs)
    }
}

impl<'l> Working<'l> {
    /// The figure that a question asks for.
    ///
    /// # Errors
    /// The question has no meaning, or names what is not known.
    pub(crate) fn figure(&self, question: &Question<'l>) -> Result<Arc<Figure>, Refusal> {
        if let Some(there) = self.elsewhere(question) {
            return there.figure(question);
        }
        let nature = self.ledger.nature(question)?;
        let outcome = self.outcome(question);
        let stated = self.answered_as_stated(question);
        let derivation = self.derivation(question, stated);
        Ok(Arc::new(Figure {
            state: self.state(question, &outcome),
            goal: self.ledger.goal(question, &nature).map(Box::new),
            id: question.id(),
            label: self.label_of(question, stated.is_some(), || derivation.inputs.len()),
            kind: nature.kind,
            unit: nature.unit.into_owned(),
            nouns: nature.nouns.map(Nouns::from),
            period: self.period(question),
            outcome: Rc::unwrap_or_clone(outcome),
            formula: derivation.formula,
            inputs: derivation.inputs,
            sources: derivation.sources,
        }))
    }

    /// The figure of a measure that one cell gives: the same as [`Working::figure`], without looking for it.
    pub(crate) fn leaf(
        &self,
        question: &Question<'l>,
        holding: &Holding,
        reading: &Reading,
        nature: &Nature<'_>,
    ) -> Figure {
        let moment = question.time.moment(holding.measure.kind, &self.ledger.plan);
        Figure {
            state: reading.state(),
            goal: self.ledger.goal(question, nature).map(Box::new),
            id: question.id(),
            label: self.label(question),
            kind: nature.kind,
            unit: nature.unit.clone().into_owned(),
            nouns: nature.nouns.map(Nouns::from),
            period: moment.period(self.ledger.plan.calendar).into(),
            outcome: reading.value.clone().map(Amount::Number),
            formula: as_given(holding, reading),
            inputs: Vec::new(),
            sources: reading.cells().collect(),
        }
    }

    /// Whether a month is the highest of its series, told from heights that were gathered once.
    pub(crate) fn truth(
        &self,
        question: &Question<'l>,
        holding: &Holding,
        series: &Series,
        heights: &Heights,
    ) -> Option<Figure> {
        let month = question.time.months(&self.ledger.plan)?.first();
        let reading = series.months.get(&month)?;
        let derivation = highest(holding, &question.selection, series, month, heights.rival(month));
        let id = |given| holding.id(&question.selection, given);
        let outcome = heights.is_highest(month, reading, id).map_err(|reason| match reason {
            Reason::Undecided => reason,
            root => root.of_input(|| id(reading.given)),
        });
        Some(Figure {
            id: question.id(),
            label: self.label(question),
            kind: FigureKind::Truth,
            unit: String::new(),
            nouns: Some(Nouns {
                singular: holding.measure.singular.clone(),
                plural: holding.measure.plural.clone(),
            }),
            period: Period::Month(month).into(),
            state: heights.state(),
            goal: None,
            outcome: outcome.map(Amount::Truth),
            formula: derivation.formula,
            inputs: derivation.inputs,
            sources: Vec::new(),
        })
    }

    /// How settled the values are that an outcome is made from: of a number its own say so, of months those of all that
    /// are held against each other.
    fn state(&self, question: &Question<'l>, outcome: &Result<Amount, Reason>) -> State {
        let months = || {
            let (holding, span) = self.monthly(question).ok()?;
            let all = question.made == Some(Suffix::IsHighest);
            let series = self.ledger.by_month(holding, &question.selection)?;
            let compared = series.months.iter().filter(|(month, _)| all || span.contains(**month));
            compared.map(|(_, reading)| reading.state()).max()
        };
        match outcome {
            Ok(Amount::Months(_) | Amount::Truth(_)) => months().unwrap_or_default(),
            Ok(amount) => amount.state(),
            Err(_) => State::default(),
        }
    }

    /// What tables call the figure of a question.
    pub(super) fn label(&self, question: &Question<'l>) -> String {
        let stated = self.answered_as_stated(question).is_some();
        self.label_of(question, stated, || self.neighbours(question).had.len())
    }

    /// The same of one that is `stated` or not, where so many neighbours have a number.
    fn label_of(&self, question: &Question<'l>, stated: bool, had: impl FnOnce() -> usize) -> String {
        let areas = &self.ledger.areas;
        let mut label = label(question, areas);
        if question.whose == Whose::Neighbours {
            label.push_str(", ");
            label.push_str(&of_neighbours(areas, had()));
        }
        if stated {
            label.push_str(", as published");
        }
        label
    }

    /// What the figure is a number of when.
    fn period(&self, question: &Question<'l>) -> Periods {
        let plan = &self.ledger.plan;
        let at = |time: Time, kind| Periods::from(time.moment(kind, plan).period(plan.calendar));
        match question.subject {
            _ if matches!(question.made, Some(Suffix::Peak | Suffix::IsHighest)) => {
                at(question.time, Kind::Events)
            }
            Subject::Measure(holding) => at(question.time, holding.measure.kind),
            Subject::Broken(..) => at(question.time, Kind::Events),
            Subject::Declared(figure) => match &figure.declaration {
                Declaration::Average { years, .. } | Declaration::Range { years, .. } => {
                    let spans =
                        times(years, question.time, plan).into_iter().filter_map(|time| time.months(plan));
                    let periods = Periods::of_spans(spans, plan.calendar);
                    periods.unwrap_or_else(|| at(question.time, Kind::Events))
                }
                declaration => self.common_period(declaration, question.time).into(),
            },
        }
    }

    /// The period of what a figure is made from where that is one (a percentage of two snapshots is of their
    /// day), else the months.
    fn common_period(&self, declaration: &'l Declaration, time: Time) -> Period {
        let plan = &self.ledger.plan;
        let months = time.moment(Kind::Events, plan).period(plan.calendar);
        let periods = declaration.inputs().into_iter().map(|id| {
            let question = self.operand_at(id, time).ok()?;
            match question.subject {
                Subject::Measure(holding) => Some(question.time.moment(holding.measure.kind, plan)),
                Subject::Declared(_) | Subject::Broken(..) => None,
            }
        });
        let mut found = periods.collect::<Vec<Option<Moment>>>().into_iter();
        match found.next().flatten() {
            Some(first) if found.all(|other| other == Some(first)) => first.period(plan.calendar),
            _ => months,
        }
    }

    /// How a question is answered; `stated` as official statistics do and whether its counts were rounded, where so.
    fn derivation(&self, question: &Question<'l>, stated: Option<(&'l Reading, bool)>) -> Derivation {
        if let Some(whose) = question.compared.and_then(Whose::compared_by) {
            let now = question.uncompared();
            let there = self.ledger.beside(&now, &whose).map(|there| there.id());
            let inputs: Vec<FigureId> = std::iter::once(now.id()).chain(there).collect();
            return Derivation::row("", " − ", "", inputs);
        }
        if let Some((reading, rounded)) = stated {
            let words = match rounded {
                true => "as its publisher worked it out, from counts before they were rounded",
                false => "as its publisher worked it out",
            };
            let (formula, sources) = (Formula::Words(words), reading.cells().collect());
            return Derivation { formula, inputs: Vec::new(), sources };
        }
        if question.whose == Whose::Neighbours && question.compared.is_none() {
            let inputs: Vec<FigureId> = self.neighbours(question).had.into_iter().map(|(id, _)| id).collect();
            let before = match self.ledger.areas.average {
                Average::Mean => "the mean of ",
                Average::Median => "the median of ",
            };
            return Derivation::row(before, ", ", "", inputs);
        }
        if let Some(suffix) = question.compared {
            let now = question.uncompared();
            let both = vec![now.id(), now.earlier().id()];
            return match suffix {
                Suffix::ChangePercent => Derivation::row("(", " ÷ ", " − 1) × 100", both),
                _ => Derivation::row("", " − ", "", both),
            };
        }
        match question.made {
            Some(suffix) => self.made_derivation(question, suffix),
            None => match question.subject {
                Subject::Measure(holding) => self.measured_derivation(question, holding),
                Subject::Declared(figure) => self.declared_derivation(&figure.declaration, question.time),
                Subject::Broken(figure, _) => {
                    let inputs = figure.declaration.inputs().into_iter().cloned().collect();
                    Derivation::made(Formula::default(), inputs)
                }
            },
        }
    }

    fn made_derivation(&self, question: &Question<'l>, suffix: Suffix) -> Derivation {
        let plain = question.plain();
        let id = plain.id();
        match suffix {
            Suffix::PerMonth if let Some(months) = self.ledger.months_counted_once(&plain) => {
                let inputs: Vec<FigureId> = months.iter().map(Question::id).collect();
                Derivation::row("(", " + ", format!(") ÷ {}", inputs.len()), inputs)
            }
            Suffix::PerMonth => {
                let months = question.time.months(&self.ledger.plan).map_or(1, |span| span.len());
                Derivation::row("", "", format!(" ÷ {months}"), vec![id])
            }
            Suffix::Per10000 => {
                Derivation::row("", " ÷ ", " × 10,000", vec![id, self.population_id(question.time)])
            }
            Suffix::PercentOfPopulation => {
                Derivation::row("", " ÷ ", " × 100", vec![id, self.population_id(question.time)])
            }
            Suffix::PercentOfTotal => {
                let whole = self.ledger.whole_of(&plain).id();
                Derivation::row("", " ÷ ", " × 100", vec![id, whole])
            }
            Suffix::Peak => self.peak_derivation(question),
            Suffix::IsHighest => self.highest_derivation(question),
            _ => Derivation::default(),
        }
    }

    fn peak_derivation(&self, question: &Question<'l>) -> Derivation {
        let Ok((holding, span)) = self.monthly(question) else { return Derivation::default() };
        let series = self.ledger.by_month(holding, &question.selection);
        let held = series.iter().flat_map(|series| series.months.range(span.first()..=span.last()));
        let readings: Vec<&Reading> = held.map(|(_, reading)| reading).collect();
        let id = |reading: &&Reading| holding.id(&question.selection, reading.given);
        let inputs: Vec<FigureId> = readings.iter().map(id).collect();
        let sources = readings.iter().flat_map(|reading| reading.cells()).collect();
        Derivation { sources, ..Derivation::row("the month with the highest of ", ", ", "", inputs) }
    }

    /// Held against the highest of the other months alone: that decides it.
    fn highest_derivation(&self, question: &Question<'l>) -> Derivation {
        let Ok((holding, span)) = self.monthly(question) else { return Derivation::default() };
        let series = self.ledger.by_month(holding, &question.selection);
        let Some(series) = series.as_deref() else { return Derivation::default() };
        let month = span.first();
        let rival = Heights::of(series).rival(month);
        highest(holding, &question.selection, series, month, rival)
    }
}

/// How it came about that a month is the highest, or is not.
fn highest(
    holding: &Holding,
    selection: &Selection,
    series: &Series,
    month: Month,
    rival: Option<Month>,
) -> Derivation {
    let months = [Some(month), rival].into_iter().flatten();
    let readings = months.filter_map(|month| series.months.get(&month));
    let inputs: Vec<FigureId> = readings.map(|reading| holding.id(selection, reading.given)).collect();
    Derivation::row("", ", held against the highest of the other months: ", "", inputs)
}

/// The formula of a figure that a cell gives, a case list, or the entries of a block together.
pub(super) fn as_given(holding: &Holding, reading: &Reading) -> Formula {
    Formula::Words(match holding.measure.unit {
        Unit::Cases if reading.cell.counted.is_some() => "counted from the rows of a case list",
        Unit::Cases | Unit::Pounds => "as given",
        Unit::Entries => "counted or added up from the entries of the report",
        Unit::PoundsOfEntries => "added up from the entries of the report",
    })
}

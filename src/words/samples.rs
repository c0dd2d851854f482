//! Figures made by hand, for the tests of words and of the narrative.

use crate::figures::{Amount, Figure, FigureKind, Figures, Formula, Nouns, Published, publish};
use crate::model::{FigureId, Flags, Period, Quantity, Ratio, Reason, State, Suffix};

pub(crate) fn id(text: &str) -> FigureId {
    FigureId::parse(text).unwrap()
}

pub(crate) fn when(text: &str) -> Period {
    id(&format!("a[{text}]")).period().unwrap()
}

/// "12", "12.5", "172600/3007", "~1800", ">20", "<5", "10..14", ">=12.5", "low".
pub(crate) fn quantity(text: &str) -> Quantity {
    let number = |text: &str| match text.split_once('/') {
        Some((over, under)) => Ratio::new(over.parse().unwrap(), under.parse().unwrap()).unwrap(),
        None => Ratio::parse(text).unwrap(),
    };
    let between = |low, high| Quantity::between(low, high).unwrap();
    if text == "low" {
        Quantity::nearly_nought()
    } else if let Some(rest) = text.strip_prefix('~') {
        let plain = quantity(rest);
        let flags = Flags { approximate: true, ..Flags::default() };
        plain.point().map_or(plain.flagged(flags), Quantity::about)
    } else if let Some(rest) = text.strip_prefix(">=") {
        between(Some(number(rest)), None)
    } else if let Some(rest) = text.strip_prefix("<=") {
        between(None, Some(number(rest)))
    } else if let Some(rest) = text.strip_prefix('>') {
        between(number(rest).plus(Ratio::ONE), None)
    } else if let Some(rest) = text.strip_prefix('<') {
        between(Some(Ratio::ZERO), number(rest).minus(Ratio::ONE))
    } else if let Some((low, high)) = text.split_once("..") {
        between(Some(number(low)), Some(number(high)))
    } else {
        Quantity::exact(number(text))
    }
}

/// A count of "contacts" in 2013/14.
pub(crate) fn count(text: &str, amount: &str) -> Figure {
    Figure {
        id: id(text),
        label: "Contacts".to_owned(),
        kind: FigureKind::Count,
        unit: "contacts".to_owned(),
        nouns: Some(Nouns { singular: "contact".into(), plural: "contacts".into() }),
        period: when("2013/14").into(),
        state: State::Final,
        goal: None,
        outcome: Ok(Amount::Number(quantity(amount))),
        formula: Formula::default(),
        inputs: Vec::new(),
        sources: Vec::new(),
    }
}

pub(crate) trait Altered: Sized {
    fn nouns(self, singular: &str, plural: &str) -> Self;
    fn kind(self, kind: FigureKind, unit: &str) -> Self;
    fn at(self, period: &str) -> Self;
    fn label(self, label: &str) -> Self;
    fn outcome(self, outcome: Result<Amount, Reason>) -> Self;
    fn without_nouns(self) -> Self;
}

impl Altered for Figure {
    fn nouns(mut self, singular: &str, plural: &str) -> Self {
        self.nouns = Some(Nouns { singular: singular.into(), plural: plural.into() });
        self
    }

    fn kind(mut self, kind: FigureKind, unit: &str) -> Self {
        self.kind = kind;
        unit.clone_into(&mut self.unit);
        self
    }

    fn at(mut self, period: &str) -> Self {
        self.period = when(period).into();
        self
    }

    fn label(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    fn outcome(mut self, outcome: Result<Amount, Reason>) -> Self {
        self.outcome = outcome;
        self
    }

    fn without_nouns(mut self) -> Self {
        self.nouns = None;
        self
    }
}

/// A figure with its year before, change and change in per cent as the figures' stage would make them.
pub(crate) fn with_change(figure: Figure, previous: &str) -> Vec<Figure> {
    let then = quantity(previous);
    let Ok(Amount::Number(now)) = figure.outcome.clone() else { return vec![figure] };
    let change = now.minus(&then).unwrap();
    let percent = || {
        let times = now.over_base(&then, || Reason::NoneBefore)?.minus(&Quantity::exact(Ratio::ONE))?;
        times.scaled(Ratio::whole(100)).map(Amount::Number)
    };
    let points = figure.kind == FigureKind::Percent;
    let suffixed = |suffix| Figure { id: figure.id.clone().then(suffix), ..figure.clone() };
    let mut all = vec![
        suffixed(Suffix::Previous).outcome(Ok(Amount::Number(then.clone()))),
        Figure {
            unit: if points { "percentage points".to_owned() } else { figure.unit.clone() },
            ..suffixed(Suffix::Change).outcome(Ok(Amount::Number(change)))
        },
    ];
    if !points {
        all.push(
            suffixed(Suffix::ChangePercent).kind(FigureKind::Percent, "%").without_nouns().outcome(percent()),
        );
    }
    all.push(figure);
    all
}

pub(crate) fn published(figures: Vec<Figure>) -> Published {
    publish(&Figures::of(figures))
}

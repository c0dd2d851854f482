//! A second, independent computation agrees. The reference knows nothing of ratios, ledgers or ids: it takes the
//! cells as they were drawn, in floating point, and finds the ends of each figure by trying every corner.

#![expect(clippy::float_arithmetic, reason = "the reference must not share the arithmetic that it checks")]

use proptest::prelude::*;

use super::{Held, id};
use crate::figures::{Amount, Figures, Found};
use crate::model::{Declaration, Kind, Ratio, YearsAsked};

/// A cell as it is drawn.
#[derive(Clone, Copy, Debug)]
enum Drawn {
    Gap,
    Hidden,
    Exact(u32),
    About(u32),
    Over(u32),
    Under(u32),
}

/// What the reference makes of a figure: its ends and whether it is approximate; none where it can't be had.
type Ends = Option<(f64, f64, bool)>;

impl Drawn {
    fn text(self) -> Option<String> {
        match self {
            Self::Gap => None,
            Self::Hidden => Some("c".to_owned()),
            Self::Exact(n) => Some(n.to_string()),
            Self::About(n) => Some(format!("~{n}")),
            Self::Over(n) => Some(format!(">{n}")),
            Self::Under(n) => Some(format!("<{}", n + 1)),
        }
    }

    fn ends(self) -> Ends {
        match self {
            Self::Gap | Self::Hidden => None,
            Self::Exact(n) => Some((f64::from(n), f64::from(n), false)),
            Self::About(n) => Some((f64::from(n), f64::from(n), true)),
            Self::Over(n) => Some((f64::from(n + 1), f64::INFINITY, false)),
            Self::Under(n) => Some((0.0, f64::from(n), false)),
        }
    }

    /// One number that the cell may stand for.
    fn truth(self, chance: u32) -> f64 {
        match self {
            Self::Gap | Self::Hidden => 0.0,
            Self::Exact(n) | Self::About(n) => f64::from(n),
            Self::Over(n) => f64::from(n + 1 + chance % 40),
            Self::Under(n) => f64::from(chance % (n + 1)),
        }
    }
}

fn drawn() -> impl Strategy<Value = Drawn> {
    prop_oneof![
        1 => Just(Drawn::Gap),
        1 => Just(Drawn::Hidden),
        80 => (0_u32..60).prop_map(Drawn::Exact),
        2 => (0_u32..60).prop_map(Drawn::About),
        4 => (0_u32..30).prop_map(Drawn::Over),
        4 => (0_u32..30).prop_map(Drawn::Under),
    ]
}

/// Two years of months of one series.
type Months = Vec<Drawn>;

fn months() -> impl Strategy<Value = Months> {
    prop_oneof![
        6 => prop::collection::vec(drawn(), 24),
        // Nothing at all in the first year, so that there was none before.
        1 => prop::collection::vec(drawn(), 12).prop_map(|now| [vec![Drawn::Exact(0); 12], now].concat()),
    ]
}

fn sum(all: impl IntoIterator<Item = Ends>) -> Ends {
    all.into_iter().try_fold((0.0, 0.0, false), |(low, high, about), next| {
        next.map(|(l, h, a)| (low + l, high + h, about || a))
    })
}

fn year(months: &[Drawn], now: bool) -> Ends {
    let (before, after) = months.split_at(12);
    sum((if now { after } else { before }).iter().map(|cell| cell.ends()))
}

fn less(one: Ends, other: Ends) -> Ends {
    let ((l, h, a), (ol, oh, oa)) = (one?, other?);
    Some((l - oh, h - ol, a || oa))
}

fn times(one: Ends, factor: f64) -> Ends {
    one.map(|(l, h, a)| (l * factor, h * factor, a))
}

/// Every corner; a divisor that may be nought leaves no upper end.
fn over(one: Ends, other: Ends) -> Ends {
    let ((l, h, a), (ol, oh, oa)) = (one?, other?);
    if oh == 0.0 {
        return None;
    }
    let corner = |x: f64, y: f64| if y == 0.0 { f64::INFINITY } else { x / y };
    let corners = [corner(l, ol), corner(l, oh), corner(h, ol), corner(h, oh)];
    let known = corners.into_iter().filter(|corner| !corner.is_nan());
    let (low, high) = known.fold((f64::INFINITY, 0.0_f64), |(low, high), c| (low.min(c), high.max(c)));
    Some((low, high, a || oa))
}

/// A percentage that can't be above 100 unless it certainly is.
fn part_of(part: Ends, whole: Ends) -> Ends {
    let (low, high, about) = times(over(part, whole), 100.0)?;
    let capped = if low == high || low > 100.0 { high } else { high.min(100.0) };
    Some((low, capped, about))
}

/// The share of one among others that together make the whole, corner by corner.
fn part_among(part: Ends, rest: Ends) -> Ends {
    let ((l, h, a), (ol, oh, oa)) = (part?, rest?);
    if h + oh == 0.0 {
        return None;
    }
    let low = if l == 0.0 || oh.is_infinite() { 0.0 } else { l / (l + oh) };
    let high = if h.is_infinite() || ol == 0.0 { 1.0 } else { h / (h + ol) };
    // All exact and the part nought: exactly nought, and of a rest of nought exactly all.
    let high = if h == 0.0 && ol > 0.0 { 0.0 } else { high };
    Some((low * 100.0, high * 100.0, a || oa))
}

fn number(ratio: Ratio) -> f64 {
    let text = ratio.to_string();
    let (numerator, denominator) = text.split_once('/').unwrap_or((&text, "1"));
    numerator.parse::<f64>().unwrap() / denominator.parse::<f64>().unwrap()
}

fn ends(figures: &Figures, text: &str) -> Ends {
    let Found::Figure(figure) = figures.find(&id(text)) else { return None };
    let Ok(Amount::Number(quantity)) = &figure.outcome else { return None };
    let low = quantity.low().map_or(f64::NEG_INFINITY, number);
    let high = quantity.high().map_or(f64::INFINITY, number);
    Some((low, high, quantity.flags().approximate))
}

fn near(one: f64, other: f64) -> bool {
    one == other || (one - other).abs() <= 1e-9 * one.abs().max(1.0)
}

fn same(one: Ends, other: Ends) -> bool {
    match (one, other) {
        (Some((l, h, a)), Some((ol, oh, oa))) => near(l, ol) && near(h, oh) && a == oa,
        (None, None) => true,
        _ => false,
    }
}

/// What is drawn for one case.
#[derive(Clone, Debug)]
struct Drawing {
    police: Months,
    schools: Months,
    /// The whole as given, or none: then the two parts make it.
    whole: Option<Months>,
    referrals: Months,
    population: u32,
}

fn drawing() -> impl Strategy<Value = Drawing> {
    (months(), months(), prop::option::of(months()), months(), 1_u32..100_000).prop_map(
        |(police, schools, whole, referrals, population)| Drawing {
            police,
            schools,
            whole,
            referrals,
            population,
        },
    )
}

impl Drawing {
    fn held(&self) -> Held {
        let mut held = Held::year(2013)
            .measure("contacts", Kind::Events)
            .measure("referrals", Kind::Events)
            .measure("population", Kind::Population)
            .change("contacts", |measure| measure.complete = vec!["source".to_owned()])
            .put("population[mid-2013]", &self.population.to_string())
            .declare("conversion", Declaration::Conversion { from: id("contacts"), to: id("referrals") })
            .declare("share", Declaration::Percent { part: id("referrals"), whole: id("contacts") })
            .declare("both", Declaration::Sum(vec![id("contacts"), id("referrals")]))
            .declare("rest", Declaration::Difference { from: id("contacts"), take: id("referrals") })
            .declare("each", Declaration::Ratio { of: id("contacts"), per: id("referrals") })
            .declare("mean", Declaration::Average { of: id("referrals"), years: YearsAsked::Latest(2) });
        let series = [
            ("contacts[@,source=Police]", Some(&self.police)),
            ("contacts[@,source=Schools]", Some(&self.schools)),
            ("contacts[@]", self.whole.as_ref()),
            ("referrals[@]", Some(&self.referrals)),
        ];
        let first = held.plan.span.first().plus(-12);
        for (name, months) in series {
            for (offset, cell) in months.into_iter().flatten().enumerate() {
                let month = first.plus(i32::try_from(offset).unwrap());
                if let Some(text) = cell.text() {
                    held = held.put(&name.replace('@', &month.to_string()), &text);
                }
            }
        }
        held
    }

    /// The total of a year: its own where every month of it is there, else that of its parts.
    fn contacts(&self, now: bool) -> Ends {
        match &self.whole {
            Some(whole) if self.whole_is_there(now) => year(whole, now),
            _ => sum([year(&self.police, now), year(&self.schools, now)]),
        }
    }

    /// Whether no month of the whole is a gap (one that is withheld is there, and can't be added).
    fn whole_is_there(&self, now: bool) -> bool {
        let there = |cells: &[Drawn]| !cells.iter().any(|cell| matches!(cell, Drawn::Gap));
        let split = self.whole.as_ref().map(|whole| whole.split_at(12));
        split.is_some_and(|(before, after)| there(if now { after } else { before }))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plain_reference_comes_to_the_same_intervals(drawing in drawing()) {
        let figures = drawing.held().figures();
        let (now, before) = (drawing.contacts(true), drawing.contacts(false));
        let (referrals, earlier) = (year(&drawing.referrals, true), year(&drawing.referrals, false));
        let (police, schools) = (year(&drawing.police, true), year(&drawing.schools, true));
        let one = Some((1.0, 1.0, false));
        let population = f64::from(drawing.population);
        let percent_change = |now, before| times(over(now, before).and_then(|times| less(Some(times), one)), 100.0);
        let share = if drawing.whole_is_there(true) { part_of(police, now) } else { part_among(police, schools) };
        for (text, expected) in [
            ("contacts", now),
            ("contacts.previous", before),
            ("contacts.change", less(now, before)),
            ("contacts.change_percent", percent_change(now, before)),
            ("contacts.per_month", times(now, 1.0 / 12.0)),
            ("contacts.per_10000", times(now, 10_000.0 / population)),
            ("contacts.percent_of_population", times(now, 100.0 / population)),
            ("contacts[source=Police]", police),
            ("contacts[source=Police].percent_of_total", share),
            ("contacts[2012/13]", before),
            ("referrals.change_percent", percent_change(referrals, earlier)),
            ("conversion", times(over(referrals, now), 100.0)),
            ("conversion.previous", times(over(earlier, before), 100.0)),
            ("conversion.change", less(times(over(referrals, now), 100.0), times(over(earlier, before), 100.0))),
            ("share", part_of(referrals, now)),
            ("both", sum([now, referrals])),
            ("both.change", less(sum([now, referrals]), sum([before, earlier]))),
            ("rest", less(now, referrals)),
            ("each", over(now, referrals)),
            ("mean", times(sum([earlier, referrals]), 0.5)),
        ] {
            let found = ends(&figures, text);
            prop_assert!(same(found, expected), "{text}: {found:?}, not {expected:?}");
        }
    }

    #[test]
    fn every_number_that_the_cells_allow_lies_within_the_intervals(
        drawing in drawing(),
        chances in prop::collection::vec(0_u32..1000, 96),
    ) {
        let drawing = Drawing { whole: None, ..drawing };
        let figures = drawing.held().figures();
        let mut chances = chances.into_iter().cycle();
        let mut truth = |months: &[Drawn], now: bool| -> f64 {
            let (before, after) = months.split_at(12);
            (if now { after } else { before }).iter().map(|cell| cell.truth(chances.next().unwrap_or(0))).sum()
        };
        let (police, schools) = (truth(&drawing.police, true), truth(&drawing.schools, true));
        let before = truth(&drawing.police, false) + truth(&drawing.schools, false);
        let (referrals, earlier) = (truth(&drawing.referrals, true), truth(&drawing.referrals, false));
        let now = police + schools;
        for (text, number) in [
            ("contacts", now),
            ("contacts.change", now - before),
            ("contacts.change_percent", (now / before - 1.0) * 100.0),
            ("contacts[source=Police].percent_of_total", police / now * 100.0),
            ("conversion", referrals / now * 100.0),
            ("conversion.change", referrals / now * 100.0 - earlier / before * 100.0),
            ("rest", now - referrals),
            ("each", now / referrals),
            ("mean", (referrals + earlier) / 2.0),
        ] {
            if let (Some((low, high, _)), true) = (ends(&figures, text), number.is_finite()) {
                let slack = 1e-9 * number.abs().max(1.0);
                prop_assert!(low - slack <= number && number <= high + slack, "{text}: {number} outside {low} to {high}");
            }
        }
    }
}

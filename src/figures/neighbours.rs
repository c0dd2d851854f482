//! The neighbours' figures made into one: their mean or median, over those of them that have a number.

use crate::model::{Average, Ends, FigureId, Quantity, Ratio, Reason, Value};

use super::ledger::Ledger;
use super::question::Question;
use super::whose::Whose;
use super::working::Working;

/// What neighbours have of a figure.
pub(super) struct Neighbours {
    /// Those with a number, in the order of the narrative.
    pub(super) had: Vec<(FigureId, Quantity)>,
    /// Why the first of the others has none.
    lacking: Option<Reason>,
}

impl Ledger {
    /// The same question in the ledger of an area; none where nothing is held of it.
    pub(super) fn beside<'l>(&'l self, question: &Question<'l>, whose: &Whose) -> Option<Question<'l>> {
        if *whose == Whose::Neighbours {
            let any = !self.neighbours.is_empty();
            return any.then(|| Question { whose: Whose::Neighbours, ..question.clone() });
        }
        let there = Question { whose: whose.clone(), ..question.clone() };
        there.about(question.place, self.others.get(whose)?)
    }

    /// A question about the neighbours, asked of each of them of whom anything is held.
    pub(super) fn of_each_neighbour<'l>(
        &'l self,
        question: &Question<'l>,
    ) -> impl Iterator<Item = Question<'l>> {
        self.neighbours.iter().filter_map(|whose| self.beside(question, whose))
    }
}

impl<'l> Working<'l> {
    /// What each neighbour has.
    pub(super) fn neighbours(&self, question: &Question<'l>) -> Neighbours {
        let mut found = Neighbours { had: Vec::new(), lacking: None };
        for asked in self.ledger.of_each_neighbour(question) {
            match self.value(&asked) {
                Ok(quantity) => found.had.push((asked.id(), quantity)),
                Err(reason) => found.lacking = found.lacking.or(Some(reason.of_input(|| asked.id()))),
            }
        }
        found
    }

    /// Their mean or median.
    pub(super) fn average_of_neighbours(&self, question: &Question<'l>) -> Value {
        let found = self.neighbours(question);
        let numbers: Vec<Quantity> = found.had.iter().map(|(_, quantity)| quantity.clone()).collect();
        if numbers.is_empty() {
            let unheld = Reason::NoComparator(Whose::Neighbours.unheld(&self.ledger.areas));
            return Err(found.lacking.unwrap_or(unheld));
        }
        match self.ledger.areas.average {
            Average::Mean => mean(&numbers),
            Average::Median => median(&numbers),
        }
    }
}

/// Decimals to which values are rounded where their exact sum would be too large to hold: rates on ten populations
/// have a common denominator of fifty digits. It moves a mean by less than a millionth.
const PLACES: u8 = 9;

fn mean(numbers: &[Quantity]) -> Value {
    let rounded = || numbers.iter().filter_map(rounded).collect::<Vec<Quantity>>();
    match exact_mean(numbers) {
        Err(Reason::TooLarge) if rounded().len() == numbers.len() => exact_mean(&rounded()),
        mean => mean,
    }
}

fn exact_mean(numbers: &[Quantity]) -> Value {
    let sum = numbers.iter().try_fold(Quantity::exact(Ratio::ZERO), |sum, number| sum.plus(number))?;
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    sum.over(&Quantity::exact(Ratio::from(count)), || Reason::Undecided)
}

fn rounded(number: &Quantity) -> Option<Quantity> {
    let end = |end: Option<Option<Ratio>>| match end.flatten() {
        Some(end) => end.round_to(PLACES).map(Some).ok_or(Reason::TooLarge),
        None => Ok(None),
    };
    let ends = |(lows, highs): Ends| Ok((end(lows.first().copied())?, end(highs.first().copied())?));
    Quantity::of_ends(std::slice::from_ref(number), ends).ok()
}

/// The median of intervals lies between the median of their lower ends and that of their upper ends; an end that is
/// open lies beyond all others.
fn median(numbers: &[Quantity]) -> Value {
    Quantity::of_ends(numbers, |(mut lows, mut highs)| {
        lows.sort();
        highs.sort_by_key(|high| (high.is_none(), *high));
        Ok((middle(&lows)?, middle(&highs)?))
    })
}

/// The one in the middle of sorted ends, or half-way between the two; none where it is open.
fn middle(ends: &[Option<Ratio>]) -> Result<Option<Ratio>, Reason> {
    let half = ends.len() / 2;
    let upper = ends.get(half).copied().flatten();
    if ends.len() % 2 == 1 {
        return Ok(upper);
    }
    let lower = half.checked_sub(1).and_then(|at| ends.get(at)).copied().flatten();
    let (Some(lower), Some(upper)) = (lower, upper) else { return Ok(None) };
    let sum = lower.plus(upper).ok_or(Reason::TooLarge)?;
    sum.over(Ratio::whole(2)).ok_or(Reason::TooLarge).map(Some)
}

#[cfg(test)]
mod tests {
    use super::{mean, median};
    use crate::figures::tests::given;
    use crate::model::{Quantity, Ratio};

    fn shown(ends: Option<Ratio>) -> String {
        ends.map_or("-".to_owned(), |end| end.to_string())
    }

    #[test]
    fn the_average_of_numbers_in_doubt_is_in_doubt() {
        for (numbers, mean_is, median_is) in [
            (vec!["3", "1", "8"], "4..4", "3..3"),
            (vec!["3", "1", "8", "4"], "4..4", "7/2..7/2"),
            (vec!["9"], "9..9", "9..9"),
            (vec!["3", "<5", "8"], "11/3..5", "3..4"),
            (vec!["3", ">5", "8"], "17/3..-", "6..8"),
        ] {
            let numbers: Vec<Quantity> = numbers.into_iter().map(|text| given(text).unwrap()).collect();
            let ends = |value: Quantity| format!("{}..{}", shown(value.low()), shown(value.high()));
            assert_eq!(ends(mean(&numbers).unwrap()), mean_is);
            assert_eq!(ends(median(&numbers).unwrap()), median_is);
        }
    }

    #[test]
    fn a_mean_of_rates_on_many_populations_can_be_had() {
        let primes = [66_103, 66_107, 66_109, 66_137, 66_161, 66_169, 66_173, 66_179, 66_191, 66_221];
        let rates = primes.map(|prime| Quantity::exact(Ratio::new(10_000_000, prime).unwrap()));
        let mean = mean(&rates).unwrap().point().unwrap();
        // Reckoned with exact fractions elsewhere.
        assert_eq!(mean.rounded(3).as_deref(), Some("151.160"));
    }

    #[test]
    fn one_approximate_number_makes_the_average_approximate() {
        let numbers: Vec<Quantity> = ["~30", "10"].into_iter().map(|text| given(text).unwrap()).collect();
        assert!(median(&numbers).unwrap().flags().approximate);
        assert!(mean(&numbers).unwrap().flags().approximate);
    }
}

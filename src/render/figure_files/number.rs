//! The numbers of the files of figures, written digit by digit from exact ratios.

use crate::figures::{Amount, Figure, FigureKind};
use crate::model::Ratio;

/// Decimals that a file of figures gives at most.
const PLACES: u8 = 6;

/// A figure's numbers as digits; those that it does not have are none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers {
    /// The single value.
    single: Option<String>,
    /// The ends of its interval, where there is no single value.
    ends: (Option<String>, Option<String>),
    /// The single value as a ratio before it is made a percentage or a rate: "1726/3007" of 57.4.
    pub exact: Option<String>,
    /// How many the value is out of: 100 for a percentage, so that 100 times `exact` is the value; 1 for what is no
    /// percentage or rate.
    pub scale: u32,
}

impl Numbers {
    /// The single value.
    pub(super) fn value(&self) -> Option<&str> {
        self.single.as_deref()
    }

    /// The lower end of its interval.
    pub(super) fn low(&self) -> Option<&str> {
        self.value().or(self.ends.0.as_deref())
    }

    /// The upper end.
    pub(super) fn high(&self) -> Option<&str> {
        self.value().or(self.ends.1.as_deref())
    }
}

/// The numbers of a figure. Part of a whole counts as its percentage; a range as an interval; months and truths
/// have none.
pub(super) fn numbers(figure: &Figure) -> Numbers {
    let (low, high) = match &figure.outcome {
        Ok(Amount::Number(number)) => (number.low(), number.high()),
        Ok(Amount::NOfN { part, whole }) => {
            (share(part.low(), whole.high()), share(part.high(), whole.low()))
        }
        Ok(Amount::Range { low, high }) => (low.low(), high.high()),
        Ok(Amount::Months(_) | Amount::Truth(_)) | Err(_) => (None, None),
    };
    let scale = scale(figure);
    match low.filter(|_| low == high) {
        Some(single) => {
            let exact = single.over(Ratio::from(scale)).map(Ratio::exact);
            Numbers { single: decimal(single), exact, scale, ..Numbers::default() }
        }
        None => {
            Numbers { ends: (low.and_then(decimal), high.and_then(decimal)), scale, ..Numbers::default() }
        }
    }
}

/// How many a percentage or rate is out of; 1 for what is neither.
fn scale(figure: &Figure) -> u32 {
    match figure.kind {
        FigureKind::Percent | FigureKind::NOfN => 100,
        FigureKind::Rate | FigureKind::Range if figure.unit.starts_with("per 10,000") => 10_000,
        FigureKind::Rate => 100,
        FigureKind::Range if figure.unit == "%" || figure.unit.starts_with("per 100") => 100,
        _ => 1,
    }
}

fn share(part: Option<Ratio>, whole: Option<Ratio>) -> Option<Ratio> {
    part?.over(whole?)?.times(Ratio::whole(100))
}

/// At most six decimals, without noughts at the end. None where the number is too large to be written.
pub(in crate::render) fn decimal(ratio: Ratio) -> Option<String> {
    if ratio.is_whole() { ratio.rounded(0) } else { ratio.short(PLACES) }
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use crate::model::Ratio;

    #[test]
    fn decimals_are_cut_at_six_and_have_no_noughts_at_the_end() {
        let cases = [
            (3262, 1, "3262"),
            (1726, 3007, "0.573994"),
            (5, 2, "2.5"),
            (100, 1, "100"),
            (0, 1, "0"),
            (-1, 3, "-0.333333"),
        ];
        for (numerator, denominator, written) in cases {
            assert_eq!(Ratio::new(numerator, denominator).and_then(decimal).as_deref(), Some(written));
        }
    }
}

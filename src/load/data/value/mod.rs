//! A value cell → a value: the number with its doubt, or the reason why there is none.

mod fault;
mod notation;
mod symbols;
#[cfg(test)]
mod tests;
mod written;

use crate::model::{Kind, Quantity, Ratio, Reason, Value};

pub(in crate::load) use fault::ValueFault;
pub(super) use notation::{Decimals, Notation, decimals};
use written::{Bound, Written};

/// Reads a cell of a measure of that kind. An empty cell is missing, unless `symbols` says what it means.
pub(in crate::load) fn read(text: &str, kind: Kind, symbols: &[(String, char)]) -> Result<Value, ValueFault> {
    let text = text.trim();
    if let Some(value) = symbols::meaning(text, symbols) {
        return Ok(value);
    }
    if text.is_empty() {
        return Ok(Err(Reason::Missing));
    }
    let plain = text.starts_with(|first: char| first.is_ascii_digit());
    if !plain && symbols::is_undeclared(text) {
        return Err(ValueFault::UndeclaredSymbol);
    }
    let written = Written::parse(text)?;
    match kind {
        Kind::Events | Kind::Snapshot | Kind::Population => count(written, kind),
        Kind::Percentage => percentage(written),
    }
    .map(Ok)
}

/// Reads a rate or percentage as its publisher gives it: any number from nought up. An empty cell is missing.
pub(super) fn read_rate(text: &str, symbols: &[(String, char)]) -> Result<Value, ValueFault> {
    let text = text.trim();
    if let Some(value) = symbols::meaning(text, symbols) {
        return Ok(value);
    }
    if text.is_empty() {
        return Ok(Err(Reason::Missing));
    }
    if symbols::is_undeclared(text) {
        return Err(ValueFault::UndeclaredSymbol);
    }
    match Written::parse(text)? {
        Written { pounds: true, .. } => Err(ValueFault::Pounds),
        Written { number, .. } if number.is_negative() => Err(ValueFault::Negative),
        Written { bound: bound @ (Bound::Exactly | Bound::About), number, .. } => {
            Ok(Ok(point(bound, number)))
        }
        Written { .. } => Err(ValueFault::NotANumber),
    }
}

/// Whether a cell holds a number or a symbol, whatever it may count.
pub(super) fn is_value(text: &str, symbols: &[(String, char)]) -> bool {
    let text = text.trim();
    symbols::meaning(text, symbols).is_some() || symbols::is_undeclared(text) || Written::parse(text).is_ok()
}

/// Whether blanks of a number format stand between the thousands of a number, around which there are none.
pub(super) fn has_blanks_within(text: &str) -> bool {
    !text.is_ascii() && text.contains(written::BLANKS)
}

/// Whether a cell holds a number.
pub(super) fn is_number(text: &str) -> bool {
    Written::parse(text.trim()).is_ok()
}

/// Counts are whole, so `>20` is 21 and up and `<5` is 0 to 4.
fn count(written: Written, kind: Kind) -> Result<Quantity, ValueFault> {
    let Written { bound, number, percent, pounds } = written;
    if percent {
        return Err(ValueFault::PercentOfCount);
    }
    if pounds && kind == Kind::Population {
        return Err(ValueFault::Pounds);
    }
    if !number.is_whole() {
        return Err(ValueFault::NotWhole);
    }
    let below_nought = bound == Bound::LessThan && number.is_zero();
    if number.is_negative() || below_nought {
        return Err(ValueFault::Negative);
    }
    let quantity = match bound {
        Bound::Exactly | Bound::About => Some(point(bound, number)),
        Bound::MoreThan => number.plus(Ratio::ONE).and_then(|low| Quantity::between(Some(low), None)),
        Bound::AtLeast => Quantity::between(Some(number), None),
        Bound::LessThan => {
            number.minus(Ratio::ONE).and_then(|high| Quantity::between(Some(Ratio::ZERO), Some(high)))
        }
        Bound::AtMost => Quantity::between(Some(Ratio::ZERO), Some(number)),
    };
    quantity.ok_or(ValueFault::TooLong)
}

/// Percentages are not whole, so that `>20` is 20 to 100: the narrowest interval with its ends that holds it.
fn percentage(written: Written) -> Result<Quantity, ValueFault> {
    let Written { bound, number, pounds, .. } = written;
    if pounds {
        return Err(ValueFault::Pounds);
    }
    let all = Ratio::whole(100);
    let nothing_beyond = match bound {
        Bound::LessThan => number.is_zero(),
        Bound::MoreThan => number == all,
        Bound::Exactly | Bound::About | Bound::AtLeast | Bound::AtMost => false,
    };
    if number.is_negative() || number > all || nothing_beyond {
        return Err(ValueFault::OutOfRange);
    }
    let quantity = match bound {
        Bound::Exactly | Bound::About => Some(point(bound, number)),
        Bound::MoreThan | Bound::AtLeast => Quantity::between(Some(number), Some(all)),
        Bound::LessThan | Bound::AtMost => Quantity::between(Some(Ratio::ZERO), Some(number)),
    };
    quantity.ok_or(ValueFault::OutOfRange)
}

fn point(bound: Bound, number: Ratio) -> Quantity {
    if bound == Bound::About { Quantity::about(number) } else { Quantity::exact(number) }
}

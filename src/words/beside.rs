//! A figure beside another, without a judgement on the two.

use super::asked::{Argument, Asked, Cannot, Phrase, amount};
use super::display::display;

/// "24%; neighbours' median 23%".
pub(super) fn beside(asked: &Asked<'_>) -> Phrase {
    asked.amount()?;
    let [Argument::Figure(other), Argument::Words(name)] = asked.arguments else {
        return Err(Cannot::DoesNotFit("another figure and its name"));
    };
    amount(other)?;
    Ok(format!("{}; {name} {}", display(asked.figure), display(other)))
}

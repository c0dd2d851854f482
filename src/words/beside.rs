//! A figure beside another, or beside what was published of it, without a judgement on the two.

use super::asked::{Argument, Asked, Cannot, Phrase, amount};
use super::display::{display, lacking};
use super::said::Said;

/// "24%; neighbours' median 23%".
pub(super) fn beside(asked: &Asked<'_>) -> Phrase {
    asked.amount()?;
    let [Argument::Figure(other), Argument::Words(name)] = asked.arguments else {
        return Err(Cannot::DoesNotFit("another figure and its name"));
    };
    amount(other)?;
    let name = format!("; {name} ");
    Ok(Said::alone(asked.figure).and(name).and(Said::alone(other)))
}

/// "690 as published; now 674", "674 (withheld when published)"; where nothing has changed, the figure alone. What was
/// published is not this figure's number, and carries no id.
pub(super) fn as_published(asked: &Asked<'_>) -> Phrase {
    const FITS: &str = "a figure of an earlier year that the file of `last_published` gives for the same months, such as `contacts.previous`";
    asked.amount()?;
    let now = display(asked.figure);
    match asked.figures.as_published(asked.figure) {
        None => Err(Cannot::DoesNotFit(FITS)),
        Some(then) if then == now => Ok(asked.told(now)),
        Some(then) => Ok(match lacking(then) {
            Some(why) => asked.told(now).and(format!(" ({why} when published)")),
            None => Said::from(then).and(" as published; now ").and(asked.told(now)),
        }),
    }
}

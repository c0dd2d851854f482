//! Rougher than exact: whole numbers, and the nearest ten, hundred or thousand.

use crate::model::Ratio;

use super::asked::{Argument, Asked, Cannot, Phrase};
use super::number::digits;
use super::quantity::{Style, shown};

/// "57.4%" → "57%", 719.3 → "719": without decimals, whatever it is.
pub(super) fn rounded(asked: &Asked<'_>) -> Phrase {
    let number = asked.number("a number")?;
    Ok(asked.told(shown(&number, Style::of(asked.figure).whole())))
}

/// "about 7,900": to the nearest 10, 100 or 1,000.
pub(super) fn about(asked: &Asked<'_>) -> Phrase {
    let number = asked.number("a number")?;
    let [Argument::Whole(step)] = asked.arguments else {
        return Err(Cannot::DoesNotFit("a step such as 100"));
    };
    let step = Some(Ratio::whole(*step)).filter(|step| *step > Ratio::ZERO);
    let step = step.ok_or(Cannot::DoesNotFit("a step above nought, such as 100"))?;
    let style = Style::of(asked.figure);
    let Some(point) = number.point() else { return Ok(asked.told(shown(&number, style))) };
    let whole = |number| style.with_unit(digits(number, 0));
    let near = point.over(step).and_then(|steps| steps.round_to(0)).and_then(|steps| steps.times(step));
    Ok(asked.told(match near {
        Some(near) if near == point && !number.flags().any() => whole(point),
        Some(near) if !near.is_zero() => format!("about {}", whole(near)),
        _ => shown(&number, style),
    }))
}

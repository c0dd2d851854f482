//! Parts of a whole: "17 of 28 families (61%)", "61%", "half", "57 referrals for every 100 contacts".

use crate::figures::{Amount, FigureKind, PublishedFigure};
use crate::model::{FigureId, Quantity, Ratio, Reason, Selection, Suffix};

use super::asked::{Asked, Cannot, Phrase, number};
use super::counted::counted_plainly;
use super::number::spelled;
use super::quantity::{After, Style, and_noun, noun, shown};
use super::said::Said;

const PARTS: &str = "a part of a whole: an \"n of N\" figure, or a category";
const PERCENTAGES: &str = "a percentage, an \"n of N\" figure or a conversion";
const POINTS: &str = "a percentage, not a difference of two in percentage points: `change_in_words` and \
                      `difference_in_words` say those, `rounded` gives them without decimals";

/// "17 of 28 families (61%)".
pub(super) fn of_whole(asked: &Asked<'_>) -> Phrase {
    if let Amount::NOfN { .. } = asked.amount()? {
        return n_of_n(asked, true);
    }
    let part = asked.number(PARTS)?;
    let share = asked.then(Suffix::PercentOfTotal);
    let whole = asked.companion(whole_id(&asked.figure.id, share.as_ref().ok().copied())?)?;
    let percent = share.and_then(|found| Ok((&found.id, number(found, PARTS)?))).ok();
    let all = number(whole, PARTS)?;
    if all.exact_point().is_some_and(Ratio::is_zero) {
        // Of nothing there is no part to tell.
        return Err(Cannot::unavailable(asked.figure.id.clone(), Reason::OfNone(Box::new(whole.id.clone()))));
    }
    let of = counted_plainly(&Asked { figure: whole, ..*asked })?;
    let part_of = asked.told(shown_part(&part, Style::of(asked.figure))).and(" of ").and(of);
    Ok(match percent.filter(|_| !part.exact_point().is_some_and(Ratio::is_zero)) {
        Some((id, percent)) => part_of.and(" (").and(Said::of(id, whole_percent(&percent))).and(")"),
        None => part_of,
    })
}

/// The whole that a figure is part of: that which its share is made with, else that of its category.
fn whole_id(id: &FigureId, share: Option<&PublishedFigure>) -> Result<FigureId, Cannot> {
    let made_with = share.and_then(|share| share.inputs.get(1).cloned());
    let of_category = || category_companions(id).map(|[whole, _]| whole);
    made_with.or_else(of_category).ok_or(Cannot::DoesNotFit(PARTS))
}

/// The whole that a category is part of, and its percentage of it.
pub(super) fn category_companions(id: &FigureId) -> Option<[FigureId; 2]> {
    let is_category = !id.selection().is_whole() && id.suffixes().is_empty();
    is_category.then(|| [id.clone().selecting(Selection::whole()), id.clone().then(Suffix::PercentOfTotal)])
}

/// "17 of 28 families (61%)", with the noun where wanted.
pub(super) fn n_of_n(asked: &Asked<'_>, with_noun: bool) -> Phrase {
    let Amount::NOfN { part, whole } = asked.amount()? else { return Err(Cannot::DoesNotFit(PARTS)) };
    let all = shown(whole, Style { counts: true, ..Style::WHOLE });
    let counted = shown_part(part, Style { counts: true, ..Style::WHOLE });
    let told = asked.told(format!("{counted} of {all}"));
    let told = match &asked.figure.nouns {
        Some(nouns) if with_noun => told.and(format!(" {}", noun(&all, nouns))),
        _ => told,
    };
    let none = part.exact_point().is_some_and(Ratio::is_zero);
    Ok(match percentage(part, whole).filter(|_| !none) {
        Some(percent) => told.and(" (").and(asked.told(whole_percent(&percent))).and(")"),
        None => told,
    })
}

fn shown_part(part: &Quantity, style: Style) -> String {
    if part.exact_point().is_some_and(Ratio::is_zero) { "none".to_owned() } else { shown(part, style) }
}

/// The percentage of two single numbers, with the doubts of both; none where either is an interval or the whole is nought.
fn percentage(part: &Quantity, whole: &Quantity) -> Option<Quantity> {
    let share = part.point()?.times(Ratio::whole(100))?.over(whole.point()?)?;
    Some(Quantity::exact(share).flagged(part.flags()).flagged(whole.flags()))
}

/// A percentage without decimals that never claims all or none of what is only nearly so.
fn whole_percent(percent: &Quantity) -> String {
    shown(percent, Style::WHOLE_PERCENT)
}

/// The percentage that a figure is or tells, where it tells one.
fn percent_of(asked: &Asked<'_>) -> Result<Quantity, Cannot> {
    match asked.amount()? {
        Amount::NOfN { part, whole } => percentage(part, whole).ok_or_else(|| {
            Cannot::Undecided(format!("the percentage of `{}` is not a single number", asked.figure.id))
        }),
        Amount::Number(_) if Style::of(asked.figure).after == After::Points => {
            Err(Cannot::DoesNotFit(POINTS))
        }
        Amount::Number(number) if asked.figure.kind == FigureKind::Percent => Ok(number.clone()),
        Amount::Number(number) if asked.figure.unit.starts_with("per 100 ") => {
            asked.itself().map(|()| number.clone())
        }
        Amount::Number(_) | Amount::Range { .. } | Amount::Months(_) | Amount::Truth(_) => {
            Err(Cannot::DoesNotFit(PERCENTAGES))
        }
    }
}

/// "61%": a percentage without decimals.
pub(super) fn as_percent(asked: &Asked<'_>) -> Phrase {
    percent_of(asked).map(|percent| asked.told(whole_percent(&percent)))
}

/// "seventeen", "half", "about a third"; digits where no word is shorter.
pub(super) fn in_words(asked: &Asked<'_>) -> Phrase {
    if let (Amount::Number(number), FigureKind::Count) = (asked.amount()?, asked.figure.kind) {
        let style = Style::of(asked.figure);
        let word = number.exact_point().and_then(spelled).filter(|_| !style.pounds);
        let shown = || shown(number, style);
        return Ok(asked.told(word.map_or_else(shown, str::to_owned)));
    }
    let percent = percent_of(asked)?;
    asked.itself()?;
    Ok(asked.told(fraction(&percent).unwrap_or_else(|| whole_percent(&percent))))
}

/// A share that is a common fraction, or rounds to the same whole percentage as one.
fn fraction(percent: &Quantity) -> Option<String> {
    let point = percent.point()?;
    let common = [
        (0, 1, "none"),
        (1, 10, "a tenth"),
        (1, 5, "a fifth"),
        (1, 4, "a quarter"),
        (1, 3, "a third"),
        (1, 2, "half"),
        (2, 3, "two thirds"),
        (3, 4, "three quarters"),
        (1, 1, "all"),
    ];
    common.into_iter().find_map(|(part, whole, words)| {
        let exact = Ratio::new(part, whole)?.times(Ratio::whole(100))?;
        let certain = point == exact && !percent.flags().any();
        let near = part != 0 && part != whole && point.round_to(0) == exact.round_to(0);
        if certain { Some(words.to_owned()) } else { near.then(|| format!("about {words}")) }
    })
}

/// "57 referrals for every 100 contacts"; over years "between 25 and 27 of every 100 contacts".
pub(super) fn per_hundred(asked: &Asked<'_>) -> Phrase {
    asked.itself()?;
    let figure = asked.figure;
    let of = figure.unit.strip_prefix("per 100 ").unwrap_or_default();
    let space = if of.is_empty() { "" } else { " " };
    let of_every = format!(" of every 100{space}{of}");
    match asked.amount()? {
        Amount::Range { low, high } => {
            let (low, high) = (of_hundred(low), of_hundred(high));
            let told = if low == high {
                low
            } else {
                format!("between {} and {high}", low.strip_prefix("more than ").unwrap_or(&low))
            };
            Ok(asked.told(told).and(of_every))
        }
        _ => {
            let number = percent_of(asked)?;
            Ok(match &figure.nouns {
                Some(nouns) if !of.is_empty() => {
                    let (number, noun) = and_noun(&number, Style::WHOLE, nouns);
                    asked.told(number).and(noun).and(format!(" for every 100 {of}"))
                }
                _ => asked.told(of_hundred(&number)).and(of_every),
            })
        }
    }
}

/// So many of a hundred: set as a percentage, so that it never claims all of what is only nearly so.
fn of_hundred(percent: &Quantity) -> String {
    whole_percent(percent).replace('%', "")
}

//! The columns that say what good looks like for a figure, and how it stands. A target that it is not held against, because
//! it is for all of the area and the year, is not said to be none.

use crate::figures::PublishedFigure;
use crate::model::Measure;
use crate::narrative::bind::Binder;
use crate::words;

/// "95% or more; amber from 90%", "none"; of another part or period than the target's, what that is for.
pub(super) fn target(binder: &Binder<'_>, figure: &PublishedFigure) -> String {
    if !is_of_other(binder, figure) {
        words::target_alone(figure)
    } else if figure.id.selection().is_whole() {
        format!("for {} as a whole", binder.narrative.settings.year)
    } else {
        "for all together".to_owned()
    }
}

/// "green", "no target", "not held against it".
pub(super) fn standing(binder: &Binder<'_>, figure: &PublishedFigure) -> String {
    let of_other = is_of_other(binder, figure);
    if of_other { "not held against it" } else { words::standing(figure) }.to_owned()
}

/// Whether there is a target, but of another part or period than the figure is.
fn is_of_other(binder: &Binder<'_>, figure: &PublishedFigure) -> bool {
    let (narrative, subject) = (binder.narrative, figure.id.subject());
    let measure = narrative.measures.iter().find(|measure| measure.id.as_str() == subject);
    let declared = narrative.figures.iter().find(|declared| declared.name == subject);
    let goal = measure.and_then(Measure::goal).or_else(|| declared.and_then(|declared| declared.goal()));
    figure.goal.is_none() && figure.id.suffixes().is_empty() && goal.is_some()
}

//! Words for figures made by hand: the cases, by what they are about.

mod any_number;
mod benchmarked;
mod change;
mod numbers;
mod pieces;
mod shares;
mod table;
mod target;

use super::samples::{Altered, count, published, quantity, with_change};
use super::{Argument, Asked, Cannot, Says, filter};
use crate::figures::{Amount, Figure, FigureKind, Found, Published};
use crate::model::FigureId;

fn say(name: &str, figures: &Published, id: &FigureId, arguments: &[Argument<'_>]) -> Result<String, Cannot> {
    let Found::Figure(figure) = figures.find(id) else { panic!("{id} is not there") };
    let Says::Figure(says) = filter(name).unwrap().says else { panic!("{name} works on words") };
    says(&Asked { figure, figures, arguments }).map(|said| said.to_string())
}

/// What a filter makes of a figure with its year before.
fn said(name: &str, figure: Figure, previous: &str) -> Result<String, Cannot> {
    let id = figure.id.clone();
    say(name, &published(with_change(figure, previous)), &id, &[])
}

fn alone(name: &str, figure: Figure) -> Result<String, Cannot> {
    let id = figure.id.clone();
    say(name, &published(vec![figure]), &id, &[])
}

fn contacts(amount: &str) -> Figure {
    count("contacts", amount)
}

fn children(amount: &str) -> Figure {
    let nouns = ("child on a child protection plan", "children on a child protection plan");
    count("children_on_plan", amount).nouns(nouns.0, nouns.1).at("2014-03-31")
}

fn conversion(amount: &str) -> Figure {
    count("contact_to_referral", amount)
        .kind(FigureKind::Rate, "per 100 contacts")
        .nouns("referral", "referrals")
}

fn families(part: &str, whole: &str) -> Figure {
    let amount = Amount::NOfN { part: quantity(part), whole: quantity(whole) };
    count("families", "0").kind(FigureKind::NOfN, "%").nouns("family", "families").outcome(Ok(amount))
}

fn percent(amount: &str) -> Figure {
    count("share", amount).kind(FigureKind::Percent, "%").without_nouns()
}

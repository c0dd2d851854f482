//! Whose each number of a phrase is: the pieces between square brackets carry the id after the bar.

use super::{Altered, Argument, Asked, Cannot, Found, Says, filter, published};
use super::{children, contacts, conversion, families, with_change};
use crate::figures::{Amount, Figure, FigureKind};
use crate::model::{Goal, Ratio};
use crate::words::samples::{count, quantity};

/// What a filter makes of the first of some figures, with the figures that its pieces tell.
fn told(name: &str, figures: Vec<Figure>, arguments: &[Argument<'_>]) -> Result<String, Cannot> {
    let asked = figures.last().unwrap().id.clone();
    let figures = published(figures);
    let Found::Figure(figure) = figures.find(&asked) else { panic!("{asked} is not there") };
    let Says::Figure(says) = filter(name).unwrap().says else { panic!("{name} works on words") };
    let said = says(&Asked { figure, figures: &figures, arguments })?;
    let piece = |piece: &crate::words::Piece| match &piece.id {
        Some(id) => format!("[{}|{id}]", piece.words),
        None => piece.words.clone(),
    };
    Ok(said.pieces().iter().map(piece).collect())
}

#[test]
fn each_number_of_a_comparison_is_that_of_its_own_figure() {
    for (name, figure, previous, expected) in [
        (
            "compared",
            contacts("3452"),
            "3004",
            "[3,452|contacts] contacts, [14.9%|contacts.change_percent] more than the year before \
             ([3,004|contacts.previous])",
        ),
        (
            "compared",
            contacts("17"),
            "15",
            "[17|contacts] contacts, [2|contacts.change] more than the year before",
        ),
        (
            "compared",
            contacts("5"),
            "0",
            "[5|contacts] contacts, from [none|contacts.previous] the year before",
        ),
        (
            "compared",
            children("0"),
            "30",
            "[no|children_on_plan] children on a child protection plan at [31 March 2014|children_on_plan], \
             compared with [30|children_on_plan.previous] a year before",
        ),
        (
            "change_in_words",
            contacts("3452"),
            "3004",
            "an increase of [448|contacts.change] ([14.9%|contacts.change_percent])",
        ),
        ("change_in_words", contacts("30"), "30", "[no change|contacts.change]"),
        (
            "change_in_words",
            contacts("8..14"),
            "10..12",
            "somewhere between a fall of [4|contacts.change] and an increase of [4|contacts.change]",
        ),
        (
            "with_previous",
            contacts("30"),
            "20",
            "[30|contacts] contacts ([20|contacts.previous] the year before)",
        ),
    ] {
        let figures = with_change(figure, previous);
        assert_eq!(told(name, figures, &[]).as_deref(), Ok(expected));
    }
}

#[test]
fn parts_wholes_and_shares_are_figures_of_their_own() {
    let part = || count("contacts[source=Police]", "30");
    let share = count("contacts[source=Police].percent_of_total", "25").kind(FigureKind::Percent, "%");
    let all = vec![contacts("120"), share, part()];
    let expected = "[30|contacts[source=Police]] of [120|contacts] contacts \
                    ([25%|contacts[source=Police].percent_of_total])";
    assert_eq!(told("of_whole", all, &[]).as_deref(), Ok(expected));
    let of = "[17 of 28|families] families ([61%|families])";
    assert_eq!(told("of_whole", vec![families("17", "28")], &[]).as_deref(), Ok(of));
}

#[test]
fn words_for_a_number_are_the_figure_too() {
    let goal = Goal { target: Ratio::whole(20), amber: None, from_below: true };
    let with_goal = Figure { goal: Some(Box::new(goal)), ..contacts("12") };
    let range = Amount::Range { low: quantity("25"), high: quantity("27") };
    for (name, figure, expected) in [
        ("in_words", contacts("17"), "[seventeen|contacts]"),
        ("per_hundred", conversion("57.4"), "[57|contact_to_referral] referrals for every 100 contacts"),
        (
            "per_hundred",
            conversion("0").outcome(Ok(range)),
            "[between 25 and 27|contact_to_referral] of every 100 contacts",
        ),
        ("about", contacts("6014"), "[about 6,000|contacts]"),
        ("period", contacts("6014"), "[2013/14|contacts]"),
        ("against_target", with_goal, "[12|contacts] contacts, below the target of 20 or more (red)"),
    ] {
        let arguments: &[Argument<'_>] = if name == "about" { &[Argument::Whole(100)] } else { &[] };
        assert_eq!(told(name, vec![figure], arguments).as_deref(), Ok(expected));
    }
}

//! The keys of `[figures.NAME]`: figures of the report beyond the standard ones, each declared in one way.

use super::measures::GOAL;
use super::shape::{Key, Shape};

/// The block.
pub(super) const BLOCKS: &[Key] = &[Key::optional(
    "figures",
    Shape::Named(&Shape::Record(&[FIGURE, GOAL, DECLARATIONS])),
    "Figures of the report beyond the standard ones, each declared in exactly one way; of a standard one, its target and what else is to differ.",
    "{ contact_to_referral = { label = \"Referrals for every 100 contacts\", conversion = { from = \"contacts\", to = \"referrals\" } } }",
)];

const FIGURE: &[Key] = &[
    Key::optional(
        "label",
        Shape::Plain,
        "What tables call it; a figure of your own needs one.",
        "\"Referrals for every 100 contacts\"",
    ),
    Key::optional("singular", Shape::Plain, "The noun for one, where it is a ratio or n of N.", "\"family\""),
    Key::optional("plural", Shape::Plain, "The noun for several.", "\"families\""),
];

/// The ways to declare a figure.
pub(super) const DECLARATIONS: &[Key] = &[
    Key::optional(
        "conversion",
        Shape::Record(&[&[
            figure("from", "The earlier stage.", "\"contacts\""),
            figure("to", "The later stage.", "\"referrals\""),
        ]]),
        "So many of one for every 100 of another, which need not be the same children.",
        "{ from = \"contacts\", to = \"referrals\" }",
    ),
    Key::optional(
        "percent",
        Shape::Record(PART_AND_WHOLE),
        "A part as a percentage of its whole.",
        "{ part = \"assessments_in_time\", whole = \"assessments\" }",
    ),
    Key::optional(
        "ratio",
        Shape::Record(&[&[
            figure("of", "What is shared out.", "\"children_in_care\""),
            figure("per", "Among how many.", "\"foster_carers\""),
        ]]),
        "So many of one for each of another.",
        "{ of = \"children_in_care\", per = \"foster_carers\" }",
    ),
    Key::optional(
        "n_of_n",
        Shape::Record(PART_AND_WHOLE),
        "A part and its whole, told as \"17 of 28\".",
        "{ part = \"families_helped\", whole = \"families\" }",
    ),
    Key::optional(
        "sum",
        Shape::List(&Shape::Figure),
        "The sum of these figures.",
        "[\"contacts\", \"referrals\"]",
    ),
    Key::optional(
        "difference",
        Shape::Record(&[&[
            figure("from", "What is taken from.", "\"contacts\""),
            figure("take", "What is taken.", "\"referrals\""),
        ]]),
        "One figure less another.",
        "{ from = \"contacts\", take = \"referrals\" }",
    ),
    Key::optional(
        "average",
        Shape::Record(OVER_YEARS),
        "The average of a figure over years.",
        "{ of = \"contacts\", years = 3 }",
    ),
    Key::optional(
        "range",
        Shape::Record(OVER_YEARS),
        "The lowest and highest of a figure over years.",
        "{ of = \"contacts\", years = [\"2010/11\", \"2011/12\"] }",
    ),
];

const PART_AND_WHOLE: super::Keys = &[&[
    figure("part", "The part.", "\"assessments_in_time\""),
    figure("whole", "The whole that it is part of.", "\"assessments\""),
]];

const OVER_YEARS: super::Keys = &[&[
    figure("of", "The figure.", "\"contacts\""),
    Key::required(
        "years",
        Shape::Either(&Shape::Whole(2, 50), &Shape::List(&Shape::Year)),
        "How many years, the report's being the last, or which.",
        "3",
    ),
]];

/// A figure that a declaration needs.
const fn figure(name: &'static str, doc: &'static str, example: &'static str) -> Key {
    Key::required(name, Shape::Figure, doc, example)
}

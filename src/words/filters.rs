//! Every filter that text may use: the one list that evaluation, the README's table and the tests are fed from.

use crate::model::{FigureId, Suffix};

use super::asked::{Asked, Phrase};
use super::registry::{Filter, Says, Takes};
use super::said::Said;
use super::{benchmarked, beside, compared, counted, movement, rounding, share, target, when};

/// Every filter, by what they are for.
pub const FILTERS: &[Filter] = &[
    Filter {
        name: "counted",
        sentence: "The number with its noun, and for a snapshot its day.",
        example: "{{ contacts | counted }}",
        gives: "6,014 contacts",
        takes: &[],
        companions: none,
        says: Says::Figure(counted::counted),
    },
    Filter {
        name: "with_noun",
        sentence: "The number with its noun, and no day: for a sentence that gives the day itself.",
        example: "{{ children_on_plan | with_noun }}",
        gives: "304 children on a child protection plan",
        takes: &[],
        companions: none,
        says: Says::Figure(counted::counted_plainly),
    },
    Filter {
        name: "compared",
        sentence: "The number with its noun and how it moved since the year before; in words, not percentages, where there were fewer than 20 or it is made from fewer.",
        example: "{{ referrals | compared }}",
        gives: "3,452 referrals, 14.9% more than the year before (3,004)",
        takes: &[],
        companions: movement::companions,
        says: Says::Figure(compared::compared),
    },
    Filter {
        name: "change_in_words",
        sentence: "The change since the year before alone.",
        example: "{{ referrals | change_in_words }}",
        gives: "an increase of 448 (14.9%)",
        takes: &[],
        companions: movement::companions,
        says: Says::Figure(compared::change_in_words),
    },
    Filter {
        name: "with_previous",
        sentence: "The number with its noun, and that of the year before in brackets.",
        example: "{{ referrals | with_previous }}",
        gives: "3,452 referrals (3,004 the year before)",
        takes: &[],
        companions: previous,
        says: Says::Figure(compared::with_previous),
    },
    Filter {
        name: "per_hundred",
        sentence: "How many for every 100 of something, without decimals.",
        example: "{{ contact_to_referral | per_hundred }}",
        gives: "57 referrals for every 100 contacts",
        takes: &[],
        companions: none,
        says: Says::Figure(share::per_hundred),
    },
    Filter {
        name: "of_whole",
        sentence: "A part of its whole, with the percentage in brackets.",
        example: "{{ families | of_whole }}",
        gives: "17 of 28 families (61%)",
        takes: &[],
        companions: category,
        says: Says::Figure(share::of_whole),
    },
    Filter {
        name: "as_percent",
        sentence: "A percentage without decimals.",
        example: "{{ families | as_percent }}",
        gives: "61%",
        takes: &[],
        companions: none,
        says: Says::Figure(share::as_percent),
    },
    Filter {
        name: "in_words",
        sentence: "A count up to twenty as a word, and a share as a common fraction where it is one.",
        example: "{{ lado_referrals | in_words }}",
        gives: "seventeen",
        takes: &[],
        companions: none,
        says: Says::Figure(share::in_words),
    },
    Filter {
        name: "rate",
        sentence: "A rate with what it is a rate of.",
        example: "{{ referrals.per_10000 | rate }}",
        gives: "512.1 per 10,000 children aged 0 to 17",
        takes: &[],
        companions: none,
        says: Says::Figure(counted::rate),
    },
    Filter {
        name: "rounded",
        sentence: "The number without decimals.",
        example: "{{ referrals.per_10000 | rounded }}",
        gives: "512",
        takes: &[],
        companions: none,
        says: Says::Figure(rounding::rounded),
    },
    Filter {
        name: "about",
        sentence: "The number to the nearest 10, 100 or 1,000, and saying so.",
        example: "{{ contacts | about(1000) }}",
        gives: "about 6,000",
        takes: &[Takes::Whole],
        companions: none,
        says: Says::Figure(rounding::about),
    },
    Filter {
        name: "highest_since",
        sentence: "Whether a month is the highest of all that are held, and since when.",
        example: "{{ contacts[\"2012-05\"] | highest_since }}",
        gives: "the highest month since April 2011, the earliest we hold",
        takes: &[],
        companions: when::highest_companions,
        says: Says::Figure(when::highest_since),
    },
    Filter {
        name: "month",
        sentence: "The month, or those that tie.",
        example: "{{ contacts.peak | month }}",
        gives: "May and July 2013",
        takes: &[],
        companions: none,
        says: Says::Figure(when::month),
    },
    Filter {
        name: "period",
        sentence: "What a figure is a number of when.",
        example: "{{ contacts | period }}",
        gives: "2013/14",
        takes: &[],
        companions: none,
        says: Says::Figure(when::period),
    },
    Filter {
        name: "against_target",
        sentence: "The number, whether it meets its target, and its colour as a word; only of what has a `target` and a direction that is good news.",
        example: "{{ re_referral_percent | against_target }}",
        gives: "22.4%, above the target of 20% or less (amber)",
        takes: &[],
        companions: none,
        says: Says::Figure(target::against_target),
    },
    Filter {
        name: "beside",
        sentence: "A figure beside another, with that one's name and without a judgement.",
        example: "{{ re_referrals | beside(neighbours, \"neighbours' median\") }}",
        gives: "24%; neighbours' median 23%",
        takes: &[Takes::Figure, Takes::Words],
        companions: none,
        says: Says::Figure(beside::beside),
    },
    Filter {
        name: "benchmarked",
        sentence: "A rate or percentage, and beside it that of the neighbours, the region and England, as far as they are held.",
        example: "{{ re_referral_percent | benchmarked }}",
        gives: "24.2%; neighbours' median 22.9% and England 22.4%",
        takes: &[],
        companions: benchmarked::companions,
        says: Says::Figure(benchmarked::benchmarked),
    },
    Filter {
        name: "difference_in_words",
        sentence: "A difference from England, the region or the neighbours, above or below.",
        example: "{{ re_referral_percent.difference_from_england | difference_in_words }}",
        gives: "1.8 percentage points above England",
        takes: &[],
        companions: none,
        says: Says::Figure(benchmarked::difference_in_words),
    },
    Filter {
        name: "as_published",
        sentence: "A figure of an earlier year, and what `last_published` says was printed of it where that differs.",
        example: "{{ children_on_plan.previous | as_published }}",
        gives: "690 as published; now 674",
        takes: &[],
        companions: none,
        says: Says::Figure(beside::as_published),
    },
    Filter {
        name: "plain",
        sentence: "The number alone, as without a filter.",
        example: "{{ contacts | plain }}",
        gives: "6,014",
        takes: &[],
        companions: none,
        says: Says::Figure(plain),
    },
    Filter {
        name: "capitalised",
        sentence: "With a capital, for the beginning of a sentence.",
        example: "{{ lado_referrals | in_words | capitalised }}",
        gives: "Seventeen",
        takes: &[],
        companions: none,
        says: Says::Words(Said::capitalised),
    },
    Filter {
        name: "otherwise",
        sentence: "The words to use where the figure is not available.",
        example: "{{ awaited_audits | counted | otherwise(\"not yet known\") }}",
        gives: "not yet known",
        takes: &[Takes::Words],
        companions: none,
        says: Says::Instead,
    },
];

/// The filter of that name.
#[must_use]
pub fn filter(name: &str) -> Option<&'static Filter> {
    FILTERS.iter().find(|filter| filter.name == name)
}

fn none(_: &FigureId) -> Vec<FigureId> {
    Vec::new()
}

fn previous(id: &FigureId) -> Vec<FigureId> {
    vec![id.clone().then(Suffix::Previous)]
}

fn category(id: &FigureId) -> Vec<FigureId> {
    share::category_companions(id).map(Vec::from).unwrap_or_default()
}

fn plain(asked: &Asked<'_>) -> Phrase {
    asked.amount()?;
    Ok(Said::alone(asked.figure))
}

/// The words with their first letter a capital.
pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

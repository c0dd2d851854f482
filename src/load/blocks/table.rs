//! Which blocks are counted or added up, by which of their keys, and what the numbers are called.

use crate::catalogue;
use crate::model::{Kind, Measure, MeasureId, Name, Polarity, Unit};

/// A number that a block gives.
#[derive(Debug)]
pub(in crate::load) struct Tally {
    /// The block.
    pub(in crate::load) block: &'static str,
    /// The measure.
    pub(in crate::load) measure: &'static str,
    /// What tables call it.
    label: &'static str,
    /// One of them and several of them, in a sentence.
    nouns: [&'static str; 2],
    /// What is made of the entries.
    pub(in crate::load) taken: Taken,
    /// The keys whose values are categories of it.
    pub(in crate::load) dimensions: &'static [&'static str],
    /// The measure that it is a part of.
    out_of: Option<&'static str>,
    /// What it counts, in a sentence.
    definition: &'static str,
}

/// What is made of the entries of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum Taken {
    /// How many there are.
    Count,
    /// The sum of a key's whole numbers.
    Sum(&'static str),
    /// The sum of a key's whole numbers, in pounds.
    Pounds(&'static str),
}

/// Every number that blocks give.
pub(in crate::load) const TALLIES: &[Tally] = &[
    counted(
        ("actions", "Actions", ["action", "actions"]),
        &["status", "owner", "theme"],
        "Actions of the action plan.",
    ),
    counted(
        ("recommendations", "Recommendations", ["recommendation", "recommendations"]),
        &["to"],
        "Recommendations that the report makes.",
    ),
    counted(
        ("improvements", "Improvements", ["improvement", "improvements"]),
        &["when", "owner"],
        "Improvements that the report asks for.",
    ),
    counted(
        ("risks", "Risks", ["risk", "risks"]),
        &["impact", "likelihood", "group"],
        "Risks that are told.",
    ),
    counted(
        ("judgements", "Judgements", ["judgement", "judgements"]),
        &["grade", "by", "theme"],
        "Judgements of inspectors and reviewers.",
    ),
    counted(("priorities", "Priorities", ["priority", "priorities"]), &[], "Priorities of the body."),
    counted(("resolutions", "Resolutions", ["resolution", "resolutions"]), &[], "What was resolved."),
    counted(
        ("members", "Members", ["member", "members"]),
        &["organisation", "standing"],
        "Those who sit on the body.",
    ),
    counted(("reviews", "Reviews", ["review", "reviews"]), &["kind"], "Reviews of cases that are told."),
    counted(
        ("audits", "Multi-agency audits", ["multi-agency audit", "multi-agency audits"]),
        &[],
        "Audits that are told.",
    ),
    added(
        ("budget", "Spending", ["pound", "pounds"]),
        Taken::Pounds("amount"),
        &["item"],
        "What was spent, in whole pounds.",
    ),
    added(
        ("income", "Income", ["pound", "pounds"]),
        Taken::Pounds("amount"),
        &["source"],
        "What came in, in whole pounds.",
    ),
    Tally {
        out_of: Some("meetings"),
        ..added(
            ("attendance", "Meetings attended", ["attendance", "attendances"]),
            Taken::Sum("attended"),
            &["agency"],
            "Times that an agency came to a meeting, over all agencies.",
        )
    },
    Tally {
        measure: "meetings",
        ..added(
            ("attendance", "Meetings to attend", ["meeting to attend", "meetings to attend"]),
            Taken::Sum("held"),
            &["agency"],
            "Times that an agency was due at a meeting, over all agencies.",
        )
    },
];

type Names = (&'static str, &'static str, [&'static str; 2]);

const fn counted(names: Names, dimensions: &'static [&'static str], definition: &'static str) -> Tally {
    added(names, Taken::Count, dimensions, definition)
}

const fn added(
    (block, label, nouns): Names,
    taken: Taken,
    dimensions: &'static [&'static str],
    definition: &'static str,
) -> Tally {
    Tally { block, measure: block, label, nouns, taken, dimensions, out_of: None, definition }
}

impl Tally {
    /// Whether the catalogue has the measure, so that data files may give it too.
    pub(in crate::load) fn is_of_the_catalogue(&self) -> bool {
        catalogue::entries().any(|entry| entry.id == self.measure)
    }

    /// The measure, without what its entries decide.
    pub(in crate::load) fn measure(&self) -> Option<Measure> {
        let [singular, plural] = self.nouns.map(Name::from);
        Some(Measure {
            id: MeasureId::parse(self.measure)?,
            label: self.label.to_owned(),
            singular,
            plural,
            kind: Kind::Events,
            polarity: Polarity::Neither,
            target: None,
            amber: None,
            unit: match self.taken {
                Taken::Count | Taken::Sum(_) => Unit::Entries,
                Taken::Pounds(_) => Unit::PoundsOfEntries,
            },
            counts_once: false,
            out_of: self.out_of.and_then(MeasureId::parse),
            weight: None,
            complete: Vec::new(),
            definition: self.definition.to_owned(),
            source: format!("Counted from `{}` in the narrative", self.block),
            aliases: Vec::new(),
            headings: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{TALLIES, Taken};
    use crate::catalogue;
    use crate::load::narrative::schema::{Shape, listed_blocks};
    use crate::model::Suffix;

    #[test]
    fn every_tally_stands_on_keys_of_its_block() {
        for tally in TALLIES {
            let (_, keys) = listed_blocks().find(|(block, _)| *block == tally.block).unwrap();
            let key = |name: &str| keys.iter().copied().flatten().find(|key| key.name == name).unwrap();
            for dimension in tally.dimensions {
                assert!(matches!(key(dimension).shape, Shape::Plain | Shape::Choice(_)), "{dimension}");
                assert!(Suffix::from_name(dimension).is_none(), "{dimension}");
            }
            if let Taken::Sum(name) | Taken::Pounds(name) = tally.taken {
                assert!(key(name).required && matches!(key(name).shape, Shape::Whole(..)), "{name}");
            }
        }
    }

    #[test]
    fn the_numbers_of_blocks_have_names_of_their_own_but_for_audits() {
        let ids: BTreeSet<&str> = TALLIES.iter().map(|tally| tally.measure).collect();
        assert_eq!(ids.len(), TALLIES.len());
        let shared: Vec<&str> =
            TALLIES.iter().filter(|t| t.is_of_the_catalogue()).map(|t| t.measure).collect();
        assert_eq!(shared, ["audits"]);
        for tally in TALLIES {
            assert!(
                tally.measure().is_some() && Suffix::from_name(tally.measure).is_none(),
                "{}",
                tally.measure
            );
            let known = catalogue::entries().any(|entry| entry.aliases.contains(&tally.measure));
            assert!(!known && catalogue::figures().iter().all(|figure| figure.name != tally.measure));
        }
    }
}

//! The form of a catalogue entry, and its reading into a measure or a declared figure.

use crate::model::{Declaration, DeclaredFigure, FigureId, Kind, Measure, MeasureId, Polarity, Unit};

/// A measure as the catalogue writes it down.
#[derive(Debug)]
pub struct Entry {
    /// The id that figures begin with.
    pub id: &'static str,
    /// What a table calls it.
    pub label: &'static str,
    /// One of them and several of them, in a sentence.
    pub nouns: [&'static str; 2],
    /// How its values go together.
    pub kind: Kind,
    /// Which direction is good news.
    pub polarity: Polarity,
    /// What is counted, in our words.
    pub definition: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// Other ids by which people know it.
    pub aliases: &'static [&'static str],
    /// What exports call its column or row, beside the label.
    pub headings: &'static [&'static str],
}

/// The department's census of children in need, from which most definitions come.
pub(super) const CIN_CENSUS: &str = "Department for Education, children in need census";
/// The department's return on looked-after children.
pub(super) const SSDA903: &str = "Department for Education, children looked after return (SSDA903)";
/// The statutory guidance.
pub(super) const WORKING_TOGETHER: &str = "Working together to safeguard children, statutory guidance";
/// The guidance for schools, which defines the outcomes of allegations.
pub(super) const SAFE_IN_EDUCATION: &str = "Keeping children safe in education, statutory guidance";
/// Counted as each board agrees it.
pub(super) const LOCAL: &str = "Local recording; agree the definition with whoever supplies the data";

/// Measures in which each child, person, plan or episode counts once in a period, in however many of its months.
const EACH_ONCE: [&str; 15] = [
    "children_discussed",
    "children_ending_in_need",
    "children_ending_plan",
    "children_ever_in_need",
    "children_ever_on_plan",
    "children_re_referred",
    "children_referred",
    "children_starting_in_need",
    "children_starting_plan",
    "conference_children",
    "contact_children",
    "lado_individuals",
    "need_episodes",
    "plans_in_year",
    "section_47_children",
];

/// A standard figure as the catalogue writes it down.
#[derive(Debug)]
pub struct Standard {
    /// Its name.
    pub name: &'static str,
    /// What a table calls it.
    pub label: &'static str,
    /// How it is worked out.
    pub how: How,
    /// Which direction is good news.
    pub polarity: Polarity,
}

/// How a standard figure is worked out.
#[derive(Clone, Copy, Debug)]
pub enum How {
    /// The second for every 100 of the first, out of which each of the second comes.
    Stage(&'static str, &'static str),
    /// The second for every 100 of the first. There can rightly be more: one conference may put several children on a
    /// plan, and an assessment needs no new referral.
    Conversion(&'static str, &'static str),
    /// The first as a percentage of the second, of which it is part.
    Percent(&'static str, &'static str),
    /// The first for each of the second.
    Ratio(&'static str, &'static str),
}

impl Entry {
    /// The entry as a measure; none where its id is not one (a test holds that this never is so).
    #[must_use]
    pub fn measure(&self) -> Option<Measure> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let [singular, plural] = self.nouns;
        Some(Measure {
            id: MeasureId::parse(self.id)?,
            label: self.label.to_owned(),
            singular: singular.into(),
            plural: plural.into(),
            kind: self.kind,
            polarity: self.polarity,
            target: None,
            amber: None,
            unit: Unit::Cases,
            counts_once: EACH_ONCE.contains(&self.id),
            out_of: None,
            weight: None,
            complete: Vec::new(),
            definition: self.definition.to_owned(),
            source: self.source.to_owned(),
            aliases: owned(self.aliases),
            headings: owned(self.headings),
        })
    }
}

impl Standard {
    /// The entry as a declared figure.
    #[must_use]
    pub fn figure(&self) -> DeclaredFigure {
        let declaration = match self.how {
            How::Stage(from, to) | How::Conversion(from, to) => {
                Declaration::Conversion { from: FigureId::of(from), to: FigureId::of(to) }
            }
            How::Percent(part, whole) => {
                Declaration::Percent { part: FigureId::of(part), whole: FigureId::of(whole) }
            }
            How::Ratio(of, per) => Declaration::Ratio { of: FigureId::of(of), per: FigureId::of(per) },
        };
        DeclaredFigure {
            name: self.name.to_owned(),
            label: self.label.to_owned(),
            declaration,
            nouns: None,
            polarity: self.polarity,
            target: None,
            amber: None,
            narrows: matches!(self.how, How::Stage(..)),
            place: None,
        }
    }
}

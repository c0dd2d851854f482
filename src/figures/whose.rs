//! Whose a figure is: the board's own, its official one, or that of an area which it is compared with.

use crate::model::{Areas, ENGLAND, FigureId, Name, Selection, Suffix};

/// The selector that names an area: `referrals["area=E08000035"]`.
pub(crate) const AREA: &str = "area";

/// Whom a figure is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparator {
    /// What to call them: "England", "Middle Shires", "neighbours' median".
    pub name: String,
    /// Where not all neighbours have a number: how many have, and of how many.
    pub lacking: Option<(usize, usize)>,
}

/// Whose figures are asked for, or whose a ledger holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Whose {
    /// The board's own.
    #[default]
    Board,
    /// The board's own as official statistics give it.
    Official,
    /// England's.
    England,
    /// That of the board's region.
    Region,
    /// That of its neighbours, made into one.
    Neighbours,
    /// That of an area by its code.
    Area(Name),
}

impl Whose {
    /// Whose the numbers of the area with that code are.
    pub(crate) fn of(code: &str, areas: &Areas) -> Self {
        if code == ENGLAND {
            Self::England
        } else if areas.region.as_deref() == Some(code) {
            Self::Region
        } else {
            Self::Area(Name::from(code))
        }
    }

    /// Whom an id asks of, by its suffixes and its selector.
    pub(crate) fn named(id: &FigureId, areas: &Areas) -> Option<Self> {
        let by_suffix = id.suffixes().iter().find_map(|suffix| Self::by(*suffix));
        by_suffix.or_else(|| Some(Self::of(areas.code(id.selection().category(AREA)?), areas)))
    }

    /// Whom a suffix asks of.
    pub(crate) fn by(suffix: Suffix) -> Option<Self> {
        match suffix {
            Suffix::Official => Some(Self::Official),
            Suffix::England => Some(Self::England),
            Suffix::Region => Some(Self::Region),
            Suffix::Neighbours => Some(Self::Neighbours),
            _ => None,
        }
    }

    /// What text calls it.
    pub(super) fn spoken(&self, areas: &Areas) -> String {
        match (self, self.name(areas)) {
            (Self::Neighbours, _) => format!("neighbours' {}", areas.average.word()),
            (_, Some(name)) => name.to_owned(),
            (Self::Region, None) => "the region".to_owned(),
            (_, None) => "the board".to_owned(),
        }
    }

    /// Whom a difference is from.
    pub(crate) fn compared_by(suffix: Suffix) -> Option<Self> {
        match suffix {
            Suffix::DifferenceFromEngland => Some(Self::England),
            Suffix::DifferenceFromRegion => Some(Self::Region),
            Suffix::DifferenceFromNeighbours => Some(Self::Neighbours),
            _ => None,
        }
    }

    /// The suffix that asks for it; none for the board's own and for an area that a selector names.
    pub(crate) fn suffix(&self) -> Option<Suffix> {
        match self {
            Self::Board | Self::Area(_) => None,
            Self::Official => Some(Suffix::Official),
            Self::England => Some(Suffix::England),
            Self::Region => Some(Suffix::Region),
            Self::Neighbours => Some(Suffix::Neighbours),
        }
    }

    /// A selection as an id gives it, with the area where a selector names it.
    pub(crate) fn select(&self, part: &Selection) -> Selection {
        match self {
            Self::Area(code) => part.clone().with(AREA, code),
            _ => part.clone(),
        }
    }

    /// What a label calls it; none for the board's own and for neighbours, of which more is to be said.
    pub(crate) fn name<'a>(&'a self, areas: &'a Areas) -> Option<&'a str> {
        match self {
            Self::Board | Self::Neighbours => None,
            Self::Official => Some("official statistics"),
            Self::England => Some("England"),
            Self::Region => areas.region.as_deref().map(|code| areas.name(code)),
            Self::Area(code) => Some(areas.name(code)),
        }
    }

    /// Why nothing is held of it.
    pub(crate) fn unheld(&self, areas: &Areas) -> &'static str {
        match self {
            Self::Board => "no data file gives numbers of the board's own area",
            Self::Official => {
                "no official open data were read for the board's own area: name it as `area` under `[report]`"
            }
            Self::England => "no data file gives numbers of England",
            Self::Region if areas.region.is_none() => {
                "the board's region is not known: name its `area` under `[report]`, or the `region` under `[benchmarks]`"
            }
            Self::Region => "no data file gives numbers of the region",
            Self::Neighbours if areas.neighbours.is_empty() => {
                "no neighbours are named: list them as `neighbours` under `[benchmarks]`"
            }
            Self::Neighbours => "no data file gives numbers of the neighbours",
            Self::Area(_) => "no data file gives numbers of that area, or the narrative does not name it",
        }
    }
}

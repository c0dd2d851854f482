//! Which templates show a passage: two passages that never stand in one document can't clash.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Content, Record};

/// The templates in which something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    /// All of them.
    All,
    /// These only.
    Only(BTreeSet<String>),
}

impl Audience {
    /// That of a section within something that `self` sees.
    pub(super) fn of_section(&self, section: &Record) -> Self {
        let named = section.list("only").iter().filter_map(|item| match item {
            Content::Plain(text) => Some(text.as_str().to_owned()),
            _ => None,
        });
        let named: BTreeSet<String> = named.collect();
        match self {
            _ if named.is_empty() => self.clone(),
            Self::All => Self::Only(named),
            Self::Only(outer) => Self::Only(outer & &named),
        }
    }

    /// Whether a template shows it.
    pub(super) fn is_seen_in(&self, template: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(named) => named.contains(template),
        }
    }

    /// Whether some template shows both.
    pub(super) fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::All, Self::All) => true,
            (Self::All, Self::Only(named)) | (Self::Only(named), Self::All) => !named.is_empty(),
            (Self::Only(one), Self::Only(other)) => !one.is_disjoint(other),
        }
    }

    /// Those that see either.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Only(one), Self::Only(other)) => Self::Only(&one | &other),
            _ => Self::All,
        }
    }
}

/// Who sees the blocks that sections show: the templates of these sections. A block that none shows is seen in all
/// templates, since any may lay it out.
pub(super) fn of_blocks(content: &Record) -> BTreeMap<&'static str, Audience> {
    let mut shown = BTreeMap::new();
    add_shown(content, &Audience::All, &mut shown);
    shown
}

fn add_shown(within: &Record, seen_by: &Audience, shown: &mut BTreeMap<&'static str, Audience>) {
    for section in within.records("sections") {
        let audience = seen_by.of_section(section);
        for item in section.list("show") {
            if let Content::Choice(block) = item {
                let others = shown.remove(block);
                shown.insert(block, others.map_or(audience.clone(), |others| others.or(audience.clone())));
            }
        }
        add_shown(section, &audience, shown);
    }
}

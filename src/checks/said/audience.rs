//! Which templates show a passage: two passages that never stand in one document can't clash.

use std::collections::BTreeSet;

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

/// Who sees the block `name`: the templates of the sections that show it, or where none does, all of them, since any
/// template may lay it out.
pub(super) fn of_block(content: &Record, name: &str) -> Audience {
    shown_in(content, &Audience::All, name).unwrap_or(Audience::All)
}

fn shown_in(within: &Record, seen_by: &Audience, name: &str) -> Option<Audience> {
    let sections = within.records("sections").filter_map(|section| {
        let audience = seen_by.of_section(section);
        let shows =
            section.list("show").iter().any(|item| matches!(item, Content::Choice(block) if *block == name));
        let below = shown_in(section, &audience, name);
        if shows { Some(below.map_or(audience.clone(), |below| below.or(audience))) } else { below }
    });
    sections.reduce(Audience::or)
}

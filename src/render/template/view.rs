//! What templates see of a part of the story: the same in each, but for lists of which some leave out some.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::jinja::Seen;

/// A value of the story as templates see it.
pub(super) struct View<'s> {
    /// The templates in which it stands; all where none is named.
    pub(super) only: Vec<&'s str>,
    /// The blocks that it shows.
    pub(super) shows: Vec<&'s str>,
    /// The things placed in it.
    pub(super) things: Range<usize>,
    pub(super) form: Form<'s>,
}

/// The fields of a block.
pub(super) type Fields<'s> = BTreeMap<&'static str, View<'s>>;

pub(super) enum Form<'s> {
    /// The same in each template.
    Same(Seen),
    /// A block in which somewhere is a list of which some templates leave out some.
    Record(Fields<'s>),
    /// A list of which some templates leave out some, or in which somewhere is one.
    List(Vec<View<'s>>),
}

impl<'s> View<'s> {
    /// What is the same in every template.
    pub(super) fn same(seen: Seen) -> Self {
        Self { only: Vec::new(), shows: Vec::new(), things: 0..0, form: Form::Same(seen) }
    }

    fn stands_in(&self, template: &str) -> bool {
        self.only.is_empty() || self.only.contains(&template)
    }

    /// What it is where that is the same in every template.
    pub(super) fn as_same(&self) -> Option<&Seen> {
        match &self.form {
            Form::Same(seen) => Some(seen),
            Form::Record(_) | Form::List(_) => None,
        }
    }
}

/// What a page is told.
pub(super) struct OnPage<'t, 's> {
    /// The template's name, for sections that stand only in some.
    template: &'t str,
    /// The blocks that sections of this page show.
    pub(super) shown: BTreeSet<&'s str>,
    /// The things that can stand in it.
    pub(super) things: Vec<Range<usize>>,
}

impl<'t, 's> OnPage<'t, 's> {
    /// The page of the template of that name, of which nothing has been told.
    pub(super) fn of(template: &'t str) -> Self {
        Self { template, shown: BTreeSet::new(), things: Vec::new() }
    }

    pub(super) fn fields(&mut self, fields: &Fields<'s>) -> Vec<(&'static str, Seen)> {
        fields.iter().map(|(name, view)| (*name, self.seen(view))).collect()
    }

    fn seen(&mut self, view: &View<'s>) -> Seen {
        self.shown.extend(&view.shows);
        match &view.form {
            Form::Same(seen) => {
                self.things.push(view.things.clone());
                seen.clone()
            }
            Form::Record(fields) => Seen::record(self.fields(fields)),
            Form::List(items) => {
                let template = self.template;
                let here = items.iter().filter(|item| item.stands_in(template));
                Seen::list(here.map(|item| self.seen(item)))
            }
        }
    }
}

//! Declared figures that can't be worked out at all: those that lean on themselves, or on too many others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{DeclaredFigure, Reason};

/// How many declared figures deep a declared figure may be made from others.
const DEEPEST: usize = 32;

const TOO_DEEP: Reason =
    Reason::NoMeaning("it is made from declared figures that are made from others, too many deep to follow");

/// Why each of these figures can't be worked out, whatever the data hold.
pub(super) fn broken(declared: &BTreeMap<String, Arc<DeclaredFigure>>) -> BTreeMap<String, Reason> {
    let circular: BTreeSet<&str> =
        declared.keys().map(String::as_str).filter(|n| is_circular(n, declared)).collect();
    let deep = declared.keys().filter(|name| is_too_deep(name, declared, &circular));
    let deep = deep.map(|name| (name.clone(), TOO_DEEP));
    deep.chain(circular.iter().map(|name| ((*name).to_owned(), Reason::Circular))).collect()
}

/// The declared figures that `name` is made from.
fn inputs<'d>(name: &str, declared: &'d BTreeMap<String, Arc<DeclaredFigure>>) -> Vec<&'d str> {
    let figures = declared.get(name).into_iter();
    let ids = figures.flat_map(|figure| figure.declaration.inputs());
    ids.map(|id| id.subject()).filter(|input| declared.contains_key(*input)).collect()
}

fn is_circular(name: &str, declared: &BTreeMap<String, Arc<DeclaredFigure>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = inputs(name, declared);
    while let Some(next) = waiting.pop() {
        if next == name {
            return true;
        }
        if seen.insert(next) {
            waiting.extend(inputs(next, declared));
        }
    }
    false
}

/// Whether more than so many figures lie beneath it, one under the other; circular ones end the way down.
fn is_too_deep(
    name: &str,
    declared: &BTreeMap<String, Arc<DeclaredFigure>>,
    circular: &BTreeSet<&str>,
) -> bool {
    let mut level = BTreeSet::from([name]);
    for _ in 0..DEEPEST {
        let beneath = level.iter().filter(|name| !circular.contains(*name));
        level = beneath.flat_map(|name| inputs(name, declared)).collect();
    }
    !level.is_empty()
}

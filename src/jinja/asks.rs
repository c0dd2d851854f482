//! What a template asks of the page beside its text: how it is numbered, whether it has a cover, and which blocks it
//! can't do without.

use minijinja::value::{Rest, Value, ValueKind};
use minijinja::{Error, ErrorKind, State};

/// How a page is numbered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numbering {
    /// Not at all.
    #[default]
    None,
    /// Headings and paragraphs to three levels: 3, 3.1, 3.1.2.
    Levels,
    /// Paragraphs straight through, headings not at all.
    Through,
}

/// All that a template asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asks {
    /// The numbering; the last that was asked for.
    pub numbering: Numbering,
    /// Whether its head is a cover when it is printed.
    pub cover: bool,
    /// What document it is, where the report's title does not say so; else empty.
    pub kind: String,
    /// The blocks and fields (`report.summary`) that it requires and that say nothing, in the order asked, each once.
    pub missing: Vec<String>,
}

const NUMBERING: &str = "numbering";
const COVER: &str = "cover";
const KIND: &str = "kind";
const MISSING: &str = "missing";

impl Asks {
    /// What was asked while a page was laid out.
    pub(super) fn of(state: &State<'_, '_>) -> Self {
        let missing = state.get_temp(MISSING).and_then(|names| names.try_iter().ok());
        let numbering = state.get_temp(NUMBERING).and_then(|kind| named(kind.as_str()?));
        Self {
            numbering: numbering.unwrap_or_default(),
            cover: state.get_temp(COVER).is_some(),
            kind: state.get_temp(KIND).map(|kind| kind.to_string()).unwrap_or_default(),
            missing: missing.into_iter().flatten().map(|name| name.to_string()).collect(),
        }
    }
}

fn named(kind: &str) -> Option<Numbering> {
    match kind {
        "none" => Some(Numbering::None),
        "levels" => Some(Numbering::Levels),
        "through" => Some(Numbering::Through),
        _ => None,
    }
}

/// `{{ numbering("levels") }}`: how headings and paragraphs are numbered; shows nothing itself.
pub(super) fn numbering(state: &mut State, kind: &str) -> Result<Value, Error> {
    if named(kind).is_none() {
        let message = format!("there is no numbering `{kind}`: it is `levels`, `through` or `none`");
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    state.set_temp(NUMBERING, Value::from(kind));
    Ok(Value::from_safe_string(String::new()))
}

/// `{{ cover() }}`: in print the page's head is a cover; shows nothing itself.
pub(super) fn cover(state: &mut State) -> Value {
    state.set_temp(COVER, Value::from(true));
    Value::from_safe_string(String::new())
}

/// `{{ kind("Executive summary", "summary") }}`: what document the page is, for its title; shown where the report's own
/// title does not have that word.
pub(super) fn kind(state: &mut State, kind: &str, word: &str) -> Value {
    let title = seen(state, "report.title").map(|title| title.to_string().to_lowercase());
    if title.is_some_and(|title| title.contains(word)) {
        return Value::from_safe_string(String::new());
    }
    state.set_temp(KIND, Value::from(kind));
    Value::from_safe_string(format!("**{kind}**"))
}

/// `{{ requires("header", "report.summary") }}`: blocks that the page can't do without; shows nothing itself.
pub(super) fn requires(state: &mut State, names: Rest<String>) -> Result<Value, Error> {
    let before = state.get_temp(MISSING).and_then(|before| Some(before.try_iter().ok()?.collect()));
    let mut missing: Vec<Value> = before.unwrap_or_default();
    for name in names.iter() {
        let Some(block) = seen(state, name) else {
            let message = format!("the narrative has no block `{name}`");
            return Err(Error::new(ErrorKind::InvalidOperation, message));
        };
        let name = Value::from(name.as_str());
        if !says_something(&block) && !missing.contains(&name) {
            missing.push(name);
        }
    }
    state.set_temp(MISSING, Value::from(missing));
    Ok(Value::from_safe_string(String::new()))
}

/// What templates see by that name: a block, or a field of one.
fn seen(state: &State<'_, '_>, name: &str) -> Option<Value> {
    let mut parts = name.split('.');
    let block = state.lookup(parts.next()?)?;
    let field = parts.try_fold(block, |within, part| within.get_attr(part).ok())?;
    (!field.is_undefined()).then_some(field)
}

/// Whether there is anything in a block: one of which nothing is given still has all its fields, empty.
fn says_something(block: &Value) -> bool {
    match block.kind() {
        ValueKind::Map => {
            let fields = block.try_iter().into_iter().flatten();
            fields.filter_map(|name| block.get_item(&name).ok()).any(|field| says_something(&field))
        }
        ValueKind::Bool => true,
        _ => block.is_true(),
    }
}

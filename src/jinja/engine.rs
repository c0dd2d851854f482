//! The engine that lays out pages: templates and what they see → Markdown. Whatever is not Markdown by its type
//! is escaped, names that mean nothing are faults, and neither time nor output is without end.

use std::borrow::Cow;
use std::error::Error as _;
use std::io;
use std::ops::Range;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, filters, tests,
};

use super::asks::{self, Asks};

/// The filters that a template may use.
pub const ALLOWED_FILTERS: &[&str] = &[
    "capitalize",
    "first",
    "join",
    "last",
    "length",
    "link",
    "list",
    "lower",
    "map",
    "pounds",
    "rejectattr",
    "reverse",
    "selectattr",
    "sort",
    "trim",
    "unique",
    "upper",
];

/// How much work one page may take; one unit is a step, or some bytes moved.
const FUEL: u64 = 1_000_000;

/// How many bytes of Markdown one page may come to.
const LONGEST_PAGE: usize = 8 * 1024 * 1024;

/// The first of the characters that words may carry through a template to where they come to stand. Of all others
/// that no font has, words are freed.
pub const FIRST_MARK: char = '\u{E100}';

/// The last of them.
pub const LAST_MARK: char = '\u{EFFF}';

/// What a template sees. Its copies are the same, not made again.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen(Value);

impl Seen {
    /// Words, shown as they are written.
    #[must_use]
    pub fn words(words: &str) -> Self {
        Self(Value::from(words))
    }

    /// Markdown, taken as it is.
    #[must_use]
    pub fn markdown(markdown: String) -> Self {
        Self(Value::from_safe_string(markdown))
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(flag: bool) -> Self {
        Self(Value::from(flag))
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: i64) -> Self {
        Self(Value::from(number))
    }

    /// Several, in order.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self(items.into_iter().map(|item| item.0).collect())
    }

    /// Several by name.
    pub fn record(fields: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self(Value::from_pairs(fields.into_iter().map(|(name, field)| (name, field.0))))
    }

    /// The words that it is, if it is words.
    #[must_use]
    pub fn as_words(&self) -> Option<&str> {
        self.0.as_str().filter(|_| !self.0.is_safe())
    }
}

/// What is wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// The template, by the name that it was given under.
    pub template: String,
    /// The line, from 1; nought where none is known.
    pub line: usize,
    /// The bytes of the template that it concerns, where known.
    pub bytes: Option<Range<usize>>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
}

/// A page as a template lays it out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// Its Markdown.
    pub markdown: String,
    /// What the template asks beside.
    pub asks: Asks,
}

/// Templates ready to be laid out.
pub struct Engine<'t> {
    environment: Environment<'t>,
}

impl<'t> Engine<'t> {
    /// Takes in templates: their names and texts. Those with faults of syntax are left out, and named.
    pub fn with(templates: impl IntoIterator<Item = (&'t str, &'t str)>) -> (Self, Vec<TemplateFault>) {
        let mut environment = empty_environment();
        let mut faults = Vec::new();
        for (name, text) in templates {
            if let Err(error) = environment.add_template(name, text) {
                faults.push(fault(name, &error));
            }
        }
        (Self { environment }, faults)
    }

    /// Lays out the template `name`.
    ///
    /// # Errors
    /// Says what is wrong in which template, and where.
    pub fn lay_out(&self, name: &str, seen: &Seen) -> Result<Laid, TemplateFault> {
        self.render(&self.environment, name, &seen.0).map_err(|first| {
            // Once more, slowly, to learn where in the line the fault is.
            let mut closely = self.environment.clone();
            closely.set_debug(true);
            let error = self.render(&closely, name, &seen.0).err().unwrap_or(first);
            fault(name, &error)
        })
    }

    fn render(&self, environment: &Environment<'t>, name: &str, seen: &Value) -> Result<Laid, Error> {
        let mut page = Capped(Vec::new());
        let captured = environment.get_template(name)?.render_captured_to(seen.clone(), &mut page)?;
        let asks = Asks::of(captured.state());
        match String::from_utf8(page.0) {
            Ok(markdown) => Ok(Laid { markdown, asks }),
            Err(_) => Err(Error::new(ErrorKind::WriteFailure, "the page is not text")),
        }
    }
}

/// Nothing but what this file allows.
fn empty_environment<'t>() -> Environment<'t> {
    let mut environment = Environment::empty();
    if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(write_escaped);
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(60);
    add_filters(&mut environment);
    add_tests(&mut environment);
    environment.add_function("cover", asks::cover);
    environment.add_function("heading", heading);
    environment.add_function("kind", asks::kind);
    environment.add_function("numbering", asks::numbering);
    environment.add_function("requires", asks::requires);
    environment
}

fn add_filters(environment: &mut Environment<'_>) {
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("first", filters::first);
    environment.add_filter("join", filters::join);
    environment.add_filter("last", filters::last);
    environment.add_filter("length", filters::length);
    environment.add_filter("link", link);
    environment.add_filter("list", filters::list);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("map", filters::map);
    environment.add_filter("pounds", pounds);
    environment.add_filter("rejectattr", filters::rejectattr);
    environment.add_filter("reverse", filters::reverse);
    environment.add_filter("selectattr", filters::selectattr);
    environment.add_filter("sort", filters::sort);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("unique", filters::unique);
    environment.add_filter("upper", filters::upper);
}

fn add_tests(environment: &mut Environment<'_>) {
    environment.add_test("defined", tests::is_defined);
    environment.add_test("undefined", tests::is_undefined);
    environment.add_test("eq", tests::is_eq);
    environment.add_test("equalto", tests::is_eq);
    environment.add_test("ne", tests::is_ne);
    environment.add_test("in", tests::is_in);
}

/// A heading of a level that the template works out: `{{ heading(level + 1, priority.title) }}`.
fn heading(state: &mut State, level: usize, title: Value, rest: Kwargs) -> Result<Value, Error> {
    rest.assert_all_used()?;
    let title = state.format(title)?;
    let marks = "#".repeat(level.clamp(1, 6));
    Ok(Value::from_safe_string(format!("\n{marks} {}\n", title.trim())))
}

/// A web or mail address as a link that says it: `{{ report.website | link }}`.
fn link(address: &str) -> Value {
    let address = address.trim();
    let shown = escape(address);
    Value::from_safe_string(match address {
        "" => String::new(),
        _ if address.contains("://") => format!("[{shown}]({shown})"),
        _ if address.contains('@') => format!("[{shown}](mailto:{shown})"),
        _ => format!("[{shown}](https://{shown})"),
    })
}

/// Whole pounds with commas between thousands: `{{ line.amount | pounds }}` is "£12,500".
fn pounds(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len().saturating_add(8));
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && digits.len().saturating_sub(position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}£{grouped}", if amount < 0 { "\u{2212}" } else { "" })
}

/// Markdown passes as it is; all else is words, in which nothing may be read as Markdown.
fn write_escaped(out: &mut Output, _: &mut State, shown: &Value) -> Result<(), Error> {
    if shown.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let text = match shown.as_str() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(shown.to_string()),
    };
    if shown.is_safe() {
        out.write_str(&text).map_err(Error::from)
    } else {
        out.write_str(&escape(&text)).map_err(Error::from)
    }
}

/// Words as Markdown on one line. What need not have been escaped loses its backslash when the page is written.
fn escape(words: &str) -> String {
    let words = words.trim();
    let mut escaped = String::with_capacity(words.len().saturating_add(8));
    let mut written = 0;
    for (at, character) in words.char_indices() {
        let instead = match character {
            c if c.is_ascii_punctuation() => Some("\\"),
            c => instead_of(c),
        };
        if let Some(instead) = instead {
            escaped.push_str(words.get(written..at).unwrap_or_default());
            escaped.push_str(instead);
            // What has a backslash before it stays.
            written = if instead == "\\" { at } else { at.saturating_add(character.len_utf8()) };
        }
    }
    escaped.push_str(words.get(written..).unwrap_or_default());
    escaped
}

/// Words on one line without the characters that mark places in a page.
#[must_use]
pub fn freed(words: &str) -> String {
    let mut freed = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            FIRST_MARK..=LAST_MARK => {}
            c => match instead_of(c) {
                Some(instead) => freed.push_str(instead),
                None => freed.push(c),
            },
        }
    }
    freed
}

/// What stands in words in place of a character that may not stand in them.
fn instead_of(character: char) -> Option<&'static str> {
    match character {
        FIRST_MARK..=LAST_MARK => None,
        '\u{E000}'..='\u{F8FF}' => Some(""),
        c if c.is_control() => Some(" "),
        _ => None,
    }
}

/// The innermost template at fault, and the engine's words for what is wrong.
fn fault(asked: &str, error: &Error) -> TemplateFault {
    let mut innermost = error;
    while let Some(cause) = innermost.source().and_then(|cause| cause.downcast_ref::<Error>()) {
        innermost = cause;
    }
    let located = if innermost.line().is_some() { innermost } else { error };
    let kind = innermost.kind().to_string();
    let message = match innermost.detail() {
        Some(detail) if innermost.kind() == ErrorKind::SyntaxError => detail.to_owned(),
        Some(detail) => format!("{kind}: {detail}"),
        None => kind,
    };
    TemplateFault {
        template: located.name().unwrap_or(asked).to_owned(),
        line: located.line().unwrap_or(0),
        bytes: located.range().filter(|range| !range.is_empty()),
        message,
    }
}

/// A page that refuses to grow beyond [`LONGEST_PAGE`].
struct Capped(Vec<u8>);

impl io::Write for Capped {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LONGEST_PAGE {
            return Err(io::Error::other("the page is longer than 8 MiB"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[path = "engine_tests.rs"]
mod engine_tests;

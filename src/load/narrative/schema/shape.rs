//! The words in which the schema is written: keys, and the shapes that values may have.

/// A key of a block.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the block can't do without it.
    pub required: bool,
    /// What it says, in one sentence.
    pub doc: &'static str,
    /// A value as it stands behind the `=`.
    pub example: &'static str,
}

/// The keys of a block, in groups, so that blocks can share some.
pub type Keys = &'static [&'static [Key]];

/// What a value looks like, and with it what it is read into.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Text on one line, shown as it is written.
    Plain,
    /// Markdown with figures in it, written here or in a file: `{ file = "text/x.md" }`.
    Prose,
    /// A name for reference: lower-case letters, digits, `_` and `-`.
    Name,
    /// Yes or no.
    Flag,
    /// A whole number, from the first to the last of these.
    Whole(i64, i64),
    /// A number, kept as its digits.
    Number,
    /// A day.
    Date,
    /// A month as text, `2014-02`.
    Month,
    /// A reporting year as text, `2013/14` or `2013-14`.
    Year,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// The id of a figure.
    Figure,
    /// The name of a block of content.
    Block,
    /// Several of a shape; a text alone is a list of one.
    List(&'static Shape),
    /// A block with these keys.
    Record(Keys),
    /// A block with these keys, or its `text` alone.
    TextOr(Keys),
    /// Names that the writer chooses, each with a value: read as records of `name` and `value`.
    Named(&'static Shape),
    /// The first shape where the value has its form, otherwise the second.
    Either(&'static Shape, &'static Shape),
}

impl Key {
    /// A key that must be there.
    #[must_use]
    pub const fn required(
        name: &'static str,
        shape: Shape,
        doc: &'static str,
        example: &'static str,
    ) -> Self {
        Self { name, shape, required: true, doc, example }
    }

    /// A key that may be left out.
    #[must_use]
    pub const fn optional(
        name: &'static str,
        shape: Shape,
        doc: &'static str,
        example: &'static str,
    ) -> Self {
        Self { name, shape, required: false, doc, example }
    }
}

impl Shape {
    /// Whether a value is one thing, which a cell of a spreadsheet can hold.
    #[must_use]
    pub fn is_single(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Record(_) | Self::TextOr(_) | Self::Named(_) | Self::Either(..))
    }

    /// What is wanted, to end the sentence "it must be …".
    #[must_use]
    pub fn wanted(&self) -> String {
        match self {
            Self::Plain => "text in quotation marks".to_owned(),
            Self::Prose => "text in quotation marks, or `{ file = \"…\" }`".to_owned(),
            Self::Name => "a name in quotation marks".to_owned(),
            Self::Flag => "`true` or `false`".to_owned(),
            Self::Whole(from, to) => format!("a whole number from {from} to {to}"),
            Self::Number => "a number".to_owned(),
            Self::Date => "a date without quotation marks".to_owned(),
            Self::Month => "a month in quotation marks".to_owned(),
            Self::Year => "a reporting year in quotation marks".to_owned(),
            Self::Choice(_) => "one of a few words in quotation marks".to_owned(),
            Self::Figure => "the name of a figure in quotation marks".to_owned(),
            Self::Block => "the name of a block in quotation marks".to_owned(),
            Self::List(item) => match item {
                Self::Record(_) => "one or more blocks".to_owned(),
                _ => format!("a list in square brackets, each item {}", item.wanted()),
            },
            Self::Record(_) => "a block of keys".to_owned(),
            Self::TextOr(_) => "text in quotation marks, or a block with its `text`".to_owned(),
            Self::Named(_) => "a block of names and values".to_owned(),
            Self::Either(one, other) => format!("{}, or {}", one.wanted(), other.wanted()),
        }
    }
}

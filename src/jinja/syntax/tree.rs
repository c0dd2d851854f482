//! The syntax of narrative text: raw stretches, figures with filters, and choices between them. All spans are bytes of the text.

use crate::model::FigureId;

/// A stretch of the text.
pub type Span = std::ops::Range<usize>;

/// A piece of the text, in its order.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Shown as it is written.
    Raw(Span),
    /// `{{ contacts | counted }}`.
    Emit(Emit),
    /// `{{ ref("activity") }}`.
    Refer(Refer),
    /// `{% if … %} … {% endif %}`.
    Choose(Choose),
}

/// Something shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Emit {
    /// The whole tag with its braces.
    pub span: Span,
    /// What is shown.
    pub subject: Subject,
    /// The filters, in the order written.
    pub filters: Vec<Call>,
}

/// A reference to another part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Refer {
    /// The name of the section or appendix.
    pub name: String,
    /// Where the name is written, with its quotation marks.
    pub span: Span,
}

/// What a tag names.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A figure.
    Figure(Reference),
    /// A field of `report` or `terms`.
    Variable(Variable),
}

/// A figure's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Which figure.
    pub id: FigureId,
    /// Where it is written.
    pub span: Span,
}

/// `report.board`.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// `report` or `terms`.
    pub record: String,
    /// The field after the point; empty where there is none.
    pub field: String,
    /// Where it is written.
    pub span: Span,
}

/// A filter or test with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its name as written.
    pub name: String,
    /// The name and the arguments.
    pub span: Span,
    /// The arguments, in order.
    pub arguments: Vec<Argument>,
}

/// An argument of a filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Argument {
    /// What it is.
    pub value: ArgumentValue,
    /// Where it is written.
    pub span: Span,
}

/// What an argument is.
#[derive(Clone, Debug, PartialEq)]
pub enum ArgumentValue {
    /// Words in quotation marks.
    Words(String),
    /// A whole number.
    Whole(i64),
    /// A figure.
    Figure(Reference),
}

/// A choice between stretches of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Choose {
    /// `if` and each `elif`, in order.
    pub arms: Vec<Arm>,
    /// What stands after `else`.
    pub otherwise: Vec<Node>,
}

/// One condition and what is shown where it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// The condition; none where it could not be read (a fault says why).
    pub condition: Option<Condition>,
    /// What is shown.
    pub body: Vec<Node>,
}

/// A question about figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `contacts is rise`.
    Asked(Subject, Call),
    /// A figure that is itself a yes or no, or a field that is given or not.
    Stands(Subject),
    /// `not …`.
    Not(Box<Condition>),
    /// `… and …`.
    Both(Box<Condition>, Box<Condition>),
    /// `… or …`.
    Either(Box<Condition>, Box<Condition>),
}

/// Something in the text that can't be read or is not allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: FaultKind,
}

/// What can be wrong with the syntax of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Arithmetic or comparison: the sign, and whether it compares.
    Operator {
        /// The sign as it is written.
        sign: &'static str,
        /// Whether it is a comparison rather than arithmetic.
        compares: bool,
    },
    /// A selector without straight quotation marks; how it is written right.
    UnquotedSelector {
        /// The whole name, rightly quoted.
        quoted: String,
        /// Whether it is in typographic quotation marks.
        curly: bool,
    },
    /// Typographic quotation marks around an argument.
    CurlyQuotes,
    /// Something of the template language that has no place in text, in words, and the way out.
    NotAllowed {
        /// What: "a loop (`for`)".
        what: String,
        /// What to write instead.
        instead: &'static str,
    },
    /// An opening mark with no closing one.
    Unclosed {
        /// The opening mark.
        open: &'static str,
        /// The closing mark that it lacks.
        close: &'static str,
    },
    /// A closing mark with no opening one.
    Unopened {
        /// The closing mark.
        close: &'static str,
        /// The opening mark that it lacks.
        open: &'static str,
    },
    /// A selector that is neither a period nor `dimension=category`.
    BadSelector(String),
    /// The same dimension, or a period, selected twice.
    SelectedTwice(String),
    /// An unknown word after a point.
    UnknownSuffix(String),
    /// Anything else that can't be read, in plain words.
    Unreadable(String),
}

/// A text once read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Syntax {
    /// Its pieces.
    pub nodes: Vec<Node>,
    /// All that is wrong with it, in the order of the text.
    pub faults: Vec<Fault>,
}

impl Condition {
    /// The first figure that it asks about.
    #[must_use]
    pub fn figure(&self) -> Option<&FigureId> {
        match self {
            Self::Asked(subject, _) | Self::Stands(subject) => match subject {
                Subject::Figure(reference) => Some(&reference.id),
                Subject::Variable(_) => None,
            },
            Self::Not(inner) => inner.figure(),
            Self::Both(left, right) | Self::Either(left, right) => left.figure().or_else(|| right.figure()),
        }
    }
}

//! The door to the template language: the syntax of narrative text, and the engine that lays out pages.

mod asks;
mod engine;
mod syntax;

pub use asks::{Asks, Numbering};

pub use engine::{ALLOWED_FILTERS, Engine, FIRST_MARK, LAST_MARK, Laid, Seen, TemplateFault, freed};
pub use syntax::{
    Argument, ArgumentValue, Arm, Call, Choose, Condition, Emit, Fault, FaultKind, Node, Refer, Reference,
    Span, Subject, Syntax, Variable, parse, stretches,
};

//! The door to the template language: the syntax of narrative text, and the engine that lays out pages.

mod syntax;

pub use syntax::{
    Argument, ArgumentValue, Arm, Call, Choose, Condition, Emit, Fault, FaultKind, Node, Reference, Span,
    Subject, Syntax, Variable, parse, stretches,
};
mod engine;

pub use engine::{ALLOWED_FILTERS, Engine, Seen, TemplateFault};

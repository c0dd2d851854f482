//! The door to the template language: the syntax of narrative text, and the engine that lays out pages.

mod engine;

pub use engine::{ALLOWED_FILTERS, Engine, Seen, TemplateFault};

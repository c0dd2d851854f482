//! Findings: what is wrong, where, and the way out. Stages collect them; only `cli` prints what they render to.

mod code;
pub mod codes;
mod finding;

pub use code::{Code, Severity};
pub use finding::{Finding, Findings};

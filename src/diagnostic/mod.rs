//! Findings: what is wrong, where, and the way out. Stages collect them; only `cli` prints what they render to.

mod allow;
mod code;
pub mod codes;
mod excerpt;
mod finding;
mod render;

pub use code::{Code, Severity};
pub use finding::{Finding, Findings};
pub use render::{Format, render, render_within};

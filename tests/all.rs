//! All integration tests, in one binary.

#![allow(
    clippy::allow_attributes,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test reads files and stops at the first thing that is not as it should be"
)]

mod agreed;
mod architecture;
mod bad_inputs;
mod calendar_years;
mod cases;
mod charts;
mod common;
mod comparing;
mod cycle;
mod explaining;
mod matrix;
mod network;
mod page;
mod preview;
mod publishing;
mod quiet;
mod readme;
mod recompute;
mod rolled;
mod same_bytes;
mod samples;
mod schema;
mod settled;
mod stale;
mod starter;
mod style_guide;
mod workflow;
mod years_apart;

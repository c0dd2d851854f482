//! Makes a safeguarding children board's annual report from CSV exports and a TOML narrative.
//!
//! Data flows one way, and each stage has its own type:
//!
//! args → `Sources` → `Observations` + `Narrative` → `Plan` → `Figures` → `Published` → `Story` → `Document` → `Page`s → disk

pub mod agreed;
pub mod catalogue;
pub mod checks;
pub mod cli;
pub mod compare;
pub mod csv_text;
pub mod diagnostic;
pub mod disk;
pub mod figures;
pub mod hash;
pub mod jinja;
pub mod load;
pub mod lookup;
pub mod manifest;
pub mod model;
pub mod narrative;
pub mod pipeline;
pub mod plan;
pub mod preview;
pub mod render;
pub mod roll;
pub mod side_by_side;
pub mod starter;
pub mod suggest;
pub mod words;

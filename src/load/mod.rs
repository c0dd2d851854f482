//! The first stage: the project folder → its narrative and observations, with findings for all that can't be read.

pub mod blocks;
pub mod cases;
pub mod data;
mod encoding;
mod files;
pub mod narrative;
mod opened;
mod reopenable;
mod sheet;
mod supplied;
mod workbook;

pub use files::{Files, Folder, ReadFault};
pub use reopenable::{Held, Reopenable};

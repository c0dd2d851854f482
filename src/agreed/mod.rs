//! What the board has published and agreed before: the figures of an earlier report, and those that were signed off.

mod published;
mod signed;

pub use published::{check, last_published};
pub use signed::{FIGURES, FOLDER, RECORD, Signed, fill, followed, hold, read as signed_off};

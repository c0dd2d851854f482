//! What the board has published and agreed before: the figures of an earlier report, and those that were signed off.

mod corrections;
mod published;
mod signed;

pub use corrections::{followed, hold};
pub use published::{check, last_published};
pub use signed::{FIGURES, FOLDER, RECORD, Signed, fill, read as signed_off};

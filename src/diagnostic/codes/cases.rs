//! What can be wrong with a case list: found while its rows are counted.

use crate::diagnostic::{Code, Severity};

/// All of them.
pub(super) const ALL: &[&Code] = &[];

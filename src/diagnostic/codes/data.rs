//! PLACEHOLDER

use crate::diagnostic::Code;

/// All of them.
pub(super) const ALL: &[&Code] = &[];

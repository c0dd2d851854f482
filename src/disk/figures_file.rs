//! A `figures.json` by its path, where a command takes one in place of a project.

use std::fs;
use std::path::Path;

use super::DiskFault;

/// Whether a path names a file of figures rather than a project.
#[must_use]
pub fn is_figures_file(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        && fs::metadata(path).is_ok_and(|found| found.is_file())
}

/// Its text.
///
/// # Errors
/// It can't be read, or is not in UTF-8.
pub fn read_text(path: &Path) -> Result<String, DiskFault> {
    fs::read_to_string(path).map_err(DiskFault::failed("read", path))
}

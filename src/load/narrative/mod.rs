//! `narrative.toml` and the texts that it names → the narrative.

use super::Files;
use crate::diagnostic::Findings;
use crate::model::Narrative;

/// Reads the narrative file at `path`. All its faults become findings; none where too little is left to go on with.
pub fn read(files: &mut Files<'_>, path: &str, findings: &mut Findings) -> Option<Narrative> {
    let _ = (files, path, findings);
    None
}

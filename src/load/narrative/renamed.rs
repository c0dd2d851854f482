//! `[[categories]]` → the names that categories had before.

use super::faults::on;
use super::texts;
use crate::diagnostic::codes::narrative::RENAMED_TWICE;
use crate::diagnostic::{Findings, Severity};
use crate::model::{Record, Renames};

/// The names; one that two categories are said to have had is told.
pub(super) fn read(declared: &[&Record], findings: &mut Findings) -> Renames {
    let mut renames = Renames::default();
    let faults = findings.count(Severity::Error);
    for record in declared {
        let (Some(dimension), Some(name)) = (record.text("dimension"), record.text("name")) else { continue };
        let (dimension, now) = (dimension.as_str().trim(), name.as_str().trim());
        for was in texts(record, "was") {
            let before = renames.note(dimension, was.as_str().trim(), now);
            if was.as_str().trim() == now {
                let message = format!("`{now}` of `{dimension}` is said to have been called the same before");
                findings.push(
                    on(was, &RENAMED_TWICE, message).help("write the name that it had, or take this out"),
                );
            } else if let Some(other) = before.filter(|other| other != now) {
                let message = format!(
                    "`{}` of `{dimension}` is said to have become both `{other}` and `{now}`",
                    was.as_str().trim()
                );
                findings.push(
                    on(was, &RENAMED_TWICE, message)
                        .help("keep one of the two: what was divided or merged is no longer the same"),
                );
            }
        }
    }
    say_passed_on(declared, &renames, findings);
    // Of names that are at fault nothing more is told.
    let is_sound = findings.count(Severity::Error) == faults;
    for record in declared.iter().filter(|_| is_sound) {
        let Some(dimension) = record.text("dimension") else { continue };
        texts(record, "was").into_iter().for_each(|was| renames.declare(dimension, was));
    }
    renames
}

/// Says of each category with an earlier name that it is itself the earlier name of another: numbers go on once.
fn say_passed_on(declared: &[&Record], renames: &Renames, findings: &mut Findings) {
    for record in declared {
        let (Some(dimension), Some(name)) = (record.text("dimension"), record.text("name")) else { continue };
        let (dimension, now) = (dimension.as_str().trim(), name.as_str().trim());
        let Some(later) = renames.of(dimension, now).filter(|later| *later != now) else { continue };
        let message = format!("`{now}` of `{dimension}` has an earlier name, and is that of `{later}`");
        findings.push(
            on(name, &RENAMED_TWICE, message)
                .help(format!("list every earlier name under `{later}`, and take `{now}` out")),
        );
    }
}

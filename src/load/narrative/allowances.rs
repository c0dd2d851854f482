//! `[[allow]]` → the findings that the narrative allows.

use super::faults::on;
use super::reader::slashed;
use super::string;
use crate::diagnostic::codes::{self, narrative};
use crate::diagnostic::{Findings, Severity};
use crate::model::{Allowance, FigureId, Record};
use crate::suggest::did_you_mean;

/// The allowances; those of what there is not, or of what can't be allowed, are told and left out.
pub(super) fn read(declared: &[&Record], findings: &mut Findings) -> Vec<Allowance> {
    declared.iter().filter_map(|record| allowance(record, findings)).collect()
}

fn allowance(record: &Record, findings: &mut Findings) -> Option<Allowance> {
    let name = record.text("code")?;
    let Some(code) = codes::find(name.as_str()) else {
        let message = format!("there is no finding `{}`", name.as_str());
        let help = did_you_mean(name.as_str(), codes::all().map(|code| code.name));
        let help = help.unwrap_or_else(|| "write the code that stands beside the finding".to_owned());
        findings.push(on(name, &narrative::UNKNOWN_CODE, message).help(help));
        return None;
    };
    if code.severity == Severity::Error || code == &narrative::UNUSED_ALLOWANCE {
        let message = format!("`{}` can't be allowed", code.name);
        let help = match code.severity {
            Severity::Error => {
                "an error means that something can't be read, or that a number would be wrong: mend what it is about"
            }
            _ => "take out the allowance that nothing uses",
        };
        findings.push(on(name, &narrative::NOT_ALLOWABLE, message).help(help));
        return None;
    }
    let figure = match record.text("figure") {
        Some(text) => Some(FigureId::parse(text.as_str()).ok()?),
        None => None,
    };
    let reason = string(record, "reason").filter(|reason| !reason.trim().is_empty());
    if reason.is_none() && record.text("reason").is_some() {
        let message = format!("the allowance of `{}` gives no reason", code.name);
        findings.push(on(name, &narrative::MISSING_KEY, message).help("say why it may stand"));
    }
    Some(Allowance {
        code: code.name.to_owned(),
        reason: reason?,
        figure,
        file: string(record, "file").map(|path| slashed(&path)),
        place: name.whole(),
    })
}

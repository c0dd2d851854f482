//! Partners' contributions that have not come, or may still change.

use super::Awaited;
use super::faulty::Faulty;
use super::priorities::says_something;
use crate::diagnostic::codes::said as codes;
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{Record, Text};

/// Finds them, and names the partner of each.
pub(super) fn check(content: &Record, faulty: &Faulty, awaited: Awaited, findings: &mut Findings) {
    for contribution in content.records("contributions").filter(|contribution| !faulty.includes(contribution))
    {
        let Some(partner) = contribution.text("partner") else { continue };
        let has_come = contribution.get("text").is_some_and(says_something);
        let finding = match (has_come, contribution.choice("state"), awaited) {
            (false, _, Awaited::Refused) => missing(&codes::CONTRIBUTION_AWAITED, partner),
            (false, _, Awaited::Allowed) => missing(&codes::CONTRIBUTION_AWAITED_IN_DRAFT, partner),
            (true, Some("provisional"), _) => provisional(partner),
            (true, ..) => continue,
        };
        findings.push(finding);
    }
}

fn missing(code: &'static Code, partner: &Text) -> Finding {
    let message = format!("the contribution of {} has not come", partner.as_str().trim());
    Finding::new(code, message)
        .at(partner.whole())
        .help("ask for it, then give its `text`; until it comes, build with `--draft`")
}

fn provisional(partner: &Text) -> Finding {
    let message =
        format!("the contribution of {} is provisional and may still change", partner.as_str().trim());
    Finding::new(&codes::CONTRIBUTION_PROVISIONAL, message)
        .at(partner.whole())
        .help("once the partner has settled it, set `state = \"final\"`")
}

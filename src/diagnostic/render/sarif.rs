//! Findings as SARIF 2.1.0, which code hosts and editors read. Nothing of the files' content stands in it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Located;
use crate::diagnostic::{Code, Finding};
use crate::model::Place;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// One run with a rule for each kind of finding and a result for each finding. `within` stands before the files'
/// paths.
pub(super) fn sarif(findings: &[&Finding], files: &Located<'_>, within: &str) -> String {
    let rules: BTreeMap<&str, &Code> = findings.iter().map(|f| (f.code.name, f.code)).collect();
    let places = Places { files, within };
    let index = |finding: &Finding| rules.keys().position(|name| *name == finding.code.name);
    let results: Vec<Value> = findings.iter().map(|finding| places.result(finding, index(finding))).collect();
    let driver = json!({
        "name": "lscb-report",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.values().map(|code| rule(code)).collect::<Vec<_>>(),
    });
    let run = json!({"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results});
    let log = json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]});
    // Values made of strings and numbers always have a form in JSON.
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": {"text": code.title},
        "help": {"text": code.explanation, "markdown": code.explanation},
        "defaultConfiguration": {"level": code.severity.to_string()},
    })
}

/// Where things stand, as SARIF says it.
struct Places<'a> {
    files: &'a Located<'a>,
    within: &'a str,
}

impl Places<'_> {
    fn result(&self, finding: &Finding, rule: Option<usize>) -> Value {
        let said: Vec<&str> =
            std::iter::once(&finding.message).chain(&finding.help).map(String::as_str).collect();
        let related = finding.related.iter().filter_map(|(place, label)| {
            let mut location = self.location(*place)?;
            location.as_object_mut()?.insert("message".to_owned(), json!({"text": label}));
            Some(location)
        });
        let figures: Vec<String> = finding.figures.iter().map(ToString::to_string).collect();
        let mut result = json!({
            "ruleId": finding.code.name,
            "level": finding.code.severity.to_string(),
            "message": {"text": said.join("\n")},
            "locations": finding.place.and_then(|place| self.location(place)).into_iter().collect::<Vec<_>>(),
            "relatedLocations": related.collect::<Vec<_>>(),
            "properties": {"figures": figures, "suppliedBy": finding.supplied_by},
        });
        let extra = [
            ("ruleIndex", rule.map(|index| json!(index))),
            (
                "suppressions",
                finding.allowed.as_ref().map(|reason| json!([{"kind": "inSource", "justification": reason}])),
            ),
        ];
        if let Some(fields) = result.as_object_mut() {
            fields.extend(extra.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        }
        result
    }

    fn location(&self, place: Place) -> Option<Value> {
        let lines = self.files.lines(place)?;
        let (start, end) = (lines.position(place.start), lines.position(place.end));
        Some(json!({"physicalLocation": {
            "artifactLocation": {"uri": uri(&format!("{}{}", self.within, lines.file.path))},
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            },
        }}))
    }
}

/// A path as a relative reference: what has a meaning of its own in one is escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

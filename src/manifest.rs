//! What a build records of itself: the manifest that stands beside its pages, and the note of intent that stands
//! there while they are exchanged. Pure: `disk` keeps them in files.

use serde::{Deserialize, Serialize};

use crate::hash::fingerprint;
use crate::model::SourceFile;
use crate::render::Page;
use crate::side_by_side::each;

/// The form of the manifest.
const MANIFEST_SCHEMA: &str = "lscb-report/manifest/1";
/// The form of the note of intent.
const PENDING_SCHEMA: &str = "lscb-report/pending/1";

/// A file and the fingerprint of its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Inputs: within the project folder, with forward slashes. Outputs: the name in the output folder.
    pub path: String,
    /// The BLAKE3 hash, in lower-case hexadecimal.
    #[serde(rename = "blake3")]
    pub fingerprint: String,
}

/// What a report was made from and by, and what was made. It holds no clock and no path of a machine, so that the
/// same inputs give the same manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    schema: String,
    /// The program and its version: "lscb-report 0.1.0".
    pub program: String,
    /// Every file that was read, sorted by path.
    pub inputs: Vec<Entry>,
    /// Every page that was made, sorted by name.
    pub outputs: Vec<Entry>,
}

impl Manifest {
    /// The manifest of `pages` made from `sources`.
    #[must_use]
    pub fn of(sources: &[SourceFile], pages: &[Page]) -> Self {
        let input = |source: &SourceFile| Entry {
            path: source.path.clone(),
            fingerprint: source.fingerprint.clone(),
        };
        let output = |page: &Page| Entry {
            path: page.name.clone(),
            fingerprint: fingerprint(page.content.as_bytes()),
        };
        Self {
            schema: MANIFEST_SCHEMA.to_owned(),
            program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
            inputs: sorted(sources.iter().map(input)),
            outputs: sorted(each(pages, output)),
        }
    }

    /// The manifest that these bytes are; none where they are something else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(bytes).ok().filter(|manifest| manifest.schema == MANIFEST_SCHEMA)
    }

    /// Its file.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

/// The form of the record of a sign-off.
const SIGN_OFF_SCHEMA: &str = "lscb-report/sign-off/1";

/// That a report was agreed: by whom, when, and what it was made from and came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    schema: String,
    /// Who agreed it, by role.
    pub by: String,
    /// The day, as it was given: "2025-09-30".
    pub on: String,
    /// What was agreed.
    pub manifest: Manifest,
}

impl SignOff {
    /// The record of what `manifest` describes.
    #[must_use]
    pub fn of(by: &str, on: &str, manifest: Manifest) -> Self {
        Self { schema: SIGN_OFF_SCHEMA.to_owned(), by: by.to_owned(), on: on.to_owned(), manifest }
    }

    /// The record that these bytes are; none where they are something else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(bytes).ok().filter(|record| record.schema == SIGN_OFF_SCHEMA)
    }

    /// Its file.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

/// Written before the first page is exchanged and removed after the last, so that a build that was killed between
/// is known, and the files of both builds with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pending {
    schema: String,
    /// The fingerprint of the manifest that will complete the exchange.
    pub manifest: String,
    /// Every page of the builds before and of this one; a name may come with several fingerprints.
    pub files: Vec<Entry>,
}

impl Pending {
    /// The intent to complete `manifest` where `files` stand or will stand.
    #[must_use]
    pub fn of(manifest: &Manifest, files: impl IntoIterator<Item = Entry>) -> Self {
        Self {
            schema: PENDING_SCHEMA.to_owned(),
            manifest: fingerprint(manifest.to_json().as_bytes()),
            files: sorted(files.into_iter().chain(manifest.outputs.iter().cloned())),
        }
    }

    /// The note that these bytes are; none where they are something else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice::<Self>(bytes).ok().filter(|pending| pending.schema == PENDING_SCHEMA)
    }

    /// Its file.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

fn sorted(entries: impl IntoIterator<Item = Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = entries.into_iter().collect();
    entries.sort();
    entries.dedup();
    entries
}

/// Indented, so that a difference between two builds reads well. Strings and lists of strings always have a form
/// in JSON, so nothing is lost in the default.
fn to_json(value: &impl Serialize) -> String {
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

#[cfg(test)]
mod tests {
    use super::{Entry, Manifest, Pending};
    use crate::model::SourceFile;
    use crate::render::Page;

    fn manifest() -> Manifest {
        let source = |path: &str| SourceFile {
            path: path.into(),
            text: "x".into(),
            fingerprint: "00".into(),
            case_list: None,
            sheet: None,
        };
        let page = Page { name: "figures.json".into(), content: String::new() };
        Manifest::of(&[source("narrative.toml"), source("data/a.csv")], &[page])
    }

    #[test]
    fn a_manifest_lists_inputs_and_outputs_sorted_with_their_fingerprints() {
        let empty = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
        let expected = format!(
            "{{\n  \"schema\": \"lscb-report/manifest/1\",\n  \"program\": \"lscb-report {}\",\n  \"inputs\": [\n    \
             {{\n      \"path\": \"data/a.csv\",\n      \"blake3\": \"00\"\n    }},\n    {{\n      \"path\": \
             \"narrative.toml\",\n      \"blake3\": \"00\"\n    }}\n  ],\n  \"outputs\": [\n    {{\n      \"path\": \
             \"figures.json\",\n      \"blake3\": \"{empty}\"\n    }}\n  ]\n}}\n",
            env!("CARGO_PKG_VERSION")
        );
        assert_eq!(manifest().to_json(), expected);
    }

    #[test]
    fn what_is_written_is_read_again_and_nothing_else_is() {
        assert_eq!(Manifest::read(manifest().to_json().as_bytes()), Some(manifest()));
        for other in ["", "{}", "[1]", "{\"schema\": \"lscb-report/manifest/2\"}"] {
            assert_eq!(Manifest::read(other.as_bytes()), None, "{other}");
        }
        let later = manifest().to_json().replace("manifest/1", "manifest/2");
        assert_eq!(Manifest::read(later.as_bytes()), None);
    }

    #[test]
    fn a_pending_note_names_old_files_and_new() {
        let old = Entry { path: "old.md".into(), fingerprint: "11".into() };
        let pending = Pending::of(&manifest(), [old]);
        let names: Vec<&str> = pending.files.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(names, ["figures.json", "old.md"]);
        assert_eq!(Pending::read(pending.to_json().as_bytes()), Some(pending));
    }
}

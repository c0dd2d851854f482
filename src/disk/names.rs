//! The names of files in the output folder: pages, the manifest, and what stands there only while a build runs.

use crate::hash::fingerprint;

/// The record of the last build.
pub(super) const MANIFEST: &str = "manifest.json";
/// The note of intent, there only while pages are exchanged.
pub(super) const PENDING: &str = "manifest.pending.json";
/// What the names of temporary files begin with. A build removes those that a killed one left.
const TEMPORARY: &str = ".lscb-report-";

/// Whether it can be a page's: one plain name, visible, on every system the same.
pub(super) fn is_page(name: &str) -> bool {
    let plain = |c: char| !c.is_control() && !"/\\:*?\"<>|".contains(c);
    !name.is_empty()
        && name.len() <= 200
        && name.chars().all(plain)
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' '])
        && ![MANIFEST, PENDING].contains(&name)
}

/// Whether it is that of a temporary file.
pub(super) fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY)
}

/// The name under which `name` is written before it is renamed (`purpose` "new") or stands until the exchange is
/// complete ("old"). It has the number of this run in it, so that two builds at once don't write into one file.
pub(super) fn temporary(name: &str, purpose: &str) -> String {
    let run = std::process::id();
    let hash = fingerprint(name.as_bytes());
    let short = hash.get(..16).unwrap_or_default();
    format!("{TEMPORARY}{run}-{short}.{purpose}")
}

#[cfg(test)]
mod tests {
    use super::{is_page, is_temporary, temporary};

    #[test]
    fn pages_have_plain_visible_names() {
        for good in ["executive-summary.md", "figures.json", "Bericht für alle.html"] {
            assert!(is_page(good), "{good}");
        }
        for bad in [
            "",
            ".",
            "..",
            "../a.md",
            "a/b.md",
            "a\\b.md",
            "c:a.md",
            ".hidden",
            "a.",
            "a\nb",
            "manifest.json",
        ] {
            assert!(!is_page(bad), "{bad}");
        }
    }

    #[test]
    fn temporary_names_are_hidden_and_no_pages() {
        let name = temporary("figures.json", "new");
        assert!(is_temporary(&name) && !is_page(&name), "{name}");
        assert_ne!(name, temporary("figures.json", "old"));
        assert_ne!(name, temporary("figures.csv", "new"));
    }
}

//! The way from a folder to a file beside it, as a narrative writes it: `../2024-25/report/figures.json`.

use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The way from `folder`, which need not be there yet, to a file; none where there is no such file, or no way that can
/// be written.
#[must_use]
pub fn way(folder: &Path, file: &Path) -> Option<String> {
    let to = fs::canonicalize(file).ok().filter(|found| found.is_file())?;
    let (standing, below) = standing_folder(folder);
    let from = fs::canonicalize(standing).ok()?.join(below);
    let shared = from.components().zip(to.components()).take_while(|(from, to)| from == to).count();
    if shared == 0 {
        return None;
    }
    let up = from.components().skip(shared).map(|part| match part {
        Component::Normal(_) => Some(".."),
        _ => None,
    });
    let down = to.components().skip(shared).map(|part| part.as_os_str().to_str());
    let parts: Vec<&str> = up.chain(down).collect::<Option<_>>()?;
    Some(parts.join("/"))
}

/// The nearest folder that stands on the way to `path`, and the path below it.
pub(super) fn standing_folder(path: &Path) -> (PathBuf, PathBuf) {
    let mut folder = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path.to_owned() };
    let mut below: Vec<OsString> = Vec::new();
    while !fs::metadata(&folder).is_ok_and(|found| found.is_dir()) {
        let Some(name) = folder.file_name().map(ToOwned::to_owned) else { break };
        below.push(name);
        folder = match folder.parent() {
            Some(above) if !above.as_os_str().is_empty() => above.to_owned(),
            _ => PathBuf::from("."),
        };
    }
    (folder, below.into_iter().rev().collect())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::way;

    #[test]
    fn the_way_leads_from_a_folder_that_is_not_there_yet() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("old/report")).unwrap();
        let file = root.path().join("old/report/figures.json");
        fs::write(&file, "f").unwrap();
        for (folder, expected) in [
            ("new", "../old/report/figures.json"),
            ("later/new", "../../old/report/figures.json"),
            ("old/../new", "../old/report/figures.json"),
            ("old", "report/figures.json"),
            ("", "old/report/figures.json"),
        ] {
            assert_eq!(way(&root.path().join(folder), &file).as_deref(), Some(expected), "{folder}");
        }
        assert_eq!(way(&root.path().join("new"), &root.path().join("old/report/none.json")), None);
        assert_eq!(way(&root.path().join("new"), &root.path().join("old")), None);
    }
}

//! What keeps the program from reading a project or writing a report: not a fault of the narrative or the data, so
//! no finding.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why nothing was read or written.
#[derive(Debug)]
pub enum DiskFault {
    /// There is no project there.
    NoProject(PathBuf),
    /// The folder is there but holds no narrative; TOML files that it holds instead.
    NoNarrative(PathBuf, Vec<String>),
    /// The project is neither a folder nor a TOML file.
    NotAProject(PathBuf),
    /// Files that would have to be replaced and were not written by this program.
    Foreign(PathBuf, Vec<String>),
    /// A page's name that is no plain file name.
    BadName(String),
    /// A manifest, or what takes its place, that this program did not write.
    BadManifest(PathBuf),
    /// The computer would not do something with a file.
    Failed {
        /// What: "read", "write".
        doing: &'static str,
        /// Which file.
        path: PathBuf,
        /// The computer's words for why.
        why: io::Error,
    },
    /// The output folder holds a file that the report is made from.
    HoldsInputs(PathBuf, String),
    /// Git does not give what was asked of it.
    Git {
        /// The project.
        path: PathBuf,
        /// The revision.
        revision: String,
        /// Why, in git's words or ours.
        why: String,
    },
    /// A new project can't go there: something is there that is not an empty folder.
    Taken(PathBuf),
    /// Writing a new project failed, and then removing what had been written failed too.
    Left(Box<Self>, Vec<PathBuf>),
    /// A build failed, and then putting the old pages back failed too.
    NotPutBack(Box<Self>, Vec<String>),
}

impl DiskFault {
    /// Names the deed and the file that an error belongs to.
    pub(super) fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |why| Self::Failed { doing, path, why }
    }
}

impl fmt::Display for DiskFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProject(path) => write!(f, "there is no project at `{}`", path.display()),
            Self::NoNarrative(path, others) => {
                write!(f, "`{}` holds no `narrative.toml`", path.display())?;
                match others.first() {
                    Some(other) => write!(f, "; name another narrative by its file: `{other}`"),
                    None => Ok(()),
                }
            }
            Self::HoldsInputs(path, input) => write!(
                f,
                "`{}` holds what the report is made from (`{input}`); write the report to a folder of its own",
                path.display()
            ),
            Self::NotAProject(path) => {
                write!(f, "`{}` is neither a folder nor a TOML file", path.display())
            }
            Self::Foreign(out, names) => write!(
                f,
                "{} in `{}` would be replaced but was not written by this program: move it away, or choose another \
                 folder with `--out`",
                listed(names),
                out.display()
            ),
            Self::BadName(name) => write!(f, "`{name}` can't be the name of a page"),
            Self::BadManifest(path) => write!(
                f,
                "`{}` is not a manifest that this version of the program can read: move it away with the pages \
                 beside it, or choose another folder with `--out`",
                path.display()
            ),
            Self::Git { path, revision, why } => {
                write!(f, "can't read `{}` at the revision `{revision}`: {why}", path.display())
            }
            Self::Taken(path) => write!(
                f,
                "`{}` is there already and is not an empty folder: choose another name",
                path.display()
            ),
            Self::Left(first, paths) => {
                let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(f, "{first}; {} could not be removed again", listed(&names))
            }
            Self::Failed { doing, path, why } => write!(f, "can't {doing} `{}`: {why}", path.display()),
            Self::NotPutBack(first, names) => write!(
                f,
                "{first}; putting {} back failed too, so old pages and new may stand side by side until the next build",
                listed(names)
            ),
        }
    }
}

impl std::error::Error for DiskFault {}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

//! What a preview shows at the moment, and its version, for which a browser can wait.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::render::Page;

use super::Reading;

/// The state of a session, shared by the builder and all answers.
#[derive(Debug, Default)]
pub(super) struct Session {
    shown: Mutex<Shown>,
    changed: Condvar,
}

/// What is shown: the last pages that could be made, and what was found in the last reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    /// Counts the readings, from 1.
    pub(super) version: u64,
    pub(super) pages: Vec<Page>,
    pub(super) findings: String,
    /// Whether the pages are older than the findings.
    pub(super) broken: bool,
}

impl Session {
    /// Takes in what the project gave now. Where it is at fault, the pages before stay.
    pub(super) fn take(&self, reading: Reading) {
        let mut shown = self.lock();
        shown.version = shown.version.saturating_add(1);
        shown.findings = reading.findings;
        shown.broken = reading.pages.is_none();
        if let Some(pages) = reading.pages {
            shown.pages = pages;
        }
        self.changed.notify_all();
    }

    /// What is shown now.
    pub(super) fn now(&self) -> Shown {
        self.lock().clone()
    }

    /// The version, once it is another than `known` or the time is over.
    pub(super) fn version_after(&self, known: u64, most: Duration) -> u64 {
        let same = |shown: &mut Shown| shown.version == known;
        let waited = self.changed.wait_timeout_while(self.lock(), most, same);
        waited.unwrap_or_else(PoisonError::into_inner).0.version
    }

    /// Nothing is ever left half changed, so a thread that died holding it left it whole.
    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    /// The page that stands first: the one that a reader opens.
    pub(super) fn first(&self) -> Option<&str> {
        self.names().next()
    }

    /// The names of the pages that a reader can open.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| page.name.as_str()).filter(|name| name.ends_with(".html"))
    }

    pub(super) fn page(&self, name: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.name == name)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Session;
    use crate::preview::Reading;
    use crate::render::Page;

    fn good(content: &str) -> Reading {
        let page = Page { name: "a.html".to_owned(), content: content.to_owned() };
        Reading { pages: Some(vec![page]), findings: String::new() }
    }

    #[test]
    fn a_broken_project_leaves_the_last_pages_and_says_what_is_wrong() {
        let session = Session::default();
        session.take(good("one"));
        session.take(Reading { pages: None, findings: "wrong".to_owned() });
        let shown = session.now();
        assert_eq!((shown.version, shown.broken, shown.findings.as_str()), (2, true, "wrong"));
        assert_eq!(shown.page("a.html").unwrap().content, "one");
        session.take(good("two"));
        let shown = session.now();
        assert_eq!((shown.broken, shown.findings.as_str()), (false, ""));
        assert_eq!(shown.page(shown.first().unwrap()).unwrap().content, "two");
    }

    #[test]
    fn a_version_that_is_not_known_is_given_at_once() {
        let session = Session::default();
        session.take(good("one"));
        assert_eq!(session.version_after(0, Duration::from_secs(600)), 1);
        assert_eq!(session.version_after(1, Duration::ZERO), 1);
    }
}

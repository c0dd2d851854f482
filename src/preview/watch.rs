//! Word that a file of the project changed. The only user of the watching library.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// For so long after a change no other must come before the project is read: an editor that writes a file in pieces,
/// or takes it away and puts another in its place, is let finish.
const QUIET: Duration = Duration::from_millis(30);
/// After so many stretches that were not quiet, it is read all the same.
const PATIENCE: u32 = 4;

/// How often it looks whether the session is to end.
const TICK: Duration = Duration::from_millis(100);

/// Watches a folder and all within it.
pub(super) struct Watch {
    changes: Receiver<()>,
    /// Kept, since it stops watching when it goes.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Begins to watch; changes below `ignored`, where pages are written, count for nothing.
    pub(super) fn begin(folder: &Path, ignored: &Path) -> Result<Self, notify::Error> {
        let (sender, changes) = channel();
        let ignored = ignored.to_owned();
        let mut watcher = notify::recommended_watcher(move |event| tell(&event, &ignored, &sender))?;
        watcher.watch(folder, RecursiveMode::Recursive)?;
        Ok(Self { changes, _watcher: watcher })
    }

    /// Waits until something changed and it is quiet again; false once `stop` is set.
    pub(super) fn next(&self, stop: &AtomicBool) -> bool {
        loop {
            match self.changes.recv_timeout(TICK) {
                _ if stop.load(Ordering::Relaxed) => return false,
                Ok(()) => break,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        for _ in 0..PATIENCE {
            if self.changes.recv_timeout(QUIET).is_err() {
                break;
            }
            while self.changes.try_recv().is_ok() {}
        }
        true
    }
}

/// Reading a file is no change, or every reading would call for the next.
fn tell(event: &Result<Event, notify::Error>, ignored: &Path, sender: &Sender<()>) {
    let counts = match event {
        Ok(Event { kind: EventKind::Access(_), .. }) => false,
        Ok(event) => event.paths.is_empty() || event.paths.iter().any(|path| !path.starts_with(ignored)),
        // What can't be told may be a change.
        Err(_) => true,
    };
    if counts {
        // Nobody listens any more only when the session is over.
        let _ = sender.send(());
    }
}

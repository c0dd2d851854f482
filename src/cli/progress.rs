//! How far a long run has come: lines and bars on the error stream, where a terminal looks on. The only user of the library
//! that draws them.

use std::io::{self, IsTerminal, Write};
use std::thread;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long a run goes on without a word: most are done by then.
const SILENCE: Duration = Duration::from_secs(1);
/// How often a line shows that it is alive.
const TICK: Duration = Duration::from_millis(120);
const OF_A_PROJECT: &str = "{spinner} {msg} (files read: {pos})";
const OF_PAGES: &str = "{spinner} {msg}";
const OF_A_FILE: &str = "{msg} {wide_bar} {percent}% ({eta} left)";
const OF_SEVERAL: &str = "{wide_bar} {pos} of {len} projects";

/// What a run shows of how far it has come; nothing where nobody looks on. Clones draw beneath one another.
#[derive(Clone, Debug, Default)]
pub(super) struct Progress(Option<MultiProgress>);

/// A line or bar, gone when it is dropped.
#[derive(Debug, Default)]
pub(super) struct Line(Option<ProgressBar>);

impl Progress {
    /// On the error stream after a while, if that is a terminal.
    pub(super) fn on_terminal() -> Self {
        if !io::stderr().is_terminal() {
            return Self::default();
        }
        let lines = MultiProgress::with_draw_target(ProgressDrawTarget::hidden());
        Self(Some(lines))
    }

    /// Begins to count the time after which it is drawn.
    pub(super) fn begin(&self) {
        let Some(lines) = self.0.clone() else { return };
        thread::spawn(move || {
            thread::sleep(SILENCE);
            lines.set_draw_target(ProgressDrawTarget::stderr());
        });
    }

    /// A project while it is read and worked out.
    pub(super) fn of_project(&self, name: &str) -> Line {
        self.line(ProgressBar::no_length().with_message(name.to_owned()), OF_A_PROJECT)
    }

    /// A project while its pages are made.
    pub(super) fn of_pages(&self, name: &str) -> Line {
        self.line(ProgressBar::no_length().with_message(format!("{name}: making the pages")), OF_PAGES)
    }

    /// So many projects.
    pub(super) fn of_several(&self, projects: usize) -> Line {
        let projects = u64::try_from(projects).unwrap_or(u64::MAX);
        self.line(ProgressBar::new(projects), OF_SEVERAL)
    }

    /// A file of so many bytes.
    pub(super) fn of_file(&self, path: &str, length: u64) -> Line {
        self.line(ProgressBar::new(length).with_message(path.to_owned()), OF_A_FILE)
    }

    fn line(&self, bar: ProgressBar, style: &str) -> Line {
        let Some(lines) = &self.0 else { return Line(None) };
        let bar = lines.add(bar);
        bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.tick();
        bar.enable_steady_tick(TICK);
        Line(Some(bar))
    }
}

impl Line {
    /// Another one is done.
    pub(super) fn one_more(&self) {
        self.0.iter().for_each(|bar| bar.inc(1));
    }

    /// Whether it is there, seen or not.
    pub(super) fn is_there(&self) -> bool {
        self.0.is_some()
    }

    /// So much is done.
    pub(super) fn is_at(&self, position: u64) {
        self.0.iter().for_each(|bar| bar.set_position(position));
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.0.iter().for_each(ProgressBar::finish_and_clear);
    }
}

/// A stream on which lines are printed while progress is shown: that makes way.
pub(super) struct Aside<W>(pub(super) W, pub(super) Progress);

impl<W: Write> Write for Aside<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Self(stream, progress) = self;
        match &progress.0 {
            Some(lines) => lines.suspend(|| stream.write(bytes)),
            None => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write};
    use std::sync::{Arc, Mutex};

    use indicatif::{MultiProgress, ProgressDrawTarget, TermLike};

    use super::{Aside, Progress};

    /// A terminal that remembers what was done on it.
    #[derive(Clone, Debug, Default)]
    struct Terminal(Arc<Mutex<String>>);

    impl Terminal {
        fn note(&self, what: &str) -> io::Result<()> {
            self.0.lock().unwrap().push_str(what);
            Ok(())
        }

        fn seen(&self) -> String {
            self.0.lock().unwrap().clone()
        }
    }

    impl TermLike for Terminal {
        fn width(&self) -> u16 {
            80
        }

        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }

        fn write_line(&self, text: &str) -> io::Result<()> {
            self.note(text)
        }

        fn write_str(&self, text: &str) -> io::Result<()> {
            self.note(text)
        }

        fn clear_line(&self) -> io::Result<()> {
            self.note("<cleared>")
        }

        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.note(std::str::from_utf8(bytes).unwrap())?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn lines_make_way_for_what_is_printed_and_are_gone_in_the_end() {
        let terminal = Terminal::default();
        let target = ProgressDrawTarget::term_like(Box::new(terminal.clone()));
        let progress = Progress(Some(MultiProgress::with_draw_target(target)));
        let line = progress.of_project("our-year");
        assert!(terminal.seen().contains("our-year (files read: 0)"), "{}", terminal.seen());
        Aside(terminal.clone(), progress).write_all(b"a finding\n").unwrap();
        let seen = terminal.seen();
        let (before, after) = seen.split_once("a finding\n").unwrap();
        assert!(before.ends_with("<cleared>") && after.contains("our-year (files read: 0)"), "{seen}");
        drop(line);
        assert!(terminal.seen().ends_with("<cleared>"), "{}", terminal.seen());
    }

    #[test]
    fn nothing_is_drawn_where_nobody_looks_on() {
        let mut printed = Vec::new();
        let progress = Progress::default();
        progress.begin();
        let line = progress.of_several(3);
        line.one_more();
        Aside(&mut printed, progress).write_all(b"a finding\n").unwrap();
        assert_eq!(printed, b"a finding\n");
    }
}

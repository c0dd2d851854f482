//! The command line: one verb a file. Only this module prints.

mod args;
mod build;
mod catalogue;
mod check;
mod console;
mod diff;
mod explain;
mod figures;
mod figures_file;
mod generated;
mod new;
mod preview;
mod progress;
mod project;
mod search;
mod several;
mod side;
mod sign_off;
mod stale;
#[cfg(test)]
mod tests;
mod watched;

use std::ffi::OsString;
use std::io::{self, ErrorKind, LineWriter};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use args::{Command, Parsed};
pub use console::Console;
use progress::{Aside, Progress};

/// How a run ended, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Done: exit 0.
    Done,
    /// Errors in data or narrative, or pages that are stale: exit 1.
    Found,
    /// Usage, a project that is not there, an output that can't be written: exit 2.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Done => 0,
            Status::Found => 1,
            Status::Failed => 2,
        })
    }
}

/// Runs the program with the arguments and streams of its process.
pub fn main() -> ExitCode {
    let styled = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    let progress = Progress::on_terminal();
    // Whole lines, between which progress is drawn; on the error stream from other threads, so it is not locked.
    let mut out = LineWriter::new(Aside(io::stdout().lock(), progress.clone()));
    let mut err = LineWriter::new(Aside(anstream::stderr(), progress.clone()));
    let mut console = Console { progress, ..Console::on(&mut out, &mut err, styled) };
    run(std::env::args_os(), &mut console).into()
}

/// Runs one command; `arguments` begin with the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> Status {
    let outcome = dispatch(arguments, console).and_then(|status| {
        console.out.flush()?;
        Ok(status)
    });
    match outcome {
        Ok(status) => status,
        // Whoever read our output has seen enough (`… | head`).
        Err(error) if is_broken_pipe(&error) => Status::Done,
        Err(error) => {
            // Where even this can't be printed, the exit code has to do.
            let _ = writeln!(console.err, "error: {error:#}");
            Status::Failed
        }
    }
}

fn dispatch(
    arguments: impl IntoIterator<Item = OsString>,
    console: &mut Console<'_>,
) -> anyhow::Result<Status> {
    let parsed = args::parse(arguments);
    match &parsed {
        Parsed::Command(_, quiet) if *quiet => {
            console.quiet = true;
            console.progress = Progress::default();
        }
        _ => console.progress.begin(),
    }
    match parsed {
        Parsed::Command(Command::Build(args), _) => build::build(&args, console),
        Parsed::Command(Command::Check(args), _) => check::check(&args, console),
        Parsed::Command(Command::Figures(args), _) => figures::figures(&args, console),
        Parsed::Command(Command::Explain(args), _) => explain::explain(&args, console),
        Parsed::Command(Command::Diff(args), _) => diff::diff(&args, console),
        Parsed::Command(Command::Catalogue(args), _) => catalogue::catalogue(&args, console),
        Parsed::Command(Command::Schema, _) => Ok(generated::json_schema(console)?),
        Parsed::Command(Command::Completions(args), _) => Ok(generated::completions(&args, console)?),
        Parsed::Command(Command::Man(args), _) => generated::man(&args, console),
        Parsed::Command(Command::New(args), _) => new::new(&args, console),
        Parsed::Command(Command::Preview(args), _) => preview::preview(&args, console),
        Parsed::Command(Command::SignOff(args), _) => sign_off::sign_off(&args, console),
        Parsed::Shown(text) => {
            write!(console.out, "{text}")?;
            Ok(Status::Done)
        }
        Parsed::Refused(text) => {
            write!(console.err, "{text}")?;
            Ok(Status::Failed)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

//! `preview`: the report in a browser, made again as files change, until the user ends it.

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Context;

use crate::diagnostic::{Format, render};
use crate::disk::Project;
use crate::pipeline;
use crate::preview::{Reading, Server};

use super::args::Preview;
use super::progress::Progress;
use super::project::open;
use super::{Console, Status};

/// Serves the report until it is ended with Ctrl-C.
pub(super) fn preview(args: &Preview, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let named = args.project.as_deref().unwrap_or_else(|| std::path::Path::new("."));
    let project = Project::find(named)?;
    let server = Server::begin(args.port, &project.folder, &project.default_output())?;
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    ctrlc::set_handler(move || stopped.store(true, Ordering::Relaxed)).context("Ctrl-C can't be heard")?;
    let address = server.address();
    let say = || {
        let said = writeln!(console.out, "the report is at {address}\nend with Ctrl-C");
        // Whoever reads our output no longer need not stop the browser's.
        let _ = said.and_then(|()| console.out.flush());
        if !args.no_open {
            show(&address);
        }
    };
    server.run(|| read(args), say, &stop);
    Ok(Status::Done)
}

/// The project as it stands; one that can't be opened any more is at fault like any other.
fn read(args: &Preview) -> Reading {
    let project = match open(args.project.as_deref(), None, &Progress::default()) {
        Ok(project) => project,
        Err(fault) => return Reading { pages: None, findings: format!("error: {fault}\n") },
    };
    let mut assessment = project.assess(args.readiness());
    let pages = pipeline::pages_alone(&mut assessment);
    let findings = render(&assessment.findings, &assessment.sources, Format::Text, false);
    // Giving back what it held would keep the page waiting.
    thread::spawn(move || drop(assessment));
    Reading { pages, findings }
}

/// Opens the user's browser. Where there is none the address has been printed.
fn show(address: &str) {
    let (program, before): (&str, &[&str]) = if cfg!(target_os = "windows") {
        ("cmd", &["/c", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    let quiet = || Stdio::null();
    let mut command = Command::new(program);
    let _ = command.args(before).arg(address).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
}

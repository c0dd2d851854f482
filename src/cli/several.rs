//! Several projects at once, as many side by side as there are processors; what each prints comes in their order.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use super::progress::Progress;
use super::{Console, Status};

/// What one project printed, and how it ended.
struct Ended {
    out: Vec<u8>,
    err: Vec<u8>,
    status: Status,
}

/// Runs `command` on each project. What ends worst decides how the whole run ends.
pub(super) fn each(
    projects: &[PathBuf],
    console: &mut Console<'_>,
    command: impl Fn(&Path, &mut Console<'_>) -> anyhow::Result<Status> + Sync,
) -> anyhow::Result<Status> {
    let next = AtomicUsize::new(0);
    let workers = thread::available_parallelism().map_or(1, usize::from).min(projects.len());
    let line = console.progress.of_several(projects.len());
    let alike = Alike { styled: console.styled, quiet: console.quiet, progress: console.progress.clone() };
    let mut worst = Status::Done;
    thread::scope(|scope| {
        let (sender, ended) = mpsc::channel();
        for _ in 0..workers {
            let (sender, next, command, alike) = (sender.clone(), &next, &command, &alike);
            scope.spawn(move || {
                loop {
                    let turn = next.fetch_add(1, Ordering::Relaxed);
                    let Some(project) = projects.get(turn) else { return };
                    if sender.send((turn, run(project, alike, command))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut shown = projects.iter().enumerate();
        let mut turn = shown.next();
        for (place, one) in ended {
            waiting.insert(place, one);
            while let Some((one, project)) =
                turn.and_then(|(at, project)| Some((waiting.remove(&at)?, project)))
            {
                worst = worst.max(one.status);
                show(&one, project, console)?;
                line.one_more();
                turn = shown.next();
            }
        }
        Ok(worst)
    })
}

/// What the consoles of all projects have in common.
struct Alike {
    styled: bool,
    quiet: bool,
    progress: Progress,
}

fn run(
    project: &Path,
    alike: &Alike,
    command: impl Fn(&Path, &mut Console<'_>) -> anyhow::Result<Status>,
) -> Ended {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let Alike { styled, quiet, progress } = alike;
    let mut console =
        Console { quiet: *quiet, progress: progress.clone(), ..Console::on(&mut out, &mut err, *styled) };
    let status = command(project, &mut console).unwrap_or_else(|error| {
        // A buffer takes all that is written to it.
        let _ = writeln!(console.err, "error: {error:#}");
        Status::Failed
    });
    Ended { out, err, status }
}

/// Prints what one project came to; what it found under its name, since places are told from its folder on.
fn show(one: &Ended, project: &Path, console: &mut Console<'_>) -> anyhow::Result<()> {
    console.out.write_all(&one.out)?;
    if !one.err.is_empty() {
        writeln!(console.err, "{}:\n", project.display())?;
        console.err.write_all(&one.err)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::each;
    use crate::cli::{Console, Status};

    #[test]
    fn what_is_printed_comes_in_the_order_of_the_projects_and_the_worst_end_counts() {
        let projects: Vec<PathBuf> = (0..40).map(|number| PathBuf::from(format!("p{number:02}"))).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut console = Console::on(&mut out, &mut err, false);
        let status = each(&projects, &mut console, |project: &Path, console: &mut Console<'_>| {
            writeln!(console.out, "wrote {}", project.display())?;
            match project.to_str() {
                Some("p07") => anyhow::bail!("it is not there"),
                Some("p30") => Ok(Status::Found),
                _ => Ok(Status::Done),
            }
        });
        assert_eq!(status.unwrap(), Status::Failed);
        let expected: String = (0..40).map(|number| format!("wrote p{number:02}\n")).collect();
        assert_eq!(String::from_utf8(out).unwrap(), expected);
        assert_eq!(String::from_utf8(err).unwrap(), "p07:\n\nerror: it is not there\n");
    }
}

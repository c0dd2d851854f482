//! What is made from the program's own definitions, and printed: the schema of narratives, completions for shells, the
//! pages for `man`. The only user of the two libraries that write the latter.

use std::io;

use anyhow::bail;

use crate::load::narrative::schema;

use super::args::{Completions, Man, NAME, program};
use super::{Console, Status};

/// The JSON Schema of `narrative.toml`.
pub(super) fn json_schema(console: &mut Console<'_>) -> io::Result<Status> {
    write!(console.out, "{}", schema::json_schema())?;
    Ok(Status::Done)
}

/// The completions for a shell.
pub(super) fn completions(args: &Completions, console: &mut Console<'_>) -> io::Result<Status> {
    // Written to memory first: the library would stop the program where the reader has gone.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program(), NAME, &mut script);
    console.out.write_all(&script)?;
    Ok(Status::Done)
}

/// The manual's page of the program, or of one command.
pub(super) fn man(args: &Man, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let mut whole = program();
    let page = match &args.command {
        None => clap_mangen::Man::new(whole),
        Some(name) => {
            whole.build();
            let Some(command) = whole.find_subcommand(name) else { bail!("there is no command `{name}`") };
            clap_mangen::Man::new(command.clone())
        }
    };
    let mut written = Vec::new();
    page.render(&mut written)?;
    console.out.write_all(&written)?;
    Ok(Status::Done)
}

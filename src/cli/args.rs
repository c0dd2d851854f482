//! What the user typed. The only user of the argument library: the rest of `cli` sees plain structures.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum, value_parser};

use crate::diagnostic::Format;
use crate::narrative::Readiness;

/// The program's name.
pub(super) const NAME: &str = "lscb-report";

/// Make a safeguarding children board's annual report from CSV exports and a TOML narrative
#[derive(Debug, Parser)]
#[command(name = NAME, version, after_help = EXIT_CODES, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Say nothing but warnings and errors: no notes, no progress, not what was written
    #[arg(long, short, global = true)]
    quiet: bool,
}

const EXIT_CODES: &str = "\
Results go to standard output, findings to standard error.
Exit code: 0 done, 1 errors in data or narrative, or stale pages, 2 wrong usage or no such project";

/// One command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the report: its pages, figures.json, figures.csv and a manifest
    Build(Build),
    /// Look for faults in data and narrative and write nothing
    Check(Check),
    /// List every figure with its value and label
    Figures(Figures),
    /// Tell where a figure comes from, what a measure is, or what a finding means
    Explain(Explain),
    /// List the measures and standard figures that are built in
    Catalogue(Catalogue),
    /// Tell what changed between two reports, and why
    Diff(Diff),
    /// Write a small project to begin with, which builds at once
    New(New),
    /// Show the report in a browser, made again whenever a file changes
    Preview(Preview),
    /// Record that the report that stands was agreed, and by whom
    ///
    /// Writes the folder `signed-off` with the report's figures and fingerprints. From then on a figure that changes is
    /// an error until the narrative has a correction of it, and corrections are printed in the report.
    #[command(name = "sign-off")]
    SignOff(SignOff),
    /// Write the JSON Schema of narrative.toml, from which editors complete keys
    Schema,
    /// Write completions for a shell
    Completions(Completions),
    /// Write the page for man, of the program or of one command
    Man(Man),
}

/// `build`.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// The projects: each a folder with narrative.toml, or a narrative file [default: this folder]
    #[arg(value_name = "PROJECT")]
    pub projects: Vec<PathBuf>,
    /// Write to this folder [default: report in the project folder]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Make these templates instead of those that the narrative names; the project stands before
    #[arg(long = "template", value_name = "NAME", num_args = 1..)]
    pub templates: Vec<String>,
    /// Make of each page also NAME-fragment.html: its body alone, without styles, to paste into a web site. Its headings
    /// begin at LEVEL, 2 to 5: one below the heading that it is put beneath [default LEVEL: 2]
    #[arg(long, value_name = "LEVEL", num_args = 0..=1, require_equals = true, default_missing_value = "2")]
    #[arg(value_parser = value_parser!(u8).range(2..=5))]
    pub fragment: Option<u8>,
    /// Say whether what stands is what would be written, and write nothing
    #[arg(long)]
    pub check: bool,
    #[command(flatten)]
    pub judging: Judging,
}

/// `preview`.
#[derive(Debug, Args)]
pub(super) struct Preview {
    /// The project: a folder with narrative.toml, or a narrative file [default: this folder]
    pub project: Option<PathBuf>,
    /// Serve on this port of this machine [default: one that is free]
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// Say where the report is, and open no browser
    #[arg(long)]
    pub no_open: bool,
    /// Show figures that can't be had yet as "[awaited: …]" instead of stopping
    #[arg(long)]
    draft: bool,
}

impl Preview {
    /// Whether figures may be missing.
    pub(super) fn readiness(&self) -> Readiness {
        if self.draft { Readiness::Draft } else { Readiness::Finished }
    }
}

/// `check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The project: a folder with narrative.toml, or a narrative file [default: this folder]
    pub project: Option<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
}

/// What counts as a fault, and how faults are told.
#[derive(Debug, Args)]
pub(super) struct Judging {
    /// Show figures that can't be had yet as "[awaited: …]" instead of stopping
    #[arg(long)]
    draft: bool,
    /// Count warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Write findings in this form
    #[arg(long, value_enum, default_value = "text")]
    format: FindingsFormat,
}

impl Judging {
    /// Whether figures may be missing.
    pub(super) fn readiness(&self) -> Readiness {
        if self.draft { Readiness::Draft } else { Readiness::Finished }
    }

    /// How findings are written.
    pub(super) fn format(&self) -> Format {
        match self.format {
            FindingsFormat::Text => Format::Text,
            FindingsFormat::Short => Format::Short,
            FindingsFormat::Json => Format::Json,
            FindingsFormat::Github => Format::Github,
            FindingsFormat::Sarif => Format::Sarif,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FindingsFormat {
    /// With the line shown and the cell underlined
    Text,
    /// A line a finding
    Short,
    /// For another program
    Json,
    /// For GitHub, which shows them beside the lines
    Github,
    /// For code hosts and editors: SARIF 2.1.0
    Sarif,
}

/// `figures`.
#[derive(Debug, Args)]
pub(super) struct Figures {
    /// The project: a folder with narrative.toml, a narrative file, or a figures.json [default: this folder]
    pub project: Option<PathBuf>,
    /// List only figures with these words in their id or label; may stand alone in a project folder
    pub search: Option<String>,
    /// Write figures in this form
    #[arg(long, value_enum, default_value = "text")]
    pub format: FiguresFormat,
}

/// How figures are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FiguresFormat {
    /// Columns: id, value, label
    Text,
    /// A line a figure, which stays the same whatever the others are
    Short,
    /// As figures.json
    Json,
    /// As figures.csv
    Csv,
}

/// `explain`.
#[derive(Debug, Args)]
pub(super) struct Explain {
    /// A figure (contacts.change), a measure (contacts) or the code of a finding (file-not-found)
    pub name: String,
    /// The project whose figures are meant [default: this folder]
    #[arg(long, value_name = "DIR")]
    pub project: Option<PathBuf>,
    /// Tell the same figure in so many years, its own among them
    #[arg(long, value_name = "NUMBER", default_value_t = 1, hide_default_value = true)]
    pub years: u8,
    /// Write what is told in this form
    #[arg(long, value_enum, default_value = "text")]
    pub format: ExplainFormat,
}

/// How an explanation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ExplainFormat {
    /// To read
    Text,
    /// For another program
    Json,
}

/// `diff`.
#[derive(Debug, Args)]
#[command(after_help = SIDES)]
pub(super) struct Diff {
    /// The old side
    pub old: String,
    /// The new side
    pub new: String,
    /// Tell only of figures with these words in their id, label or topic, and of their categories
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub only: Vec<String>,
    /// Fold changes under so many per cent (5%) or, of percentages, points (1pp); a number alone means both
    #[arg(long, value_name = "SIZE", num_args = 1..)]
    pub min_change: Vec<String>,
    /// Exit with 1 where a figure asked for is of this sort
    #[arg(long, value_enum, value_name = "SORT", num_args = 1..)]
    pub fail_on: Vec<FailOn>,
    /// Write the comparison in this form
    #[arg(long, value_enum, default_value = "text")]
    pub format: DiffFormat,
}

const SIDES: &str = "\
A side is a project (a folder or a narrative file), a year of one (PROJECT@2023-24), one as git holds it \
(PROJECT@{REVISION}, also with a year: PROJECT@{REVISION}@2023-24), or a figures.json";

/// What a comparison can fail on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Any difference
    Any,
    /// A change that is not folded away as small
    Large,
    /// A change larger than the usual year-to-year variation
    Unusual,
    /// A figure that can be had no more
    Lost,
    /// A figure that is worked out or defined in another way
    Redefined,
}

/// How a comparison is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// By topic, the weightiest changes first
    Text,
    /// The same as Markdown
    Markdown,
    /// The same as a page
    Html,
    /// All that differs, for another program
    Json,
    /// A changed figure a row
    Csv,
}

/// `catalogue`.
#[derive(Debug, Args)]
pub(super) struct Catalogue {
    /// List only what has these words in its names, headings or definition
    pub search: Option<String>,
    /// Write the catalogue in this form
    #[arg(long, value_enum, default_value = "text")]
    pub format: CatalogueFormat,
}

/// How the catalogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    /// Columns: name, kind, which direction is better, label
    Text,
    /// An array of objects, with definitions and headings
    Json,
}

/// `new`.
#[derive(Debug, Args)]
pub(super) struct New {
    /// The project's folder: not there yet, or empty
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// What the project is to make: the name of a template
    #[arg(long, value_name = "NAME", default_value = DEFAULT_TEMPLATE, conflicts_with = "from")]
    pub template: String,
    /// Roll last year's project forward: its settings, measures and structure, with last year's data to compare with
    #[arg(long, value_name = "PROJECT")]
    pub from: Option<PathBuf>,
}

/// `sign-off`.
#[derive(Debug, Args)]
pub(super) struct SignOff {
    /// The project: a folder with narrative.toml, or a narrative file [default: this folder]
    pub project: Option<PathBuf>,
    /// Who agreed the report, by role: "Independent chair"
    #[arg(long, value_name = "ROLE")]
    pub by: String,
    /// The day on which it was agreed: 2025-09-30
    #[arg(long, value_name = "DATE")]
    pub on: String,
}

/// What a new project makes unless told otherwise.
const DEFAULT_TEMPLATE: &str = "executive-summary";

/// `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell that they are for
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// `man`.
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The command that the page is about [default: the program]
    pub command: Option<String>,
}

/// The whole of the arguments, for what is made from their definitions.
pub(super) fn program() -> clap::Command {
    Arguments::command()
}

/// What came of the arguments.
pub(super) enum Parsed {
    /// Something to do, and whether nothing is to be said but what is wrong.
    Command(Command, bool),
    /// Help or the version, to be shown.
    Shown(String),
    /// Why they have no meaning.
    Refused(String),
}

/// Reads the arguments; the first is the program's name.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Parsed {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => Parsed::Command(arguments.command, arguments.quiet),
        Err(refusal) if refusal.use_stderr() => Parsed::Refused(refusal.render().to_string()),
        Err(shown) => Parsed::Shown(shown.render().to_string()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_arguments_make_sense_together() {
        super::program().debug_assert();
    }

    #[test]
    fn every_help_text_is_a_phrase_without_a_full_stop() {
        let program = super::program();
        let texts = program.get_subcommands().flat_map(|command| {
            let of_arguments = command.get_arguments().filter_map(|argument| argument.get_help());
            command.get_about().into_iter().chain(of_arguments).map(ToString::to_string).collect::<Vec<_>>()
        });
        let texts: Vec<String> = texts.collect();
        assert!(texts.len() > 15, "{texts:?}");
        for text in texts {
            assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
        }
    }
}

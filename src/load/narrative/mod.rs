//! `narrative.toml` and the texts that it names → the narrative. Read by the schema in one walk, then the settings,
//! data files, measures and figures into types of their own; what is left is the report's content.

mod allowances;
mod case_lists;
mod cells;
mod circles;
mod data_files;
mod faults;
mod figures;
mod glob;
mod goals;
mod lists;
mod measures;
mod names;
mod pasted;
mod reader;
mod renamed;
mod scalar;
pub mod schema;
mod settings;
mod string;
mod syntax;
mod syntax_words;

use toml::de::DeTable;

use self::names::{Names, is_counted_from_a_block};
use self::reader::Reader;
use super::Files;
use super::blocks::{self, Tally};
use crate::catalogue;
use crate::diagnostic::Findings;
use crate::model::{Calendar, Content, Narrative, Record, Text};

/// Reads the narrative file at `path`. All its faults become findings; none where too little is left to go on with:
/// no file, no readable year, or TOML so faulty that whole blocks are lost.
pub fn read(files: &mut Files<'_>, path: &str, findings: &mut Findings) -> Option<Narrative> {
    let file = files.read(path, None, findings)?;
    let text = files.get(file)?.text.clone();
    let (root, errors) = DeTable::parse_recoverable(&text);
    let sound = syntax::check((file, &text), (&root, &errors), findings);
    // What can't be read on is read once more without the lines that keep it from that.
    let root = if sound.is_sound() { root } else { DeTable::parse_recoverable(&sound.text).0 };

    let mut found = Findings::default();
    let (calendar, is_sound) = (settings::calendar(root.get_ref()), sound.is_sound());
    let mut reader = Reader { files, file, text: &text, calendar, is_sound, findings: &mut found };
    let mut content = reader.record("", schema::ROOT, root.get_ref(), 0..0);
    let unread = lists::read(&mut reader, &mut content);
    let narrative = assemble(files, content, (calendar, is_sound), &mut found)
        .map(|narrative| Narrative { unread, ..narrative });

    for finding in found.sorted() {
        if sound.vouches_for(finding.place) {
            findings.push(finding.clone());
        }
    }
    narrative.filter(|_| sound.is_whole())
}

/// Takes out of the content what has a type of its own.
fn assemble(
    files: &Files<'_>,
    mut content: Record,
    (calendar, is_sound): (Calendar, bool),
    found: &mut Findings,
) -> Option<Narrative> {
    let data = content.fields.remove("data");
    let measures = content.fields.remove("measures");
    let figures = content.fields.remove("figures");
    let allowed = content.fields.remove("allow");
    let benchmarks = content.fields.remove("benchmarks");
    let categories = content.fields.remove("categories");

    let mut names = Names::of_the_catalogue(is_sound);
    named(&figures).iter().for_each(|(name, _)| names.add_figure(name.as_str()));
    blocks::tallies(&content).filter_map(Tally::measure).for_each(|measure| names.add(&measure));
    let mut declared = named(&measures);
    declared.retain(|(name, _)| !is_counted_from_a_block(name, &content, found));
    let measures = measures::read(catalogue::measures(), &declared, &mut names, found);
    let figures = figures::read(catalogue::figures(), &named(&figures), &names, found);
    let allowances = allowances::read(&records(&allowed), found);
    let renames = renamed::read(&records(&categories), found);
    let data = data_files::read(files, records(&data), &names, found);
    let settings = match content.get("report") {
        Some(Content::Record(report)) => settings::read(report, &benchmarks, calendar, found),
        _ => None,
    };
    let unread = Vec::new();
    Some(Narrative { settings: settings?, data, measures, figures, renames, allowances, unread, content })
}

/// The records of a list.
fn records(content: &Option<Content>) -> Vec<&Record> {
    let Some(Content::List(items)) = content else { return Vec::new() };
    items.iter().filter_map(record).collect()
}

/// The records of a block of names, each with its name.
fn named(content: &Option<Content>) -> Vec<(&Text, &Record)> {
    let entries = records(content).into_iter();
    entries.filter_map(|entry| Some((entry.text("name")?, record(entry.get("value")?)?))).collect()
}

fn record(content: &Content) -> Option<&Record> {
    match content {
        Content::Record(record) => Some(record),
        _ => None,
    }
}

/// The texts of a list field.
fn texts<'r>(record: &'r Record, name: &str) -> Vec<&'r Text> {
    let text = |item: &'r Content| match item {
        Content::Plain(text) | Content::Figure(text) => Some(text),
        _ => None,
    };
    record.list(name).iter().filter_map(text).collect()
}

/// A text field as it stands.
fn string(record: &Record, name: &str) -> Option<String> {
    record.text(name).map(|text| text.as_str().to_owned())
}

#[cfg(test)]
mod tests;

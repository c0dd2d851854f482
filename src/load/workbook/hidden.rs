//! Which rows and columns of a sheet are hidden, which the workbook library does not tell. The only user of the
//! libraries for zip and XML.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The most of a part of a workbook that is looked at, in bytes.
const LARGEST: u64 = 1 << 28;

/// Hidden rows and columns, counted from 1.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) rows: Vec<u32>,
    pub(super) columns: Vec<u32>,
}

/// What is hidden in the sheet of that name; nothing where the workbook does not say it as workbooks do.
pub(super) fn hidden(bytes: &[u8], sheet: &str) -> Hidden {
    parts_of(bytes, sheet).unwrap_or_default()
}

fn parts_of(bytes: &[u8], sheet: &str) -> Option<Hidden> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut id = None;
    each(&mut archive, "xl/workbook.xml", &mut |element| {
        let is_it =
            element.local_name().as_ref() == "sheet" && attribute(element, "name").as_deref() == Some(sheet);
        id = id.take().or_else(|| is_it.then(|| attribute(element, "id")).flatten());
    })?;
    let mut targets = BTreeMap::new();
    each(&mut archive, "xl/_rels/workbook.xml.rels", &mut |element| {
        targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
    })?;
    let target = targets.get(&id?)?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    let mut hidden = Hidden::default();
    each(&mut archive, &path, &mut |element| hidden.look_at(element))?;
    Some(hidden)
}

impl Hidden {
    fn look_at(&mut self, element: &BytesStart<'_>) {
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        match element.local_name().as_ref() {
            "row" if is_hidden() => self.rows.extend(number("r")),
            "col" if is_hidden() => {
                // A workbook may hide all columns to its right-hand end, of which only those with cells matter.
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    self.columns.extend(first..=last.min(first.saturating_add(1 << 14)));
                }
            }
            _ => {}
        }
    }
}

/// Shows every element of a part of the workbook.
fn each(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    look: &mut dyn FnMut(&BytesStart<'_>),
) -> Option<()> {
    let part = archive.by_name(path).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part.take(LARGEST)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => look(&element),
            Event::Eof => return Some(()),
            _ => {}
        }
        buffer.clear();
    }
}

/// The value of an attribute, whatever its namespace.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

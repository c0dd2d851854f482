//! CSV text ↔ rows of fields. The only user of the CSV library; it knows nothing of what the fields mean.
//! `rows` holds a whole text and knows where each field stands, which the library does not say; `records` streams.

mod records;
mod rows;

pub use records::{Record, Records, ends_inside_quotes};
pub use rows::{BrokenQuote, Field, Row, Rows, rows};

/// About as many bytes as a row has.
const ROW: usize = 200;

/// The rows as comma-separated text, quoted where they must be, each ended by a line feed.
#[must_use]
pub fn write<R: IntoIterator<Item: AsRef<str>>>(rows: impl IntoIterator<Item = R>) -> String {
    let rows = rows.into_iter();
    let mut text = String::with_capacity(rows.size_hint().0.saturating_mul(ROW));
    for row in rows {
        let start = text.len();
        for (position, field) in row.into_iter().enumerate() {
            text.push_str(if position == 0 { "" } else { "," });
            write_field(field.as_ref(), &mut text);
        }
        // A line with nothing on it would be passed over.
        text.push_str(if text.len() == start { "\"\"\n" } else { "\n" });
    }
    text
}

fn write_field(field: &str, to: &mut String) {
    // Looking at every byte is quicker than stopping at one: hardly any is special.
    let is_special = |byte| matches!(byte, b',' | b'"' | b'\r' | b'\n');
    if !field.bytes().fold(false, |found, byte| found | is_special(byte)) {
        to.push_str(field);
        return;
    }
    to.push('"');
    for (position, part) in field.split('"').enumerate() {
        to.push_str(if position == 0 { "" } else { "\"\"" });
        to.push_str(part);
    }
    to.push('"');
}

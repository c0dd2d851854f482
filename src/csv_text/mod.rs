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
    let room = rows.size_hint().0.saturating_mul(ROW);
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::with_capacity(room));
    for row in rows {
        // Nothing that is written into memory can fail.
        row.into_iter().for_each(|field| _ = writer.write_field(field.as_ref()));
        _ = writer.write_record(None::<&str>);
    }
    writer.into_inner().ok().and_then(|text| String::from_utf8(text).ok()).unwrap_or_default()
}

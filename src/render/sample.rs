//! A story made by hand, for the tests of this stage.

use crate::model::{Calendar, FigureId, Year};
use crate::narrative::{Bound, BoundRecord, Prose, Story, Table, TableCell, TableRow};
use crate::words::Said;

use super::Facts;

pub(super) fn facts() -> Facts {
    let year = Year::beginning(2013).unwrap();
    Facts {
        unreviewed: String::new(),
        followed: 0,
        board: "Exampleshire Safeguarding Children Board".to_owned(),
        title: "Annual report 2013/14".to_owned(),
        status: String::new(),
        year,
        span: Calendar::default().months_of(year),
        as_at: None,
    }
}

pub(super) fn plain(text: &str) -> Bound {
    Bound::Plain(text.to_owned())
}

pub(super) fn prose(text: &str) -> Bound {
    Bound::Prose(Prose(text.to_owned()))
}

pub(super) fn record<const N: usize>(fields: [(&'static str, Bound); N]) -> Bound {
    Bound::Record(BoundRecord(fields.into()))
}

pub(super) fn list<const N: usize>(items: [Bound; N]) -> Bound {
    Bound::List(items.into())
}

fn report() -> Bound {
    record([
        ("board", plain("Exampleshire Safeguarding Children Board")),
        ("title", plain("Annual report 2013/14")),
        ("summary", prose("The board is a statutory body. It met \u{E000}1\u{E001}.")),
        ("website", plain("www.example.org")),
        ("footer", plain("Ask for large print *or* Braille")),
    ])
}

fn sections() -> Bound {
    let table = Table {
        caption: "The front door".into(),
        columns: vec!["Figure".to_owned(), "2013/14".to_owned()],
        rows: vec![TableRow {
            header: "Contacts".to_owned(),
            cells: vec![TableCell {
                id: Some(FigureId::of("contacts")),
                words: "6,014".to_owned(),
                ..TableCell::default()
            }],
        }],
        ..Table::default()
    };
    let activity = record([
        ("title", plain("Safeguarding activity")),
        (
            "text",
            prose(
                "There were **\u{E000}0\u{E001}**.\n\n# By source\n\n- Police\n- Schools\n\n  and colleges",
            ),
        ),
        ("tables", list([Bound::Table(table)])),
        ("sections", list([record([("title", plain("Crime")), ("text", prose("Fell."))])])),
    ]);
    let elsewhere = record([
        ("title", plain("For members")),
        ("text", prose("Not here.")),
        ("only", list([plain("committee-report")])),
    ]);
    let shows = record([("title", plain("What we fear")), ("show", list([plain("risks")]))]);
    let hollow = record([("title", plain("Says nothing")), ("show", list([plain("judgements")]))]);
    list([activity, elsewhere, shows, hollow])
}

fn priorities() -> Bound {
    let step = record([
        ("text", prose("We trained \u{E000}2\u{E001}:\n\nall of them")),
        ("items", list([prose("by day"), prose("by night")])),
    ]);
    list([record([
        ("title", plain("Neglect")),
        ("summary", prose("It lasts.")),
        ("led_by", plain("the neglect group")),
        ("done", list([step, record([("text", prose("We wrote"))])])),
    ])])
}

fn risks() -> Bound {
    list([
        record([
            ("risk", prose("Money")),
            ("impact", Bound::Choice("high")),
            ("group", plain("To the board")),
        ]),
        record([
            ("risk", prose("People | posts")),
            ("comment", prose("Watched")),
            ("group", plain("To the board")),
        ]),
    ])
}

/// Sections, a table, a nested section, one for another template, one that shows a block, and priorities.
pub(super) fn story() -> Story {
    let content = [
        ("report", report()),
        ("sections", sections()),
        ("priorities", priorities()),
        ("risks", risks()),
        ("judgements", list([])),
    ];
    Story {
        content: BoundRecord(content.into()),
        mentions: vec![
            Said::of(&FigureId::of("contacts"), "6,014").and(" contacts"),
            Said::of(&FigureId::of("meetings"), "~6 times"),
            Said::of(&FigureId::of("trained"), ">20 people"),
        ],
        references: Vec::new(),
        uses: Vec::new(),
    }
}

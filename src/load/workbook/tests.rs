//! Workbooks as another library writes them → sheets.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::{WorkbookFault, read};
use crate::model::SheetCell;

/// Each cell of a sheet: `B2 45%`.
fn cells(bytes: &[u8], sheet: Option<&str>) -> Vec<String> {
    let (text, sheet) = read(bytes, sheet).expect("a sheet");
    let said = |cell: &SheetCell| format!("{} {}", cell.name(), text.get(cell.stretch.clone()).unwrap());
    sheet.cells.iter().map(said).collect()
}

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().expect("written")
}

#[test]
fn cells_say_what_their_formats_show() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let form = |code: &str| Format::new().set_num_format(code);
    let day = ExcelDateTime::from_ymd(2024, 4, 1).unwrap();
    let time = ExcelDateTime::from_ymd(2024, 4, 1).unwrap().and_hms(9, 30, 0).unwrap();
    sheet.write(0, 0, "Month").unwrap();
    sheet.write(0, 2, 1200).unwrap();
    sheet.write_with_format(1, 0, &day, &form("dd/mm/yyyy")).unwrap();
    sheet.write_with_format(1, 1, &day, &form("mmm-yy")).unwrap();
    sheet.write_with_format(1, 2, &time, &form("dd/mm/yyyy hh:mm")).unwrap();
    sheet.write_with_format(2, 0, 0.45, &form("0%")).unwrap();
    sheet.write_with_format(2, 1, 0.455, &form("0.0%")).unwrap();
    sheet.write_with_format(2, 2, 0.300_000_000_000_000_04, &form("0.00")).unwrap();
    sheet.write(4, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    sheet.write(4, 1, Formula::new("=C1*2").set_result("2400")).unwrap();
    sheet.write(4, 2, true).unwrap();
    sheet.write(4, 3, "two\nlines").unwrap();
    sheet.write(4, 4, "  ").unwrap();
    let expected = [
        "A1 Month",
        "C1 1200",
        "A2 2024-04-01",
        "B2 2024-04",
        "C2 2024-04-01 09:30",
        "A3 45%",
        "B3 45.5%",
        "C3 0.3",
        "A5 #DIV/0!",
        "B5 2400",
        "C5 TRUE",
        "D5 two\nlines",
    ];
    assert_eq!(cells(&saved(workbook), None), expected);
}

#[test]
fn a_formula_that_was_never_worked_out_is_no_empty_cell() {
    let bytes = include_bytes!("../../../tests/cases/workbook-never-worked-out/data/activity.xlsx");
    let expected = ["C4 30", "D4 #NOT WORKED OUT!", "A5 contacts", "B5 2022/23", "C5 #NOT WORKED OUT!"];
    let cells = cells(bytes, None);
    // One that came to an empty text is.
    assert!(!cells.iter().any(|cell| cell.starts_with("D2 ")));
    assert_eq!(cells[cells.len() - 6..], [&expected[..], &["C6 #NOT WORKED OUT!"]].concat());
}

fn several() -> Vec<u8> {
    let mut workbook = Workbook::new();
    for name in ["Front door", "Notes", "Working"] {
        workbook.add_worksheet().set_name(name).unwrap().write(0, 0, name).unwrap();
    }
    workbook.worksheet_from_index(2).unwrap().set_hidden(true);
    saved(workbook)
}

#[test]
fn of_several_sheets_one_must_be_named() {
    let names = ["Front door", "Notes", "Working"].map(str::to_owned).to_vec();
    assert_eq!(read(&several(), None).unwrap_err(), WorkbookFault::WhichSheet(names.clone()));
    assert_eq!(read(&several(), Some("List 1")).unwrap_err(), WorkbookFault::WhichSheet(names));
    assert_eq!(cells(&several(), Some("front  DOOR")), ["A1 Front door"]);
    assert_eq!(cells(&several(), Some("Working")), ["A1 Working"]);
}

#[test]
fn the_only_sheet_that_shows_is_read() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "shown").unwrap();
    workbook.add_worksheet().set_hidden(true).write(0, 0, "hidden").unwrap();
    assert_eq!(cells(&saved(workbook), None), ["A1 shown"]);
}

#[test]
fn hidden_rows_and_columns_are_read_and_said() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..4 {
        sheet.write(row, 0, row + 1).unwrap();
        sheet.write(row, 2, row + 1).unwrap();
    }
    sheet.set_row_hidden(1).unwrap();
    sheet.set_row_hidden(2).unwrap();
    sheet.set_row_hidden(9).unwrap();
    sheet.set_column_hidden(2).unwrap();
    let (_, sheet) = read(&saved(workbook), None).unwrap();
    assert_eq!(sheet.cells.len(), 8);
    assert_eq!(
        sheet.assumed,
        ["2 hidden rows read like the others", "hidden columns read like the others (C)"]
    );
}

#[test]
fn text_that_is_merged_downwards_stands_in_every_row_and_numbers_in_one() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 2, "A title", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "Contacts", &plain).unwrap();
    sheet.merge_range(1, 2, 2, 2, "", &plain).unwrap();
    sheet.write(1, 2, 7).unwrap();
    sheet.write(1, 1, "Police").unwrap();
    sheet.write(2, 1, "Health").unwrap();
    let bytes = saved(workbook);
    assert_eq!(
        cells(&bytes, None),
        ["A1 A title", "A2 Contacts", "B2 Police", "C2 7", "A3 Contacts", "B3 Health"]
    );
    let (_, sheet) = read(&bytes, None).unwrap();
    assert_eq!(sheet.assumed, ["merged cells of text read as standing in each of their rows"]);
}

#[test]
fn what_is_no_workbook_of_today_says_so() {
    assert_eq!(read(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...", None).unwrap_err(), WorkbookFault::OldOrLocked);
    for bytes in [&b"PK\x03\x04"[..], b"PK\x03\x04 and so on", &several()[..300]] {
        assert!(matches!(read(bytes, None), Err(WorkbookFault::Damaged(_))));
    }
}

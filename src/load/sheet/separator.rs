//! What parts the cells of a text, told from its headings; never guessed where two are possible.

use crate::csv_text::{Row, rows};
use crate::diagnostic::codes::data as codes;
use crate::load::opened::Opened;
use crate::model::Separator;

use super::Expected;
use super::header::{self, FIRST};

/// How much of a text is looked at, in bytes: more than any headings with what stands above them.
const HEAD: usize = 1 << 16;

/// The separator of `text`: the one by which its headings are known, or the only one in its first line. Where two are
/// possible there is a finding and none.
pub(in crate::load) fn tell(
    opened: &mut Opened<'_>,
    text: &str,
    expected: &dyn Expected,
) -> Option<Separator> {
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let told = by_headings(head, expected).or_else(|| match in_first_line(head).as_slice() {
        [] => Some(vec![Separator::Comma]),
        several => Some(several.to_vec()),
    });
    match told.unwrap_or_default().as_slice() {
        [separator] => Some(*separator),
        possible => {
            say_ambiguous(opened, possible);
            None
        }
    }
}

/// Those by which a row of headings is known, where there are any. Where a comma alone could part cells, it does.
fn by_headings(head: &str, expected: &dyn Expected) -> Option<Vec<Separator>> {
    let possible: Vec<Separator> = in_use(head).collect();
    if possible == [Separator::Comma] {
        return Some(possible);
    }
    let known: Vec<(Separator, usize)> = possible
        .into_iter()
        .map(|separator| {
            let first: Vec<Row<'_>> = rows(head, separator).map_while(Result::ok).take(FIRST).collect();
            (separator, header::most_known(&first, expected).map_or(0, |(_, count)| count))
        })
        .collect();
    [2, 1].into_iter().find_map(|least| {
        let possible = known.iter().filter(|(_, count)| *count >= least);
        let possible: Vec<Separator> = possible.map(|(separator, _)| *separator).collect();
        (!possible.is_empty()).then_some(possible)
    })
}

/// Those that stand anywhere in a text: no other can part its cells.
pub(in crate::load) fn in_use(text: &str) -> impl Iterator<Item = Separator> {
    Separator::ALL.into_iter().filter(|separator| text.contains(separator.character()))
}

/// Those that stand in the first line with something in it, outside quotation marks.
fn in_first_line(head: &str) -> Vec<Separator> {
    let line = head.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let bare: String = line.split('"').step_by(2).collect();
    Separator::ALL.into_iter().filter(|separator| bare.trim().contains(separator.character())).collect()
}

fn say_ambiguous(opened: &mut Opened<'_>, possible: &[Separator]) {
    let named: Vec<&str> = possible.iter().map(|separator| separator.plural()).collect();
    let message = format!("the cells may be parted by {}", named.join(" or by "));
    let declared: Vec<String> =
        possible.iter().map(|separator| format!("`separator = \"{}\"`", separator.word())).collect();
    let finding = opened
        .finding(&codes::AMBIGUOUS_SEPARATOR, message)
        .help(format!("say which beside the file's name in the narrative: {}", declared.join(" or ")));
    opened.report(finding);
}

//! The bytes of a block → where its cells and records end, one by one: for blocks that [`super::structure`] leaves
//! because of marks that do not stand as they should.

use super::structure::Structure;

/// Where in a cell a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before its first byte.
    Start,
    /// Outside quotation marks.
    Plain,
    /// Between them.
    Quoted,
    /// Behind a mark that closes, unless another follows.
    Closed,
}

/// Finds the ends in `bytes`, which begin with a record, and says whether they end inside quotation marks; `whole` if
/// nothing follows them.
pub(super) fn find(bytes: &[u8], separator: u8, whole: bool, structure: &mut Structure) -> bool {
    structure.clear(bytes.len());
    let mut state = State::Start;
    for (at, byte) in bytes.iter().copied().enumerate() {
        let place = u32::try_from(at).unwrap_or(u32::MAX);
        state = match (state, byte) {
            (State::Quoted, b'"') => State::Closed,
            (State::Quoted, b'\n') => {
                structure.line_inside(place);
                State::Quoted
            }
            (State::Quoted, _) | (State::Start | State::Closed, b'"') => State::Quoted,
            (_, b'\r') if !ends_line(bytes.get(at.saturating_add(1)), whole) => state,
            (_, b'\n' | b'\r') => {
                structure.end_record(place);
                State::Start
            }
            (_, byte) if byte == separator => {
                structure.end_cell(place);
                State::Start
            }
            _ => State::Plain,
        };
    }
    state == State::Quoted
}

/// Whether a carriage return with this behind it ends a line by itself.
fn ends_line(next: Option<&u8>, whole: bool) -> bool {
    match next {
        Some(next) => *next != b'\n',
        None => whole,
    }
}

//! Bytes → text: UTF-8 with or without a mark, UTF-16 with one or where nothing else is possible, otherwise
//! Windows-1252. The only user of the encoding library.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file without its byte-order mark, and whether it had to be taken for Windows-1252. Lines that end
/// in a carriage return alone, as old Macintoshes wrote them, end in a line feed instead.
#[must_use]
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let (text, as_windows_1252) = decoded(bytes);
    if text.contains('\r') && !text.contains('\n') {
        return (Cow::Owned(text.replace('\r', "\n")), as_windows_1252);
    }
    (text, as_windows_1252)
}

/// The same of a file that is held, whose bytes become its text where they are that already.
#[must_use]
pub(super) fn into_text(bytes: Vec<u8>) -> (String, bool) {
    let (text, as_windows_1252) = decode(&bytes);
    if matches!(&text, Cow::Borrowed(text) if text.len() == bytes.len()) {
        return (String::from_utf8(bytes).unwrap_or_default(), as_windows_1252);
    }
    (text.into_owned(), as_windows_1252)
}

fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        let (text, damaged) = encoding.decode_without_bom_handling(body);
        if !(damaged && encoding == UTF_8) {
            return (text, false);
        }
        return (WINDOWS_1252.decode_without_bom_handling(body).0, true);
    }
    if let Some(text) = unmarked_utf_16(bytes) {
        return (text, false);
    }
    match str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0, true),
    }
}

/// Text has no character of nought bits. Bytes of nought that all stand first, or all second, in their pairs, and in
/// most of the pairs, are therefore the halves of plain letters in UTF-16.
fn unmarked_utf_16(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if !bytes.contains(&0) {
        return None;
    }
    let noughts = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let most = |noughts: usize| noughts.saturating_mul(4) >= bytes.len();
    let encoding = match (noughts(0), noughts(1)) {
        (0, count) if count > 0 && most(count) => UTF_16LE,
        (count, 0) if count > 0 && most(count) => UTF_16BE,
        _ => return None,
    };
    let whole = bytes.len().is_multiple_of(2);
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let is_text = |c: char| !c.is_control() || matches!(c, '\r' | '\n' | '\t');
    (whole && !damaged && text.chars().all(is_text)).then_some(text)
}

/// The text of one cell of a file that is read piece by piece: UTF-8, otherwise Windows-1252.
#[must_use]
pub(super) fn cell(bytes: &[u8]) -> Cow<'_, str> {
    match str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// How a file begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beginning {
    /// As text whose cells can be told by their bytes, from this byte on.
    Plain(usize),
    /// Otherwise: it must be decoded as a whole.
    Coded,
}

/// Tells how a file begins from its first bytes.
#[must_use]
pub(super) fn beginning(head: &[u8]) -> Beginning {
    let one_ending = head.contains(&b'\r') && !head.contains(&b'\n');
    match Encoding::for_bom(head) {
        _ if one_ending => Beginning::Coded,
        Some((encoding, mark)) if encoding == UTF_8 => Beginning::Plain(mark),
        Some(_) => Beginning::Coded,
        None if head.contains(&0) => Beginning::Coded,
        None => Beginning::Plain(0),
    }
}

#[cfg(test)]
mod tests {
    use super::{decode, into_text};

    #[test]
    fn text_is_read_in_the_encodings_that_exports_come_in() {
        for (bytes, text, as_windows_1252) in [
            (&b"\xC2\xA31,200"[..], "£1,200", false),
            (b"\xEF\xBB\xBF\xC2\xA31,200", "£1,200", false),
            (b"\xFF\xFE\xA3\x00\x31\x00", "£1", false),
            (b"\xFE\xFF\x00\xA3\x00\x31", "£1", false),
            (b"\xA3\x001\x00\r\x00\n\x00\x19\x20", "£1\r\n’", false),
            (b"\x00\xA3\x001\x20\x19", "£1’", false),
            (b"\xA31,200 \x96 it\x92s", "£1,200 – it’s", true),
            (b"\xEF\xBB\xBF\xA31", "£1", true),
            (b"", "", false),
        ] {
            assert_eq!(decode(bytes), (text.into(), as_windows_1252), "{bytes:?}");
            assert_eq!(into_text(bytes.to_vec()), (text.to_owned(), as_windows_1252), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_whole_utf_16_is_left_as_it_is() {
        for bytes in [&b"a\0b"[..], b"month,a\n2013-04,\0\n", b"a\0\0b", b"\0", b"\x01\0a\0", b"\0\0\0\0"] {
            assert!(decode(bytes).0.contains('\0'), "{bytes:?}");
        }
    }

    #[test]
    fn lines_may_end_in_carriage_returns_alone() {
        assert_eq!(decode(b"a,b\r1,2\r").0, "a,b\n1,2\n");
        assert_eq!(decode(b"a,b\r\n\"1\r2\",2\r\n").0, "a,b\r\n\"1\r2\",2\r\n");
    }
}

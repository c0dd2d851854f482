//! Bytes → text: UTF-8 with or without a mark, UTF-16 with one, otherwise Windows-1252. The only user of the
//! encoding library.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text of a file without its byte-order mark, and whether it had to be taken for Windows-1252.
#[must_use]
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        let (text, damaged) = encoding.decode_without_bom_handling(body);
        if !(damaged && encoding == UTF_8) {
            return (text.into_owned(), false);
        }
        return (WINDOWS_1252.decode_without_bom_handling(body).0.into_owned(), true);
    }
    match str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), true),
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_is_read_in_the_encodings_that_exports_come_in() {
        for (bytes, text, as_windows_1252) in [
            (&b"\xC2\xA31,200"[..], "£1,200", false),
            (b"\xEF\xBB\xBF\xC2\xA31,200", "£1,200", false),
            (b"\xFF\xFE\xA3\x00\x31\x00", "£1", false),
            (b"\xFE\xFF\x00\xA3\x00\x31", "£1", false),
            (b"\xA31,200 \x96 it\x92s", "£1,200 – it’s", true),
            (b"\xEF\xBB\xBF\xA31", "£1", true),
            (b"", "", false),
        ] {
            assert_eq!(decode(bytes), (text.to_owned(), as_windows_1252), "{bytes:?}");
        }
    }
}

//! A logo: the bytes of a picture → an address that holds the picture itself.

use crate::diagnostic::codes::look as codes;
use crate::diagnostic::{Finding, Findings};
use crate::load::Files;
use crate::model::{Record, Text};

/// A logo that can stand in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Logo {
    /// The picture as an address: `data:image/png;base64,…`.
    pub(in crate::render) address: String,
    /// What it says.
    pub(in crate::render) words: String,
}

/// The largest that a logo may be, in bytes.
const LARGEST: usize = 100_000;

/// The logo that is asked for; none where there is none, or a fault.
pub(super) fn logo(look: &Record, files: &mut Files<'_>, findings: &mut Findings) -> Option<Logo> {
    let named = look.text("logo")?;
    let words = look.text("logo_alt").map(Text::as_str).unwrap_or_default().trim();
    if words.is_empty() {
        let finding =
            Finding::new(&codes::LOGO_WITHOUT_WORDS, "the logo has no words for those who can't see it");
        findings.push(finding.at(named.whole()).help("add `logo_alt = \"…\"` with what the logo says"));
    }
    let path = named.as_str().trim();
    let bytes = files.picture(path, named.whole(), findings)?;
    let kind = match kind(&bytes) {
        Some(kind) if bytes.len() <= LARGEST => kind,
        found => {
            let why = match found {
                Some(_) => format!("is {} KB large, and a logo can be 100", bytes.len().div_ceil(1000)),
                None => "is neither a PNG nor a JPEG nor an SVG".to_owned(),
            };
            let finding = Finding::new(&codes::UNUSABLE_LOGO, format!("the logo `{path}` {why}"));
            findings.push(finding.at(named.whole()).help("save it anew as a small PNG, JPEG or SVG"));
            return None;
        }
    };
    let address = format!("data:{kind};base64,{}", base64(&bytes));
    (!words.is_empty()).then(|| Logo { address, words: words.to_owned() })
}

/// What a picture is, told from how it begins.
fn kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if bytes.starts_with(b"\xFF\xD8\xFF") {
        return Some("image/jpeg");
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{FEFF}').trim_start();
    let is_svg =
        text.starts_with('<') && text.contains("<svg") && text.contains("http://www.w3.org/2000/svg");
    is_svg.then_some("image/svg+xml")
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Bytes as base64 (RFC 4648): four digits for every three.
pub(super) fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | three.get(at).copied().map_or(0, usize::from));
        for digit in 0..4_usize {
            let value = bits >> (18_usize.saturating_sub(digit.saturating_mul(6))) & 63;
            let written = if digit > three.len() { None } else { DIGITS.get(value) };
            text.push(written.copied().map_or('=', char::from));
        }
    }
    text
}

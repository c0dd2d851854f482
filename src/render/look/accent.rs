//! A board's colour, where it can be read on every background of the page.

use crate::diagnostic::codes::look as codes;
use crate::diagnostic::{Finding, Findings};
use crate::model::{Colour, Contrast, Record, Text};

/// The colours that a page takes from the board's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::render) struct Accent {
    /// On light backgrounds, and behind white.
    pub(in crate::render) light: Colour,
    /// On dark backgrounds.
    pub(in crate::render) dark: Colour,
    /// Behind white, on dark screens.
    pub(in crate::render) band: Colour,
}

/// `--paper` and `--wash` of the page's style, on light and on dark screens.
pub(super) const LIGHT: [Colour; 2] = [Colour::WHITE, Colour([0xf2, 0xf5, 0xf8])];
pub(super) const DARK: [Colour; 2] = [Colour([0x14, 0x18, 0x1d]), Colour([0x1d, 0x23, 0x2b])];

/// The colours that are asked for; none where there are none, or a fault.
pub(super) fn accent(look: &Record, findings: &mut Findings) -> Option<Accent> {
    let light = look.text("accent").and_then(|text| readable(text, LIGHT, Colour::BLACK, findings));
    let given = look.text("accent_dark").and_then(|text| readable(text, DARK, Colour::WHITE, findings));
    let light = light?;
    let dark = given.or_else(|| nearest(light, DARK, Colour::WHITE))?;
    Some(Accent { light, dark, band: light.mixed(Colour::BLACK, 4) })
}

/// The colour of a text, where it can be read on these backgrounds.
fn readable(text: &Text, on: [Colour; 2], towards: Colour, findings: &mut Findings) -> Option<Colour> {
    let written = text.as_str().trim();
    let Some(colour) = Colour::parse(written) else {
        let finding = Finding::new(&codes::UNREADABLE_COLOUR, format!("`{written}` is not a colour"));
        findings.push(finding.at(text.whole()).help("write `#` and six digits, as in `#12436D`"));
        return None;
    };
    let least =
        on.map(|background| (colour.contrast(background), background)).into_iter().min_by_key(|(c, _)| *c);
    let Some((contrast, background)) = least.filter(|(contrast, _)| *contrast < Contrast::OF_TEXT) else {
        return Some(colour);
    };
    let message =
        format!("`{written}` has a contrast of {contrast} to 1 on the page's {background}; text needs 4.5");
    let finding = Finding::new(&codes::TOO_LITTLE_CONTRAST, message).at(text.whole());
    findings.push(match nearest(colour, on, towards) {
        Some(near) => finding.help(format!("`{near}` is the nearest that can be read")),
        None => finding,
    });
    None
}

/// The first colour on the way from this one to another that can be read on these backgrounds.
fn nearest(colour: Colour, on: [Colour; 2], towards: Colour) -> Option<Colour> {
    let can_be_read = |colour: &Colour| on.iter().all(|back| colour.contrast(*back) >= Contrast::OF_TEXT);
    (0..=16).map(|sixteenths| colour.mixed(towards, sixteenths)).find(can_be_read)
}

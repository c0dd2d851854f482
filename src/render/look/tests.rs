//! What a board may ask for, what it gets, and that the style's own colours can be read.

use super::accent::{DARK, LIGHT, accent};
use super::logo::base64;
use crate::diagnostic::Findings;
use crate::model::{Colour, Content, Contrast, FileId, Place, Record, Text};

const STYLE: &str = include_str!("../../../report-templates/shared/style.css");

fn look(fields: &[(&'static str, &str)]) -> Record {
    let text = |words: &str| Content::Plain(Text::verbatim(words.to_owned(), FileId(0), 0));
    let fields = fields.iter().map(|(name, words)| (*name, text(words))).collect();
    Record { place: Place::start_of(FileId(0)), fields, cells: [].into() }
}

#[test]
fn an_accent_is_taken_where_it_can_be_read_and_lightened_for_dark_screens() {
    for (fields, expected) in [
        (vec![("accent", "#12436D")], Ok(("#12436d", "lightened"))),
        (vec![("accent", "#12436D"), ("accent_dark", "#8DC1EE")], Ok(("#12436d", "#8dc1ee"))),
        // 3.94 on white, and on the wash less.
        (vec![("accent", "#808080")], Err("a contrast of 3.6")),
        (vec![("accent", "#12436D"), ("accent_dark", "#12436D")], Err("text needs 4.5")),
        (vec![("accent", "navy")], Err("is not a colour")),
    ] {
        let mut findings = Findings::default();
        let made = accent(&look(&fields), &mut findings);
        let said: Vec<String> =
            findings.sorted().into_iter().map(|finding| finding.message.clone()).collect();
        match expected {
            Ok((light, dark)) => {
                let made = made.unwrap();
                assert_eq!(made.light.to_string(), light);
                assert!(dark == "lightened" || made.dark.to_string() == dark);
                assert!(DARK.iter().all(|back| made.dark.contrast(*back) >= Contrast::OF_TEXT));
                assert!(made.band.contrast(Colour::WHITE) >= Contrast::OF_TEXT);
                assert!(said.is_empty(), "{said:?}");
            }
            Err(words) => assert!(said.len() == 1 && said[0].contains(words), "{said:?}"),
        }
    }
}

/// The examples of RFC 4648.
#[test]
fn base64_is_as_its_standard_gives_it() {
    for (bytes, text) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("foobar", "Zm9vYmFy"),
    ] {
        assert_eq!(base64(bytes.as_bytes()), text);
    }
    assert_eq!(base64(&[0xff, 0xef, 0xbe]), "/+++");
}

/// The colours of a block of the style, by name.
fn colours(block: &str) -> impl Fn(&str) -> Option<Colour> {
    move |name| {
        let (_, after) = block.split_once(&format!("--{name}: "))?;
        Colour::parse(after.split(';').next()?)
    }
}

#[test]
fn every_colour_of_text_can_be_read_on_every_background_of_the_style() {
    let mut blocks = STYLE.split(":root {").skip(1).map(|block| block.split('}').next().unwrap());
    let (light, dark) = (blocks.next().unwrap(), blocks.next().unwrap());
    for (block, backgrounds) in [(light, LIGHT), (dark, DARK)] {
        let colour = colours(block);
        assert_eq!([colour("paper").unwrap(), colour("wash").unwrap()], backgrounds);
        for (text, background) in
            ["ink", "quiet", "accent"].iter().flat_map(|text| backgrounds.map(|b| (text, b)))
        {
            let contrast = colour(text).unwrap().contrast(background);
            assert!(contrast >= Contrast::OF_TEXT, "{text} on {background}: {contrast}");
        }
        assert!(Colour::WHITE.contrast(colour("band").unwrap()) >= Contrast::OF_TEXT);
    }
}

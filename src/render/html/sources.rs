//! At the end of a section, out of the way until it is opened: links to where its figures are explained.

use std::fmt;

use crate::model::FigureId;
use crate::render::trace::Sources;

use super::escape::push_id;
use super::inline::push_all;
use super::text;

/// Writes the address where a page says how a figure was worked out: `how.contacts(source=Police)`. No other figure
/// has this address, and it holds only what an address can.
pub(super) fn push_address(id: &FigureId, page: &mut String) {
    page.push_str("how.");
    push_id(id, Addressed(page));
}

/// What is written here is written to the page as an address can hold it.
struct Addressed<'p>(&'p mut String);

impl fmt::Write for Addressed<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        words.chars().try_for_each(|character| self.write_char(character))
    }

    fn write_char(&mut self, character: char) -> fmt::Result {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | '=' | ',' | ':' | '/' => {
                self.0.push(character);
            }
            '[' => self.0.push('('),
            ']' => self.0.push(')'),
            ' ' => self.0.push('+'),
            other => return write!(self.0, "~{:x}~", u32::from(other)),
        }
        Ok(())
    }
}

/// The figures of a section, folded away.
pub(super) fn sources(section: &Sources) -> String {
    let said = if section.figures.len() == 1 {
        "Where this figure comes from"
    } else {
        "Where these figures come from"
    };
    let title = text(&section.title);
    let mut page = format!(
        "<details class=\"sources\">\n<summary>{said}<span class=\"heard\">: {title}</span></summary>\n<ul>\n"
    );
    for (id, name) in &section.figures {
        page.push_str("<li><a href=\"#");
        push_address(id, &mut page);
        push_all(&["\">", &text(name), "</a></li>\n"], &mut page);
    }
    page.push_str("</ul>\n</details>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::push_address;
    use crate::model::FigureId;

    #[test]
    fn addresses_hold_only_what_an_address_can() {
        for (id, expected) in [
            ("contacts", "how.contacts"),
            ("contacts[source=Police].per_month", "how.contacts(source=Police).per_month"),
            (
                "a[2013/14,x=Schools & \"others\" (é)]",
                "how.a(2013/14,x=Schools+~26~+~22~others~22~+~28~~e9~~29~)",
            ),
        ] {
            let mut address = String::new();
            push_address(&FigureId::parse(id).unwrap(), &mut address);
            assert_eq!(address, expected);
        }
    }
}

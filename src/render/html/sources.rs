//! At the end of a section, out of the way until it is opened: links to where its figures are explained.

use crate::model::FigureId;
use crate::render::trace::Sources;

use super::inline::push_all;
use super::text;

/// Where a page says how a figure was worked out: `how.contacts(source=Police)`. No other figure has this address,
/// and it holds only what an address can.
pub(super) fn address(id: &FigureId) -> String {
    let mut address = String::from("how.");
    for character in id.to_string().chars() {
        match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | '=' | ',' | ':' | '/' => {
                address.push(character);
            }
            '[' => address.push('('),
            ']' => address.push(')'),
            ' ' => address.push('+'),
            other => address.push_str(&format!("~{:x}~", u32::from(other))),
        }
    }
    address
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
        push_all(&["<li><a href=\"#", &address(id), "\">", &text(name), "</a></li>\n"], &mut page);
    }
    page.push_str("</ul>\n</details>\n");
    page
}

#[cfg(test)]
mod tests {
    use super::address;
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
            assert_eq!(address(&FigureId::parse(id).unwrap()), expected);
        }
    }
}

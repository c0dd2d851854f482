//! The head of a page: what it is called, and how it looks on a screen and on paper.

use crate::render::chart::STYLE;
use crate::render::document::{Block, Document};
use crate::render::look::Accent;

use super::table::is_sparkline;
use super::text;

const SCREEN: &str = include_str!("../../../report-templates/shared/style.css");
const PRINT: &str = include_str!("../../../report-templates/shared/print.css");

/// All that comes before the body.
pub(super) fn head(document: &Document) -> String {
    let title = match document.board.as_str() {
        "" => document.title.clone(),
        board => format!("{}: {board}", document.title),
    };
    let (colours, running) = (colours(document), running_heads(document));
    let has_charts = document.blocks().any(is_drawn);
    let charts = if has_charts { STYLE } else { "" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>\n{SCREEN}{charts}{PRINT}{colours}{running}</style>\n</head>\n",
        text(&title)
    )
}

/// Whether something in a block is drawn.
fn is_drawn(block: &Block) -> bool {
    match block {
        Block::Chart(_) => true,
        Block::Table(table) => table.rows.iter().flatten().any(is_sparkline),
        _ => false,
    }
}

/// The board's colour in place of the style's.
fn colours(document: &Document) -> String {
    let Some(Accent { light, dark, band }) = &document.look.accent else { return String::new() };
    format!(
        ":root {{ --accent: {light}; --band: {light}; }}\n\
         @media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; --band: {band}; }} }}\n\
         @media print {{ :root {{ --accent: {light}; --band: #ffffff; }} }}\n"
    )
}

/// What stands in the margins of printed pages.
fn running_heads(document: &Document) -> String {
    let font = "font: 8.5pt system-ui, sans-serif; color: #333333;";
    let first =
        if document.cover { "" } else { "@page :first { @bottom-right { content: counter(page); } }\n" };
    let parts = [document.title.as_str(), document.status.as_str()];
    let title: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!(
        "@page {{\n  @top-left {{ content: {}; {font} }}\n  @top-right {{ content: {}; {font} }}\n  \
         @bottom-right {{ content: counter(page); {font} }}\n}}\n{first}",
        css_string(&document.board),
        css_string(&title.join(", ")),
    )
}

/// Words as a string of CSS inside a page, where nothing can end the string or the style.
fn css_string(words: &str) -> String {
    let mut string = String::from("\"");
    for character in words.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' => string.push_str(&format!("\\{:x} ", u32::from(character))),
            c if c.is_control() => string.push(' '),
            c => string.push(c),
        }
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::css_string;

    #[test]
    fn nothing_ends_a_string_of_css() {
        assert_eq!(css_string("A \"B\" \\ </style>\n"), r#""A \22 B\22  \5c  \3c /style\3e  ""#);
    }
}

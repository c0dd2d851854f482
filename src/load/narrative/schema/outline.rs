//! The schema laid out block by block, for the README's tables of keys and whatever else documents it.

use super::shape::{Key, Keys, Shape};
use super::{ROOT, content};

/// A block as it is documented.
#[derive(Clone, Debug)]
pub struct Block {
    /// How it is opened: `[report]`, `[[sections]]`, `[measures.NAME]`; for a block within another its path,
    /// `sections.tables`.
    pub heading: String,
    /// The key that holds it, whose sentence says what it is for.
    pub key: &'static Key,
    /// Its own keys; none where the writer chooses the names and each has a single value.
    pub keys: Vec<&'static Key>,
}

/// Every block of the narrative file, each before the blocks within it.
#[must_use]
pub fn blocks() -> Vec<Block> {
    let mut blocks = Vec::new();
    for key in ROOT.iter().copied().flatten() {
        add(key, "", &key.shape, Opening::Once, &mut blocks);
    }
    blocks
}

/// The names of the blocks that a section can show.
pub fn content_blocks() -> impl Iterator<Item = &'static str> {
    let groups = [content::BODY, content::WORK, content::ASSURANCE, content::REFERENCE];
    groups.into_iter().flatten().map(|key| key.name)
}

/// The blocks of which there are several, one row each where they are kept in a spreadsheet: each with its keys.
pub fn listed_blocks() -> impl Iterator<Item = (&'static str, Keys)> {
    let groups = [content::BODY, content::WORK, content::ASSURANCE, content::REFERENCE];
    groups.into_iter().flatten().filter_map(|key| match key.shape {
        Shape::List(Shape::Record(keys)) => Some((key.name, *keys)),
        _ => None,
    })
}

#[derive(Clone, Copy)]
enum Opening {
    Once,
    Several,
    Named,
}

fn add(key: &'static Key, above: &str, shape: &'static Shape, opening: Opening, blocks: &mut Vec<Block>) {
    match shape {
        Shape::Record(keys) | Shape::TextOr(keys) => add_block(key, above, keys, opening, blocks),
        Shape::List(item) => add(key, above, item, Opening::Several, blocks),
        // What may be one thing is written so, and its doc tells of the other form.
        Shape::Named(Shape::Either(value, _) | value) if above.is_empty() && value.is_single() => {
            add_block(key, above, &[], Opening::Once, blocks);
        }
        Shape::Named(value) => add(key, above, value, Opening::Named, blocks),
        Shape::Either(one, other) => {
            add(key, above, one, opening, blocks);
            add(key, above, other, opening, blocks);
        }
        _ => {}
    }
}

fn add_block(key: &'static Key, above: &str, keys: Keys, opening: Opening, blocks: &mut Vec<Block>) {
    let path = if above.is_empty() { key.name.to_owned() } else { format!("{above}.{}", key.name) };
    let heading = match opening {
        _ if !above.is_empty() => path.clone(),
        Opening::Once => format!("[{path}]"),
        Opening::Several => format!("[[{path}]]"),
        Opening::Named => format!("[{path}.NAME]"),
    };
    blocks.push(Block { heading, key, keys: keys.iter().copied().flatten().collect() });
    for inner in keys.iter().copied().flatten() {
        add(inner, &path, &inner.shape, Opening::Once, blocks);
    }
}

#[cfg(test)]
mod tests {
    use super::{blocks, content_blocks};

    #[test]
    fn every_key_says_what_it_is_for_and_gives_an_example() {
        for block in blocks() {
            for key in block.keys {
                let name = format!("{} {}", block.heading, key.name);
                assert!(key.doc.ends_with('.') && key.doc.len() > 8, "{name}: {}", key.doc);
                assert!(!key.example.is_empty(), "{name}");
            }
        }
    }

    #[test]
    fn blocks_are_headed_as_they_are_written() {
        let headings: Vec<String> = blocks().into_iter().map(|block| block.heading).collect();
        for heading in [
            "[report]",
            "[[data]]",
            "[lists]",
            "[measures.NAME]",
            "[figures.NAME]",
            "[[sections]]",
            "sections.tables",
        ] {
            assert!(headings.iter().any(|listed| listed == heading), "{heading} in {headings:?}");
        }
        assert!(content_blocks().any(|name| name == "priorities"));
    }
}

//! What the writer sets, and that reading it gives back the tree that it was written from.

use proptest::prelude::*;

use crate::render::document::{Block, Cell, Column, Document, Heading, Inline, List, Marks, Side, Table};
use crate::render::markdown_parser::parse;
use crate::render::settle::settle;

use super::write;

fn page(main: Vec<Block>) -> String {
    write(&Document { main, ..Document::default() })
}

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

#[test]
fn words_are_escaped_only_where_they_would_be_syntax() {
    for (words, written) in [
        ("28!", "28!"),
        ("~1800", "~1800"),
        ("~1800 to ~2000", "\\~1800 to \\~2000"),
        (">20", "\\>20"),
        ("more than >20", "more than >20"),
        ("1. April", "1\\. April"),
        ("1.5 visits", "1.5 visits"),
        ("2013. That year", "2013\\. That year"),
        ("12) and", "12\\) and"),
        ("[c]", "[c]"),
        ("[c](d)", "[c\\](d)"),
        ("[c]: d", "[c\\]: d"),
        ("3 * 4", "3 * 4"),
        ("a*b*", "a\\*b\\*"),
        ("snake_case", "snake_case"),
        ("_x_", "\\_x\\_"),
        ("# 4", "\\# 4"),
        ("#4", "#4"),
        ("- 3", "\\- 3"),
        ("-3", "-3"),
        ("---", "\\---"),
        ("+ x", "\\+ x"),
        ("<5", "<5"),
        ("<b>", "\\<b>"),
        ("R&D", "R&D"),
        ("&amp;", "\\&amp;"),
        ("C:\\x", "C:\\x"),
        ("a\\*", "a\\\\\\*"),
        ("`", "\\`"),
        ("a | b", "a | b"),
        ("www.example.org", "www.example.org"),
    ] {
        assert_eq!(page(vec![paragraph(words)]), format!("{written}\n"), "{words}");
    }
}

#[test]
fn pipes_in_tables_are_escaped_and_symbols_explained() {
    let column = |words: &str| Column { header: vec![text(words)], side: Side::Right };
    let table = Table {
        columns: vec![column("a|b"), column("c")],
        rows: vec![
            vec![vec![text(">20")], Vec::new()],
            vec![vec![Inline::Code("x|y".into())], vec![text("[c]")]],
        ],
        ..Table::default()
    };
    let expected = "| a\\|b | c |\n| --: | --: |\n| >20 | |\n| `x\\|y` | [c] |\n\n\
        [c] means confidential: withheld so that nobody can be recognised.\n";
    assert_eq!(page(vec![Block::Table(table)]), expected);
}

#[test]
fn lists_stand_close_or_apart_and_do_not_run_together() {
    let list = |marks, tight, items| Block::List(List { marks, tight, items });
    let inner = list(Marks::Bullets, true, vec![vec![paragraph("in")]]);
    let close = list(Marks::Bullets, true, vec![vec![paragraph("a"), inner], vec![paragraph("b")]]);
    let apart = list(Marks::Bullets, false, vec![vec![paragraph("c"), paragraph("d")], vec![paragraph("e")]]);
    let numbered = list(Marks::Numbers(9), true, vec![vec![paragraph("f")], vec![paragraph("g")]]);
    let expected = "- a\n  - in\n- b\n\n* c\n\n  d\n\n* e\n\n9. f\n10. g\n";
    assert_eq!(page(vec![close, apart, numbered]), expected);
}

#[test]
fn a_figure_beside_bold_text_is_still_bold() {
    let bold = Inline::Strong(vec![text(">20 of them")]);
    assert_eq!(page(vec![Block::Paragraph(vec![text("a"), bold.clone()])]), "&#97;**>20 of them**\n");
    assert_eq!(page(vec![Block::Paragraph(vec![text("a "), bold])]), "a **>20 of them**\n");
}

/// Words made of what is most likely to be misread.
fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]{1,4}",
        "[0-9]{1,3}",
        Just(" ".to_owned()),
        "[!-/:-@\\[-`{-~]",
        proptest::sample::select(vec![
            "1. ", "# ", "- ", "+ ", "> ", "](", "![", "**", "~~~", "&amp;", "&#38;", "<b>", "---", "|",
            "\u{a3}", "\u{2019}", "\u{a0}", "\u{201c}", "e\u{301}", "=", ":-", "\\",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

fn any_inline() -> impl Strategy<Value = Inline> {
    let leaf = prop_oneof![
        4 => any_words().prop_map(Inline::Text),
        1 => any_words().prop_map(Inline::Code),
        1 => Just(Inline::LineBreak),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner, 1..4);
        let address = proptest::sample::select(vec![
            "https://example.org/a_b?c=d&copy;e",
            "mailto:a@example.org",
            "#place",
            "tel:01",
            "http://example.org/(a)|b",
        ]);
        prop_oneof![
            several.clone().prop_map(Inline::Strong),
            several.clone().prop_map(Inline::Emphasis),
            (address, several)
                .prop_map(|(address, content)| Inline::Link { address: address.into(), content }),
        ]
    })
}

fn any_running() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(any_inline(), 1..5)
}

fn any_table() -> impl Strategy<Value = Table> {
    let cells = |width| prop::collection::vec(any_running(), width);
    (1_usize..4).prop_flat_map(move |width| {
        (cells(width), prop::collection::vec(cells(width), 0..3)).prop_map(
            |(headers, rows): (Vec<Cell>, _)| {
                let columns = headers.into_iter().map(|header| Column { header, side: Side::Right });
                Table { columns: columns.collect(), rows, ..Table::default() }
            },
        )
    })
}

fn any_marks() -> impl Strategy<Value = Marks> {
    prop_oneof![Just(Marks::Bullets), (0_usize..12).prop_map(Marks::Numbers)]
}

fn any_block() -> impl Strategy<Value = Block> {
    let heading = (1_u8..7, any_running())
        .prop_map(|(level, content)| Block::Heading(Heading { level, content, ..Heading::default() }));
    let leaf = prop_oneof![
        4 => any_running().prop_map(Block::Paragraph),
        1 => heading,
        1 => any_table().prop_map(Block::Table),
        1 => "[a-z`~ \n]{0,12}".prop_map(Block::Code),
        1 => Just(Block::Rule),
    ];
    leaf.prop_recursive(3, 16, 3, |inner| {
        let blocks = prop::collection::vec(inner, 1..3);
        let items = prop::collection::vec(blocks.clone(), 1..4);
        prop_oneof![
            blocks.prop_map(Block::Quote),
            (any_marks(), any::<bool>(), items).prop_map(|(marks, tight, items)| Block::List(List {
                marks,
                tight,
                items
            })),
        ]
    })
}

fn without_code(blocks: Vec<Block>) -> Vec<Block> {
    let kept = blocks.into_iter().map(|block| match block {
        Block::Code(_) => Block::Rule,
        Block::Quote(inner) => Block::Quote(without_code(inner)),
        Block::List(list) => {
            Block::List(List { items: list.items.into_iter().map(without_code).collect(), ..list })
        }
        other => other,
    });
    kept.collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        // The same trees each time, so that a run of all tests says something about the change at hand.
        rng_seed: proptest::test_runner::RngSeed::Fixed(2013),
        ..ProptestConfig::default()
    })]

    #[test]
    fn reading_what_was_written_gives_the_same_tree(blocks in prop::collection::vec(any_block(), 1..4)) {
        let settled = settle(blocks);
        prop_assert_eq!(&settle(settled.clone()), &settled, "settling twice");
        let written = page(settled.clone());
        prop_assert_eq!(settle(parse(&written)), settled, "{}", written);
    }

    #[test]
    fn lines_are_clean(blocks in prop::collection::vec(any_block(), 1..4)) {
        // Text as it is typed may hold blank lines and spaces of its own.
        let written = page(without_code(settle(blocks)));
        prop_assert!(!written.contains("\n\n\n"), "{written:?}");
        prop_assert!(written.lines().all(|line| line.trim_end_matches([' ', '\t']) == line), "{written:?}");
        prop_assert!(written.ends_with('\n'));
    }
}

//! The colours of charts: each contrast worked out from the style itself.

use std::collections::BTreeMap;

use super::STYLE;

/// The colours of each scheme: those of paper are told apart from those of the light page.
fn schemes() -> Vec<(&'static str, BTreeMap<String, [u32; 3]>)> {
    let after = |begins: &str| STYLE.split_once(begins).unwrap().1;
    let light = colours(after(".chart {"));
    let over = |base: &BTreeMap<String, [u32; 3]>, begins: &str| {
        let mut all = base.clone();
        all.extend(colours(after(begins)));
        all
    };
    let dark = over(&light, "@media (prefers-color-scheme: dark) {");
    let print = over(&light, "@media print {");
    let more = over(&light, "@media (prefers-contrast: more) {");
    let more_dark = over(&dark, "@media (prefers-contrast: more) and (prefers-color-scheme: dark) {");
    vec![("light", light), ("dark", dark), ("print", print), ("more", more), ("more, dark", more_dark)]
}

/// The declarations `--chart-x: #rrggbb` up to the end of the rule.
fn colours(rule: &str) -> BTreeMap<String, [u32; 3]> {
    let rule = rule.split_once('}').unwrap().0;
    let declarations = rule.split("--chart-").skip(1);
    let colour = |declaration: &str| {
        let (name, colour) = declaration.split_once(": #").unwrap();
        let channel = |at: usize| u32::from_str_radix(colour.get(at..at + 2).unwrap(), 16).unwrap();
        (name.to_owned(), [channel(0), channel(2), channel(4)])
    };
    declarations.map(colour).collect()
}

/// The relative luminance of a colour as WCAG 2.2 defines it.
#[expect(clippy::float_arithmetic, reason = "the definition is in real numbers, and nothing of it is shown")]
fn luminance(colour: [u32; 3]) -> f64 {
    let linear = |channel: u32| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[expect(clippy::float_arithmetic, reason = "the definition is in real numbers, and nothing of it is shown")]
fn contrast(one: [u32; 3], other: [u32; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_is_as_wcag_defines_it() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    // Grey #767676 on white is the well-known least that passes for text: 4.54.
    assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.01);
}

#[test]
fn words_have_a_contrast_of_four_and_a_half_and_marks_of_three() {
    for (scheme, colours) in schemes() {
        let paper = colours["paper"];
        for words in ["ink", "quiet"] {
            let found = contrast(colours[words], paper);
            assert!(found >= 4.5, "{words} in {scheme}: {found}");
        }
        // Bars of actions have an outline of ink, so their fill needs none.
        for mark in ["1", "2", "3", "4"] {
            let found = contrast(colours[mark], paper);
            assert!(found >= 3.0, "series {mark} in {scheme}: {found}");
        }
    }
}

#[test]
fn the_light_palette_is_that_of_the_analysis_function() {
    let (_, light) = &schemes()[0];
    let palette = [[0x12, 0x43, 0x6d], [0x28, 0xa1, 0x97], [0x80, 0x16, 0x50], [0xf4, 0x6a, 0x25]];
    for (number, colour) in palette.into_iter().enumerate() {
        assert_eq!(light[&(number + 1).to_string()], colour);
    }
}

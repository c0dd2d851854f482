//! Every sample in every template: it builds, and what comes out reads as a careful writer's.

mod agrees;
mod traced;

use std::fs;
use std::path::Path;

use crate::common::{TEMPLATES, program, repository};

use traced::Written;

/// The samples in the repository, sorted.
fn samples() -> Vec<String> {
    let folders = fs::read_dir(repository("sample-data")).unwrap();
    let mut names: Vec<String> =
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn every_sample_builds_in_every_template_and_reads_well() {
    let mut wrong = Vec::new();
    for sample in samples() {
        let out = tempfile::tempdir().unwrap();
        let mut build = program();
        build.arg("build").arg(repository("sample-data").join(&sample)).arg("--out").arg(out.path());
        TEMPLATES.iter().for_each(|template| {
            build.arg("--template").arg(template);
        });
        let built = build.output().unwrap();
        assert!(built.status.success(), "{sample}: {}", String::from_utf8_lossy(&built.stderr));
        let figures = Written::in_folder(out.path());
        let words = figures.words(&repository("sample-data").join(&sample));
        for template in TEMPLATES {
            let mut faults = faults(out.path(), template);
            let page = fs::read_to_string(out.path().join(format!("{template}.html"))).unwrap();
            faults.extend(traced::faults(&page, &figures, &words));
            wrong.extend(faults.into_iter().map(|fault| format!("{sample}, {template}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All that is wrong with a page.
fn faults(out: &Path, template: &str) -> Vec<String> {
    let read = |ending: &str| fs::read_to_string(out.join(format!("{template}.{ending}"))).unwrap();
    let (markdown, html) = (read("md"), read("html"));
    let mut faults = headings(&markdown);
    faults.extend(left_behind(&markdown).chain(left_behind(&html)));
    faults.extend(markdown.lines().filter_map(slip));
    let (in_markdown, in_html) =
        (numbers(&without_list_numbers(&without(&markdown, "](#", ")"))), numbers(&text_of(&html)));
    if in_markdown != in_html {
        let differs = in_markdown.iter().zip(&in_html).position(|(one, other)| one != other);
        let at = differs.unwrap_or(in_markdown.len().min(in_html.len())).saturating_sub(2);
        let near = |numbers: &[String]| numbers.iter().skip(at).take(5).cloned().collect::<Vec<_>>();
        faults.push(format!("numbers differ: {:?} and {:?}", near(&in_markdown), near(&in_html)));
    }
    faults
}

/// Headings that skip a level, a title that is not the first and only one, headings with nothing beneath them.
fn headings(markdown: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut above = 0;
    let mut open: Option<(usize, &str)> = None;
    for line in markdown.lines().filter(|line| !line.is_empty()).chain(["# end"]) {
        let marks = line.chars().take_while(|c| *c == '#').count();
        let level = if line.get(marks..).is_some_and(|rest| rest.starts_with(' ')) { marks } else { 0 };
        if let Some((opened, heading)) = open.take()
            && ((level > 0 && level <= opened) || line == "---")
        {
            faults.push(format!("nothing beneath `{heading}`"));
        }
        if level > 0 && line != "# end" {
            if level > above + 1 || (level == 1 && above > 0) {
                faults.push(format!("`{line}` follows a heading of level {above}"));
            }
            (above, open) = (level, Some((level, line)));
        }
    }
    faults
}

/// Placeholders and marks of templates.
fn left_behind(page: &str) -> impl Iterator<Item = String> + '_ {
    let marks = ["{{", "}}", "{%", "%}"].into_iter().filter(|mark| page.contains(mark)).map(str::to_owned);
    let private = page.chars().filter(|c| ('\u{E000}'..='\u{F8FF}').contains(c));
    marks.chain(private.map(|c| c.escape_unicode().to_string())).map(|left| format!("`{left}` is left"))
}

/// What no careful writer leaves in a line.
fn slip(line: &str) -> Option<String> {
    let words = line.trim_start_matches([' ', '>']);
    let slips =
        ["  ", " ,", " ;", " . ", "..", "()", "an increase of −", "a decrease of −", " 0.0%", "none none"];
    let found = slips.into_iter().find(|slip| words.contains(slip));
    let one_of_several =
        words.split_whitespace().zip(words.split_whitespace().skip(1)).find(|(number, noun)| {
            let several = matches!(*noun, "children" | "people")
                || (noun.len() > 3 && noun.ends_with('s') && noun.chars().all(char::is_lowercase));
            *number == "1" && several
        });
    let found = found.map(str::to_owned).or(one_of_several.map(|(number, noun)| format!("{number} {noun}")));
    found.map(|slip| format!("`{slip}` in: {line}"))
}

/// Markdown without the numbers of list items, which HTML does not write, and without the words for pictures: what
/// those say is compared with the figures in `charts.rs`.
fn without_list_numbers(markdown: &str) -> String {
    let line = |line: &str| {
        let item = line.trim_start();
        let number = item.chars().take_while(char::is_ascii_digit).count();
        match item.get(number..).and_then(|rest| rest.strip_prefix(". ")) {
            Some(rest) if number > 0 => format!("{rest}\n"),
            _ => format!("{line}\n"),
        }
    };
    markdown.lines().filter(|line| !line.starts_with("![")).map(line).collect()
}

/// A page without all that stands between these.
fn without(page: &str, open: &str, close: &str) -> String {
    let mut parts = page.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| Some(part.split_once(close)?.1));
    rest.fold(first, |all, part| all + part)
}

/// What the body of an HTML page says, its lists of links and its pictures aside.
fn text_of(html: &str) -> String {
    let (_, body) = html.split_once("<body").unwrap();
    let body = without(&format!("<body{body}"), "<nav", "</nav>");
    let body = without(&body, "<details class=\"sources\"", "</details>");
    let body = without(&body, "<figure class=\"chart", "</summary>");
    let mut text = String::new();
    for part in body.split('<').skip(1) {
        text.push(' ');
        text.push_str(part.split_once('>').map_or("", |(_, said)| said));
    }
    text.replace("&#39;", "'").replace("&amp;", "&")
}

/// The numbers in a text, in their order: digits, with commas and points between them.
fn numbers(text: &str) -> Vec<String> {
    let within = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let parts = text.split(|c: char| !within(c)).map(|part| part.trim_matches([',', '.']));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

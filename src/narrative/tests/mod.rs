//! Texts bound to figures made by hand: what the page says, what is found, which uses are recorded.

mod blocks;
mod references;

use std::ops::Range;

use super::{Bound, Forbidden, Prose, Readiness, Story, bind};
use crate::diagnostic::Findings;
use crate::figures::{Amount, FigureKind, Published};
use crate::model::{
    Calendar, Content, FileId, Month, Narrative, Place, Reason, Record, Settings, Span, Text, Year,
};
use crate::words::Said;
use crate::words::samples::{Altered, count, published, with_change};

fn text(content: &str) -> Text {
    Text::verbatim(content.to_owned(), FileId(0), 0)
}

fn record(fields: impl IntoIterator<Item = (&'static str, Content)>) -> Record {
    Record { place: Place::start_of(FileId(0)), fields: fields.into_iter().collect(), cells: [].into() }
}

fn narrative(fields: impl IntoIterator<Item = (&'static str, Content)>) -> Narrative {
    let month = |year, number| Month::new(year, number).unwrap();
    let report = record([
        ("board", Content::Plain(text("Exampleshire *Safeguarding* Board"))),
        ("website", Content::Plain(text("www.example.org"))),
    ]);
    let mut content = record(fields);
    content.fields.insert("report", Content::Record(report));
    Narrative {
        renames: crate::model::Renames::default(),
        allowances: Vec::new(),
        unread: Vec::new(),
        settings: Settings {
            year: Year::beginning(2013).unwrap(),
            calendar: Calendar::default(),
            span: Span::new(month(2013, 4), month(2014, 3)).unwrap(),
            as_at: None,
            templates: Vec::new(),
            template_folder: None,
            benchmarks: crate::model::Benchmarks::default(),
        },
        data: Vec::new(),
        measures: Vec::new(),
        figures: Vec::new(),
        content,
    }
}

fn figures() -> Published {
    let mut all = with_change(count("contacts", "6014"), "5566");
    all.extend(with_change(count("referrals", "17").nouns("referral", "referrals"), "15"));
    all.push(count("contacts[source=Police]", "40"));
    all.push(count("contacts[source=School]", "50"));
    let missing = Err(Reason::Awaited("Police".to_owned()));
    all.push(count("crimes", "0").label("Recorded crimes").outcome(missing));
    all.push(count("audits", "0").label("Audits").outcome(Err(Reason::Missing)));
    let truth = Ok(Amount::Truth(true));
    all.push(count("contacts[2013-05].is_highest", "0").kind(FigureKind::Truth, "").outcome(truth));
    all.extend(with_change(count("plans", ">20").nouns("plan", "plans"), "25"));
    published(all)
}

fn nothing_forbidden(_: &str) -> Vec<(Range<usize>, Forbidden)> {
    Vec::new()
}

fn bound(prose: &str, readiness: Readiness) -> (Story, Findings) {
    let narrative = narrative([("text", Content::Prose(text(prose)))]);
    let mut findings = Findings::default();
    let story = bind(&narrative, &figures(), readiness, &nothing_forbidden, &mut findings);
    (story, findings)
}

/// The text of the field `text` with the words in place of the placeholders.
fn shown(story: &Story) -> String {
    let Some(Bound::Prose(Prose(prose))) = story.content.0.get("text") else { panic!("{story:?}") };
    let mut shown = prose.clone();
    for (position, mention) in story.mentions.iter().enumerate() {
        let placeholder = format!("{}{position}{}", Prose::OPEN, Prose::CLOSE);
        shown = shown.replacen(&placeholder, &mention.to_string(), 1);
    }
    shown
}

/// Code, marked stretch and helps of every finding.
fn found<'t>(prose: &'t str, findings: &Findings) -> Vec<(&'static str, &'t str)> {
    let stretch = |place: Place| prose.get(place.start..place.end).unwrap_or("");
    findings.sorted().iter().map(|f| (f.code.name, f.place.map_or("", stretch))).collect()
}

#[test]
fn figures_in_text_become_words() {
    for (prose, words) in [
        ("There were {{ contacts }}.", "There were 6,014."),
        ("{{ contacts | counted | capitalised }}", "6,014 contacts"),
        ("We had {{ referrals | compared }}.", "We had 17 referrals, 2 more than the year before."),
        ("{{ contacts[\"source=Police\"] | counted }}", "40 contacts"),
        ("{{ crimes | otherwise(\"not yet known\") | capitalised }}", "Not yet known"),
        ("{{ referrals | in_words | capitalised }} came.", "Seventeen came."),
        ("{{ report.year }}: {{ report.period }}", "2013\\/14: 2013\\/14"),
        ("{{ report.board }}", "Exampleshire \\*Safeguarding\\* Board"),
        ("{{ terms.leader | otherwise(\"the chair\") | capitalised }}", "The chair"),
    ] {
        let (story, findings) = bound(prose, Readiness::Finished);
        assert_eq!(found(prose, &findings), [], "{prose}");
        assert_eq!(shown(&story), words);
    }
}

#[test]
fn choices_follow_the_data() {
    for (prose, words) in [
        ("{% if contacts is rise %}more{% else %}fewer{% endif %}", "more"),
        ("{% if contacts is fall %}a{% elif contacts is rise %}b{% else %}c{% endif %}", "b"),
        ("{% if contacts is not fall and not referrals is unchanged %}a{% endif %}", "a"),
        ("{% if crimes is available %}{{ crimes }}{% else %}not yet{% endif %}", "not yet"),
        ("{% if crimes is available and crimes is rise %}a{% else %}b{% endif %}", "b"),
        ("{% if crimes is not available or crimes is rise %}a{% else %}b{% endif %}", "a"),
        ("{% if contacts[\"2013-05\"].is_highest %}highest{% endif %}", "highest"),
        ("{% if report.website %}See {{ report.website }}.{% endif %}", "See www\\.example\\.org."),
        ("{% if report.footer %}x{% endif %}", ""),
        ("More {% if contacts is fall %}or less{% endif %} came.", "More came."),
        ("Many{% if contacts is rise %}, and more{% endif %}, came.", "Many, and more, came."),
        ("One.\n\n{% if contacts is fall %}\nTwo.\n{% endif %}\n\nThree.", "One.\n\nThree."),
        ("- a\n{% if contacts is rise %}\n- b\n{% endif %}\n- c", "- a\n- b\n- c"),
    ] {
        let (story, findings) = bound(prose, Readiness::Finished);
        assert_eq!(found(prose, &findings), [], "{prose}");
        assert_eq!(shown(&story), words, "{prose}");
    }
}

#[test]
fn what_is_wrong_is_found_at_its_place() {
    for (prose, expected) in [
        ("{{ contcts }}", ("unknown-figure", "contcts")),
        ("{{ contacts[\"source=Polcie\"] }}", ("unknown-figure", "contacts[\"source=Polcie\"]")),
        ("{% if contacts is fall %}{{ contcts }}{% endif %}", ("unknown-figure", "contcts")),
        ("{{ contacts | beside(nothing, \"x\") }}", ("unknown-figure", "nothing")),
        ("A {{ crimes }}.", ("unavailable-figure", "crimes")),
        ("{% if crimes is rise %}x{% endif %}", ("unavailable-figure", "crimes")),
        ("{{ contacts | beside(crimes, \"x\") }}", ("unavailable-figure", "contacts")),
        ("{{ contacts | compard }}", ("unknown-filter", "compard")),
        ("{% if contacts is higher %}x{% endif %}", ("unknown-test", "higher")),
        ("{{ contacts | otherwise }}", ("wrong-arguments", "otherwise")),
        ("{{ contacts | counted(2) }}", ("wrong-arguments", "counted(2)")),
        ("{{ contacts | counted | compared }}", ("filter-does-not-fit", "compared")),
        ("{{ contacts | per_hundred }}", ("filter-does-not-fit", "contacts")),
        ("{{ contacts.change | compared }}", ("filter-does-not-fit", "contacts.change")),
        ("{% if contacts %}x{% endif %}", ("filter-does-not-fit", "contacts")),
        ("{{ report.board | counted }}", ("filter-does-not-fit", "counted")),
        ("{% if plans is rise %}x{% endif %}", ("undecided-question", "plans")),
        ("{{ report.bored }}", ("unknown-word", "report.bored")),
        ("{{ contacts[source=Police] }}", ("unquoted-selector", "source=Police")),
        ("{{ referrals / contacts }}", ("operator-on-figure", "referrals / contacts")),
        ("{{ contacts.chnage }}", ("unknown-suffix", "chnage")),
        ("{{ contacts | otherwise(“x”) }}", ("typographic-quotes", "“")),
        ("{% for x in contacts %}x{% endfor %}", ("not-allowed-in-text", "{% for x in contacts %}")),
        ("{{ contacts", ("unreadable-tag", "{{")),
        ("{{ contacts[\"Police\"] }}", ("unreadable-selector", "\"Police\"")),
    ] {
        let (_, findings) = bound(prose, Readiness::Finished);
        assert_eq!(found(prose, &findings), [expected], "{prose}");
    }
}

#[test]
fn several_faults_of_one_text_are_found_together() {
    let prose = "{{ contcts }}, {{ contacts[x=1] }}, {{ crimes }} and {{ contacts + referrals }}";
    let (_, findings) = bound(prose, Readiness::Finished);
    let codes: Vec<&str> = findings.sorted().iter().map(|f| f.code.name).collect();
    assert_eq!(codes, ["unknown-figure", "unquoted-selector", "unavailable-figure", "operator-on-figure"]);
}

#[test]
fn the_way_out_names_what_could_have_been_meant() {
    for (prose, help) in [
        ("{{ contcts }}", "did you mean `contacts`?"),
        ("{{ contacts[\"source=Polcie\"] }}", "did you mean `Police`?"),
        ("{{ contacts[\"source=Health\"] }}", "the data hold `Police` and `School`"),
        ("{{ contacts[\"sorce=Police\"] }}", "did you mean `source`?"),
        ("{{ referrals[\"source=Police\"] }}", "use `referrals` without square brackets"),
        ("{{ board }}", "did you mean `report.board`?"),
        ("{{ report.bored }}", "did you mean `report.board`?"),
        ("{{ contacts | compard }}", "did you mean `compared`?"),
        ("{{ contacts[2011-12] }}", "write `contacts[\"2011-12\"]`"),
        ("{{ contacts.chnage }}", "did you mean `change`?"),
    ] {
        let (_, findings) = bound(prose, Readiness::Finished);
        let helps: Vec<String> = findings.sorted().iter().flat_map(|f| f.help.clone()).collect();
        assert!(helps.contains(&help.to_owned()), "{prose}: {helps:?}");
    }
}

#[test]
fn a_draft_says_what_is_awaited_and_from_whom() {
    for (prose, words) in [
        ("There were {{ crimes | counted }}.", "There were [awaited: Recorded crimes from Police]."),
        ("{{ audits }}", "[awaited: Audits]"),
        ("{{ crimes | otherwise(\"unknown\") }}", "unknown"),
        ("{% if crimes is rise %}a{% else %}b{% endif %}", "[awaited: Recorded crimes from Police]"),
    ] {
        let (story, findings) = bound(prose, Readiness::Draft);
        assert!(!findings.has_errors(), "{prose}: {findings:?}");
        assert_eq!(shown(&story), words);
    }
    let (_, findings) = bound("{{ crimes }}", Readiness::Draft);
    assert_eq!(findings.sorted()[0].code.name, "awaited-figure");
    assert!(bound("{{ contcts }}", Readiness::Draft).1.has_errors());
}

#[test]
fn every_use_is_recorded_in_branches_not_taken_too() {
    let prose =
        "{% if contacts is fall %}{{ referrals | compared }}{% endif %}{{ crimes | otherwise(\"x\") }}";
    let (story, _) = bound(prose, Readiness::Finished);
    let uses: Vec<String> = story.uses.iter().map(|u| u.id.to_string()).collect();
    assert_eq!(
        uses,
        [
            "contacts",
            "contacts.change",
            "referrals",
            "referrals.previous",
            "referrals.change",
            "referrals.change_percent",
            "crimes"
        ]
    );
    assert!(story.uses.iter().all(|u| u.path == "text"));
    let mentions: Vec<String> = story.mentions.iter().flat_map(Said::ids).map(ToString::to_string).collect();
    assert_eq!(mentions, ["crimes"]);
}

#[test]
fn what_markdown_may_not_hold_is_found_where_it_is_written() {
    let angle = |markdown: &str| -> Vec<(Range<usize>, Forbidden)> {
        let tags = markdown.match_indices("<b>").map(|(at, tag)| (at..at + tag.len(), Forbidden::Html));
        tags.collect()
    };
    for (prose, expected) in [
        ("{{ contacts }} <b>x", ("raw-html", "<b>")),
        ("{% if contacts is fall %}<b>{% endif %}", ("raw-html", "<b>")),
        ("<{% if contacts is rise %}b{% endif %}>", ("raw-html", "<{% if contacts is rise %}b{% endif %}>")),
    ] {
        let narrative = narrative([("text", Content::Prose(text(prose)))]);
        let mut findings = Findings::default();
        bind(&narrative, &figures(), Readiness::Finished, &angle, &mut findings);
        assert_eq!(found(prose, &findings), [expected]);
    }
}

#[test]
fn output_is_bounded() {
    let mut narrative = narrative([("text", Content::Prose(text(&"{{ report.board }}".repeat(20_000))))]);
    let board = Content::Plain(text(&"board ".repeat(1_000)));
    narrative.content.fields.insert("report", Content::Record(record([("board", board)])));
    let mut findings = Findings::default();
    let story = bind(&narrative, &figures(), Readiness::Finished, &nothing_forbidden, &mut findings);
    assert!(shown(&story).len() <= 1 << 20);
    assert_eq!(findings.sorted()[0].code.name, "text-too-long");
}

proptest::proptest! {
    #[test]
    fn any_text_is_bound_without_a_panic(
        prose in "(\\{\\{ contacts( \\| [a-z_]{1,9})? \\}\\}|\\{% if contacts is (rise|fall|available) %\\}|\\{% else %\\}|\\{% endif %\\}|[ ,.\na-z\u{E000}\u{E001}“£{}%]){0,40}",
    ) {
        for readiness in [Readiness::Finished, Readiness::Draft] {
            let (story, findings) = bound(&prose, readiness);
            if !findings.has_errors() {
                let Some(Bound::Prose(Prose(prose))) = story.content.0.get("text") else { panic!() };
                proptest::prop_assert_eq!(prose.matches(Prose::OPEN).count(), story.mentions.len());
            }
        }
    }
}

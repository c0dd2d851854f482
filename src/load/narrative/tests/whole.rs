//! A narrative that uses every key, and what is read of it.

use super::read_project;
use crate::model::{
    Content, DataShape, DataState, Declaration, FigureId, Kind, Narrative, PeriodForm, Polarity, Ratio,
    Record, State, Year, YearsAsked,
};

const WHOLE: &str = r#"
[report]
board = "Exampleshire Safeguarding Children Board"
title = "Annual report 2013/14"
year = "2013-14"
first_month = 4
data_to = "2014-02"
as_at = 2014-09-01
templates = ["executive-summary"]
template_folder = "templates"
website = "www.example.org"
footer = "Published September 2014"
summary = "There were {{ contacts }}."

[terms]
body = "board"
leader = "chair"
guidance = "Working together"

[[data]]
file = "data/*.csv"
supplied_by = "Children's social care"
state = "provisional"
shape = "long"
period = "month"
measures = ["welfare_calls"]
symbols = { ":" = "x", "[low]" = "low" }

[measures.welfare_calls]
label = "Welfare calls"
singular = "welfare call"
plural = "welfare calls"
kind = "percentage"
polarity = "lower"
target = 95.5
weight = "visits"
out_of = "visits"
complete = ["source"]
definition = "Calls made."
source = "Local"
aliases = ["wc"]
headings = ["Calls (MASH)"]

[measures.visits]
label = "Visits"
singular = "visit"
plural = "visits"
kind = "events"

[figures]
a_conversion = { label = "L", conversion = { from = "wc", to = 'visits["source=Police"]' } }
b_percent = { label = "L", percent = { part = "visits", whole = "visits" } }
c_ratio = { label = "L", ratio = { of = "visits", per = "visits" }, singular = "family", plural = "families" }
d_n_of_n = { label = "L", n_of_n = { part = "visits", whole = "visits" } }
e_sum = { label = "L", sum = ["visits", "b_percent"] }
f_difference = { label = "L", difference = { from = "visits", take = "visits" } }
g_average = { label = "L", average = { of = "visits", years = 3 } }
h_range = { label = "L", range = { of = "visits", years = ["2010/11", "2011-12"] } }

[[sections]]
title = "Safeguarding activity"
name = "activity"
text = """
There were {{ contacts["source=Police"].percent_of_total }}.
"""
show = "priorities"
only = ["executive-summary"]
tables = [{ caption = "The front door", figures = ["contacts", "referrals"], columns = ["this year", "2011/12"] }]

[[sections.sections]]
title = "Within"

[[priorities]]
title = "Neglect"
summary = "S"
led_by = "Jo"
impact = "I"
done = ["One", { text = "Two", items = ["a", "b"] }, { file = "text/three.md" }]
next = "Alone"

[[judgements]]
theme = "T"
by = "Ofsted"
date = "March 2014"
grade = "Good"
text = "X"

[[risks]]
risk = "R"
impact = "high"
comment = "C"
group = "G"
"#;

fn whole() -> Narrative {
    let others: &[(&str, &[u8])] =
        &[("data/b.csv", b""), ("data/a.csv", b""), ("data/x/c.csv", b""), ("text/three.md", b"Three")];
    let (narrative, told, _) = read_project(WHOLE, others);
    assert_eq!(told, Vec::<String>::new());
    narrative.unwrap()
}

#[test]
fn settings_data_and_measures_are_read_into_their_types() {
    let narrative = whole();
    let settings = &narrative.settings;
    assert_eq!(settings.year.to_string(), "2013/14");
    assert_eq!(settings.span.to_string(), "2013-04 to 2014-02");
    assert_eq!(settings.as_at.unwrap().to_string(), "2014-09-01");
    assert_eq!(settings.templates, ["executive-summary"]);
    assert_eq!(settings.template_folder.as_deref(), Some("templates"));

    let paths: Vec<_> = narrative.data.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["data/a.csv", "data/b.csv"]);
    let file = &narrative.data[0];
    assert_eq!((file.state, file.shape), (DataState::Come(State::Provisional), Some(DataShape::Long)));
    assert_eq!(file.period, Some(PeriodForm::Month));
    assert_eq!(file.supplied_by.as_deref(), Some("Children's social care"));
    assert_eq!(file.symbols, [(":".to_owned(), 'x'), ("[low]".to_owned(), 'k')]);

    let measure = narrative.measures.iter().find(|measure| measure.id.as_str() == "welfare_calls").unwrap();
    assert_eq!((measure.kind, measure.polarity), (Kind::Percentage, Polarity::LowerIsBetter));
    assert_eq!(measure.target, Ratio::parse("95.5"));
    assert_eq!(measure.weight.as_ref().unwrap().as_str(), "visits");
    assert_eq!(measure.out_of.as_ref().unwrap().as_str(), "visits");
    assert_eq!(
        (measure.aliases.as_slice(), measure.complete.as_slice()),
        (&["wc".to_owned()][..], &["source".to_owned()][..])
    );
}

#[test]
fn declarations_are_read_with_measures_by_their_own_names() {
    let narrative = whole();
    let visits = || FigureId::of("visits");
    let declared =
        |name: &str| narrative.figures.iter().find(|figure| figure.name == name).unwrap().declaration.clone();
    let police = FigureId::parse("visits[source=Police]").unwrap();
    assert_eq!(
        declared("a_conversion"),
        Declaration::Conversion { from: FigureId::of("welfare_calls"), to: police }
    );
    assert_eq!(declared("b_percent"), Declaration::Percent { part: visits(), whole: visits() });
    assert_eq!(declared("c_ratio"), Declaration::Ratio { of: visits(), per: visits() });
    assert_eq!(declared("d_n_of_n"), Declaration::NOfN { part: visits(), whole: visits() });
    assert_eq!(declared("e_sum"), Declaration::Sum(vec![visits(), FigureId::of("b_percent")]));
    assert_eq!(declared("f_difference"), Declaration::Difference { from: visits(), take: visits() });
    assert_eq!(declared("g_average"), Declaration::Average { of: visits(), years: YearsAsked::Latest(3) });
    let years = [2010, 2011].map(|start| Year::beginning(start).unwrap()).to_vec();
    assert_eq!(declared("h_range"), Declaration::Range { of: visits(), years: YearsAsked::These(years) });
}

#[test]
fn sections_and_blocks_are_content_under_their_names() {
    let content = whole().content;
    let names: Vec<_> = content.fields.keys().copied().collect();
    assert_eq!(names, ["judgements", "priorities", "report", "risks", "sections", "terms"]);
    let section = content.records("sections").next().unwrap();
    assert_eq!(
        section.text("text").unwrap().as_str(),
        "There were {{ contacts[\"source=Police\"].percent_of_total }}.\n"
    );
    assert_eq!(section.list("show"), [Content::Choice("priorities")]);
    assert_eq!(section.records("sections").next().unwrap().text("title").unwrap().as_str(), "Within");
    let table = section.records("tables").next().unwrap();
    assert!(matches!(table.list("figures"), [Content::Figure(_), Content::Figure(_)]));
    assert!(matches!(table.list("columns"), [Content::Choice("this year"), Content::Plain(_)]));

    let priority = content.records("priorities").next().unwrap();
    let points = |name: &str| {
        let point =
            |record: &Record| (record.text("text").unwrap().as_str().to_owned(), record.list("items").len());
        priority.records(name).map(point).collect::<Vec<_>>()
    };
    assert_eq!(points("done"), [("One".to_owned(), 0), ("Two".to_owned(), 2), ("Three".to_owned(), 0)]);
    assert_eq!(points("next"), [("Alone".to_owned(), 0)]);
    assert_eq!(content.records("risks").next().unwrap().choice("impact"), Some("high"));
}

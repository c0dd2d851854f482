//! What blocks come to, written by hand, whether they stand in the narrative or in files.

use std::collections::BTreeMap;

use crate::figures::Found;
use crate::load::{Folder, ReadFault};
use crate::model::FigureId;
use crate::narrative::Readiness;
use crate::pipeline::{Assessment, assess};
use crate::words::display;

struct Project(BTreeMap<&'static str, String>);

impl Folder for Project {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        self.0.get(path).map(|text| text.clone().into_bytes()).ok_or(ReadFault::NotFound)
    }

    fn list(&self) -> Vec<String> {
        self.0.keys().map(|path| (*path).to_owned()).collect()
    }
}

const REPORT: &str = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2013/14\"\n";

/// Begins on line 5.
const BLOCKS: &str = "\
[[actions]]\naction = \"A.\"\nowner = \"Police\"\nstatus = \"amber/red\"\ntheme = \"Neglect\"
[[actions]]\naction = \"B.\"\nowner = \"Board manager\"\nstatus = \"green\"
[[actions]]\naction = \"C.\"\nowner = \"Police\"\nstatus = \"green\"
[lists]\nattendance = \"lists/attendance.csv\"\nbudget = \"lists/budget.csv\"\nincome = \"lists/income.csv\"
[figures.left_over]\nlabel = \"Left over\"\ndifference = { from = \"income\", take = \"budget\" }
";

const ATTENDANCE: &str = "Agency,Held,Attended\nPolice,6,5\nSchools,4,4\nHealth,6,0\n";
const BUDGET: &str = "item,amount\nTraining,\"£12,500\"\nStaff,60000\nTraining,500\n";
const INCOME: &str = "source,amount\nPolice,20000\nCouncil,60000\n";

fn assessed(toml: &str, others: &[(&'static str, &str)]) -> Assessment {
    let mut contents: BTreeMap<_, _> =
        others.iter().map(|(path, text)| (*path, (*text).to_owned())).collect();
    contents.insert("narrative.toml", toml.to_owned());
    assess(&Project(contents), "narrative.toml", Readiness::Finished)
}

fn with_lists(toml: &str) -> Assessment {
    let lists =
        [("lists/attendance.csv", ATTENDANCE), ("lists/budget.csv", BUDGET), ("lists/income.csv", INCOME)];
    assessed(toml, &lists)
}

/// What a figure is shown as, its label, and where it comes from.
fn shown(assessment: &Assessment, id: &str) -> String {
    let Found::Figure(figure) = assessment.published.as_ref().unwrap().find(&FigureId::parse(id).unwrap())
    else {
        return "-".to_owned();
    };
    display(figure)
}

fn sources(assessment: &Assessment, id: &str) -> Vec<String> {
    let Found::Figure(figure) = assessment.published.as_ref().unwrap().find(&FigureId::parse(id).unwrap())
    else {
        return Vec::new();
    };
    let path =
        |cell: &crate::model::Cell| &assessment.sources[usize::try_from(cell.place.file.0).unwrap()].path;
    figure.sources.iter().map(|cell| format!("{}:{}:{}", path(cell), cell.line, cell.column)).collect()
}

/// What is found, but for the warning that the budget has two entries of one item, which stand there to be added up.
fn found(assessment: &Assessment) -> Vec<String> {
    let of_training = |finding: &&crate::diagnostic::Finding| finding.code.name == "repeated-entry";
    let place = |finding: &crate::diagnostic::Finding| {
        let place = finding.place.unwrap();
        let source = &assessment.sources[usize::try_from(place.file.0).unwrap()];
        let (line, column) = source.line_and_column(place.start);
        format!("{}:{line}:{column} {}", source.path, finding.code.name)
    };
    assessment.findings.sorted().into_iter().filter(|finding| !of_training(finding)).map(place).collect()
}

#[test]
fn blocks_come_to_what_they_hold() {
    let assessment = with_lists(&format!("{REPORT}{BLOCKS}"));
    assert_eq!(found(&assessment), Vec::<String>::new());
    for (id, expected) in [
        ("actions", "3"),
        ("actions[2013/14]", "3"),
        ("actions.total", "3"),
        ("actions[status=green]", "2"),
        ("actions[status=green].percent_of_total", "66.7%"),
        ("actions[status=green].total", "3"),
        ("actions[status=amber/red]", "1"),
        ("actions[status=red]", "0"),
        ("actions[owner=Police]", "2"),
        ("actions[theme=Neglect]", "1"),
        ("actions[owner=Schools]", "-"),
        ("actions[owner=Schools].total", "-"),
        ("actions.per_month", "-"),
        ("actions.per_10000", "-"),
        ("actions.previous", "-"),
        ("budget", "£73,000"),
        ("budget.total", "£73,000"),
        ("budget[item=Training]", "£13,000"),
        ("budget[item=Training].percent_of_total", "17.8%"),
        ("income", "£80,000"),
        ("left_over", "£7,000"),
        ("attendance", "9"),
        ("meetings", "16"),
        ("attendance.percent_of_total", "56.3%"),
        ("attendance[agency=Police].percent_of_total", "83.3%"),
        ("attendance[agency=Schools].percent_of_total", "100%"),
        ("attendance[agency=Health].percent_of_total", "0%"),
        ("meetings[agency=Police].percent_of_total", "37.5%"),
        ("risks", "-"),
    ] {
        assert_eq!(shown(&assessment, id), expected, "{id}");
    }
}

#[test]
fn every_number_points_at_the_entries_that_make_it() {
    let assessment = with_lists(&format!("{REPORT}{BLOCKS}"));
    for (id, expected) in [
        ("actions[owner=Police]", &["narrative.toml:5:1", "narrative.toml:14:1"][..]),
        ("actions[status=red]", &["narrative.toml:5:1", "narrative.toml:10:1", "narrative.toml:14:1"]),
        ("budget[item=Training]", &["lists/budget.csv:2:2", "lists/budget.csv:4:2"]),
        ("attendance[agency=Schools]", &["lists/attendance.csv:3:3"]),
        ("meetings[agency=Schools]", &["lists/attendance.csv:3:2"]),
    ] {
        assert_eq!(sources(&assessment, id), expected, "{id}");
    }
}

#[test]
fn a_figure_of_blocks_is_described_as_what_it_is() {
    let assessment = with_lists(&format!("{REPORT}{BLOCKS}"));
    for (id, label, unit, period) in [
        ("budget", "Spending", "£", "2013/14"),
        ("actions[status=red]", "Actions, status: red", "actions", "2013/14"),
        (
            "attendance[agency=Police].percent_of_total",
            "Meetings attended, agency: Police, per cent of meetings",
            "%",
            "2013/14",
        ),
        ("budget[item=Staff].percent_of_total", "Spending, item: Staff, per cent of total", "%", "2013/14"),
    ] {
        let id = FigureId::parse(id).unwrap();
        let Found::Figure(figure) = assessment.published.as_ref().unwrap().find(&id) else { panic!("{id}") };
        assert_eq!((figure.label.as_str(), figure.unit.as_str()), (label, unit));
        assert_eq!(figure.period.to_string(), period);
    }
}

#[test]
fn text_can_tell_them() {
    let text = "summary = \"{{ actions['status=green'] | of_whole }}; {{ attendance['agency=Police'] | of_whole }}; {{ budget.total | counted }}; {{ budget['item=Training'] | of_whole }}.\"\n";
    let assessment = with_lists(&format!("{REPORT}{text}{BLOCKS}"));
    assert_eq!(found(&assessment), Vec::<String>::new());
    let told: Vec<&str> = assessment.findings.sorted().iter().map(|f| f.code.name).collect();
    assert_eq!(told, ["repeated-entry"]);
    let told: String = assessment.story.unwrap().mentions.iter().map(ToString::to_string).collect();
    for said in
        ["2 of 3 actions (67%)", "5 of 6 meetings to attend (83%)", "£73,000", "£13,000 of £73,000 (18%)"]
    {
        assert!(told.contains(said), "{said} in {told}");
    }
}

#[test]
fn part_of_a_year_is_counted_for_the_months_that_the_report_covers() {
    let toml = format!("{REPORT}data_to = \"2014-02\"\n{BLOCKS}");
    let assessment = with_lists(&toml);
    assert_eq!(shown(&assessment, "actions"), "3");
    assert_eq!(shown(&assessment, "actions[2013-04 to 2014-02]"), "3");
    assert_eq!(shown(&assessment, "attendance[agency=Police].percent_of_total"), "83.3%");
}

#[test]
fn a_category_that_some_entries_lack_is_not_complete_and_one_that_no_figure_can_name_has_none() {
    let toml = format!(
        "{REPORT}[[members]]\nrole = \"a\"\norganisation = \"x].y\"\n[[members]]\nrole = \"b\"\n\
         organisation = \"Police\"\nstanding = \"voting\"\n"
    );
    let assessment = assessed(&toml, &[]);
    assert_eq!(found(&assessment), Vec::<String>::new());
    for (id, expected) in [
        ("members", "2"),
        ("members[organisation=Police]", "1"),
        ("members[standing=voting]", "1"),
        ("members[standing=observer]", "0"),
    ] {
        assert_eq!(shown(&assessment, id), expected, "{id}");
    }
    let narrative = assessment.narrative.unwrap();
    let members = narrative.measures.iter().find(|measure| measure.id.as_str() == "members").unwrap();
    assert_eq!(members.complete, Vec::<String>::new());
}

#[test]
fn audits_are_counted_from_the_block_only_where_no_data_file_gives_them() {
    let block = "[[audits]]\ntheme = \"Neglect\"\n[[audits]]\ntheme = \"Neglect\"\n";
    let data = "[[data]]\nfile = \"data/a.csv\"\n";
    let awaited = "[[data]]\nfile = \"data/b.csv\"\nstate = \"awaited\"\nmeasures = [\"audits\"]\n";
    for (declared, csv, expected) in [
        ("", "", "2"),
        (data, "measure,period,value\naudits,2013/14,5\n", "5"),
        (data, "measure,period,value\ncontacts,2013/14,5\n", "2"),
        (awaited, "", "[awaited]"),
    ] {
        let assessment = assessed(&format!("{REPORT}{block}{declared}"), &[("data/a.csv", csv)]);
        assert_eq!(shown(&assessment, "audits"), expected, "{declared}{csv}");
    }
}

#[test]
fn names_that_clash_and_parts_above_their_whole_are_told_where_they_are() {
    let own = "label = \"L\"\nsingular = \"a\"\nplural = \"as\"\nkind = \"events\"\n";
    for (added, attendance, expected) in [
        (format!("[measures.actions]\n{own}"), ATTENDANCE, &["narrative.toml:25:11 name-taken"][..]),
        (
            "[figures.budget]\nlabel = \"x\"\nsum = [\"actions\"]\n".to_owned(),
            ATTENDANCE,
            &["narrative.toml:25:10 name-taken"],
        ),
        (format!("[measures.total]\n{own}"), ATTENDANCE, &["narrative.toml:25:11 reserved-name"]),
        (
            format!("[measures.on_time]\n{own}out_of = \"assesments\"\n"),
            ATTENDANCE,
            &["narrative.toml:30:11 undeclared-measure"],
        ),
        (
            format!("[measures.on_time]\n{own}out_of = \"on_time\"\n"),
            ATTENDANCE,
            &["narrative.toml:30:11 circular-figure"],
        ),
        (
            String::new(),
            "agency,held,attended\nPolice,6,5\nHealth,4,5\n",
            &["lists/attendance.csv:3:10 part-above-whole"],
        ),
    ] {
        let lists = [
            ("lists/attendance.csv", attendance),
            ("lists/budget.csv", BUDGET),
            ("lists/income.csv", INCOME),
        ];
        let assessment = assessed(&format!("{REPORT}{BLOCKS}{added}"), &lists);
        assert_eq!(found(&assessment), expected, "{added}");
    }
}

#[test]
fn the_total_has_a_meaning_where_there_are_parts_to_add() {
    let toml = format!(
        "{REPORT}[[actions]]\naction = \"A.\"\nowner = \"B\"\nstatus = \"red\"\n[figures.x]\nlabel = \"x\"\n\
         sum = [\"actions\", \"actions\"]\n"
    );
    let assessment = assessed(&toml, &[]);
    for (id, expected) in [
        ("x", "2"),
        ("x.total", "-"),
        ("actions[status=red].total.percent_of_total", "-"),
        ("actions[status=red].percent_of_total.total", "-"),
        ("agency_workforce.total", "-"),
    ] {
        assert_eq!(shown(&assessment, id), expected, "{id}");
    }
}

//! The style guide of `report-templates/README.md` says what the program says: every row that shows how is run on the
//! data in `tests/style-guide`.

use std::fs;

use lscb_report::disk::ProjectFolder;
use lscb_report::figures::{Found, Published};
use lscb_report::load::{Folder, ReadFault};
use lscb_report::model::FigureId;
use lscb_report::narrative::{Bound, Prose, Readiness, Story};
use lscb_report::{pipeline, words};

use crate::common::repository;

/// A row of the guide.
#[derive(Debug)]
struct Row {
    say: String,
    how: How,
}

/// How a row comes about.
#[derive(Debug)]
enum How {
    /// A text with figures in it.
    Text(String),
    /// A figure as a table's cell shows it.
    Cell(String),
    /// The writer's own words.
    Own,
}

/// What stands before a figure that a table shows.
const CELL: &str = "a table's cell: ";

fn guide() -> Vec<Row> {
    let readme = fs::read_to_string(repository("report-templates/README.md")).unwrap();
    let (_, guide) = readme.split_once("\n## What to say\n").expect("the guide");
    let guide = guide.split("\n## ").next().unwrap();
    let lines = guide.lines().filter(|line| line.starts_with("| "));
    let lines = lines.filter(|line| !line.starts_with("| say |") && !line.starts_with("| ---"));
    lines.map(row).collect()
}

fn row(line: &str) -> Row {
    let cells = line.replace("\\|", "\u{1}");
    let cells: Vec<String> =
        cells.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{1}', "|")).collect();
    let [say, not, how] = cells.as_slice() else { panic!("not three cells: {line}") };
    assert!(!say.is_empty() && !not.is_empty() && !how.is_empty(), "{line}");
    let in_code =
        |text: &str| text.strip_prefix('`').and_then(|text| text.strip_suffix('`')).map(str::to_owned);
    let cell = how.strip_prefix(CELL).and_then(in_code).map(How::Cell);
    let how = cell.or_else(|| in_code(how).map(How::Text)).unwrap_or(How::Own);
    Row { say: say.clone(), how }
}

/// The project behind the guide, with a section for each of its texts.
struct Guide {
    data: ProjectFolder,
    narrative: String,
}

impl Guide {
    fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let folder = repository("tests/style-guide");
        let data = ProjectFolder::open(&folder, &folder.join("report")).unwrap();
        let mut narrative = fs::read_to_string(folder.join("narrative.toml")).unwrap();
        for text in texts {
            narrative += &format!("\n[[sections]]\ntitle = \"Row\"\ntext = '''{text}'''\n");
        }
        Self { data, narrative }
    }
}

impl Folder for Guide {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadFault> {
        if path == "narrative.toml" { Ok(self.narrative.clone().into_bytes()) } else { self.data.read(path) }
    }

    fn list(&self) -> Vec<String> {
        self.data.list()
    }
}

/// What each section says.
fn said(story: &Story) -> Vec<String> {
    let Some(Bound::List(sections)) = story.content.0.get("sections") else { panic!("no sections") };
    let text = |section: &Bound| match section {
        Bound::Record(record) => match record.0.get("text") {
            Some(Bound::Prose(prose)) => spoken(prose, story),
            other => panic!("no text: {other:?}"),
        },
        other => panic!("no section: {other:?}"),
    };
    sections.iter().map(text).collect()
}

/// The prose with the words of its figures in their places.
fn spoken(prose: &Prose, story: &Story) -> String {
    let mut parts = prose.0.split(Prose::OPEN);
    let first = parts.next().unwrap().to_owned();
    let filled = parts.map(|part| {
        let (position, rest) = part.split_once(Prose::CLOSE).unwrap();
        format!("{}{rest}", story.mentions[position.parse::<usize>().unwrap()])
    });
    (first + &filled.collect::<String>()).trim().to_owned()
}

fn shown(figures: &Published, id: &str) -> String {
    let id = FigureId::parse(id).unwrap();
    match figures.find(&id) {
        Found::Figure(figure) => words::display(figure),
        Found::NotHeld(reason) => words::symbol(&reason).to_owned(),
        Found::Unknown => panic!("{id} is not there"),
    }
}

#[test]
fn every_row_of_the_style_guide_is_what_the_program_says() {
    let rows = guide();
    let texts = rows.iter().filter_map(|row| match &row.how {
        How::Text(text) => Some((row, text.as_str())),
        How::Cell(_) | How::Own => None,
    });
    let texts: Vec<(&Row, &str)> = texts.collect();
    assert!(texts.len() >= 25, "the guide runs {} rows only", texts.len());

    let project = Guide::of(texts.iter().map(|(_, text)| *text));
    let assessment = pipeline::assess(&project, "narrative.toml", Readiness::Finished);
    let errors: Vec<_> = assessment.findings.sorted().into_iter().map(|found| &found.message).collect();
    let mut wrong = Vec::new();
    for ((row, text), said) in texts.iter().zip(said(assessment.story.as_ref().unwrap())) {
        if row.say != said {
            wrong.push(format!("{text}\n  says  {said}\n  not   {}", row.say));
        }
    }
    let published = assessment.published.as_ref().unwrap();
    for row in &rows {
        if let How::Cell(id) = &row.how {
            assert_eq!(row.say, shown(published, id), "{id}");
        }
    }
    assert!(wrong.is_empty(), "{}\n{errors:#?}", wrong.join("\n"));
    assert!(!assessment.findings.has_errors(), "{errors:#?}");
}

#[test]
fn the_style_guide_keeps_to_itself() {
    const NEVER: &[&str] = &[
        "significant",
        "sadly",
        "worrying",
        "pleased",
        "proud",
        "dramatic",
        "soared",
        "plummeted",
        "excellent",
        "better",
        "worse",
        "disappointing",
        "1 children",
        "  ",
        " ,",
        "-",
    ];
    for row in guide() {
        let say = row.say.replace("year-to-year", "yearly").to_lowercase();
        for word in NEVER {
            assert!(!say.contains(word), "{:?} says {word:?}", row.say);
        }
    }
}

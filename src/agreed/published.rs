//! `last_published` → what an earlier report printed; and where this year's data give its figures differently.

use std::collections::BTreeMap;

use crate::compare::{Reported, Side};
use crate::diagnostic::codes::agreed::{DIFFERS_FROM_PUBLISHED, NOT_A_FILE_OF_FIGURES};
use crate::diagnostic::{Finding, Findings};
use crate::figures::{Earlier, Printed, Published, PublishedFigure};
use crate::load::Files;
use crate::model::{FigureId, Narrative, Place, Suffix, Text, Year};
use crate::words;

/// How many differences a finding tells one by one.
const TOLD: usize = 20;

/// What the report printed whose file the narrative names; none where it names none or its file can't be read.
pub fn last_published(
    files: &mut Files<'_>,
    narrative: &Narrative,
    findings: &mut Findings,
) -> Option<Earlier> {
    let named = narrative.report_text("last_published")?;
    let id = files.read_beside(named.as_str().trim(), Some(named.whole()), findings)?;
    let (earlier, fault) = match Side::read(&files.get(id)?.text) {
        Ok(side) => (earlier(&side, narrative), "its year has no meaning".to_owned()),
        Err(why) => (None, why.to_string()),
    };
    if earlier.is_none() {
        findings.push(not_figures(named, &fault));
    }
    earlier
}

/// What was printed, by the names that measures and categories have now.
fn earlier(side: &Side, narrative: &Narrative) -> Option<Earlier> {
    let year = narrative.settings.calendar.year(side.report.year.get(..4)?.parse().ok()?)?;
    let id_now = |id: &FigureId| {
        let known =
            narrative.measures.iter().find(|one| one.aliases.iter().any(|alias| alias == id.subject()));
        let id = known.map_or_else(|| id.clone(), |measure| id.clone().of_subject(measure.id.as_str()));
        narrative.renames.id_now(id)
    };
    let printed =
        |figure: &Reported| Printed { words: figure.display.clone(), period: figure.period.clone() };
    let printed: BTreeMap<FigureId, Printed> =
        side.figures.iter().map(|(id, figure)| (id_now(id), printed(figure))).collect();
    let named = side.figures.keys().flat_map(|id| id.selection().iter());
    let called = named.map(|(dimension, name)| (dimension.to_owned(), name.to_owned())).collect();
    Some(Earlier::of(year, printed).calling(called))
}

fn not_figures(named: &Text, why: &str) -> Finding {
    Finding::new(&NOT_A_FILE_OF_FIGURES, format!("`{}` can't be used: {why}", named.as_str().trim()))
        .at(named.whole())
        .help("name the `figures.json` that was built with the earlier report")
}

/// Finds the figures of the year before that this year's data give differently from what was printed.
pub fn check(narrative: &Narrative, published: &Published, findings: &mut Findings) {
    let Some((earlier, named)) = published.earlier().zip(narrative.report_text("last_published")) else {
        return;
    };
    let differing = differing(published);
    let Some(finding) = differs(&differing, earlier.year(), named.whole()) else { return };
    findings.push(finding);
}

/// A figure, what was printed of it, and what it is now.
type Difference = (FigureId, String, String);

fn differing(published: &Published) -> Vec<Difference> {
    let listed = published.with_used([]);
    let of_then = listed.iter().filter(|figure| {
        figure.id.suffixes().last() == Some(&Suffix::Previous)
            && !figure
                .id
                .suffixes()
                .iter()
                .any(|suffix| matches!(suffix, Suffix::Change | Suffix::ChangePercent))
            && figure.outcome.is_ok()
    });
    let difference = |figure: &PublishedFigure| {
        let (then, now) = (published.as_published(figure)?, words::display(figure));
        (then != now).then(|| (figure.id.clone(), words::in_sentence(then).to_owned(), now))
    };
    of_then.filter_map(difference).collect()
}

fn differs(differing: &[Difference], year: Year, named: Place) -> Option<Finding> {
    let (first, then, now) = differing.first()?;
    let message = match differing.len() {
        1 => format!("`{first}` was {then} as published for {year}, and now is {now}"),
        many => format!("{many} figures differ from those published for {year}"),
    };
    let mut finding = Finding::new(&DIFFERS_FROM_PUBLISHED, message)
        .at(named)
        .touching(differing.iter().map(|(id, ..)| id.clone()));
    if differing.len() > 1 {
        for (id, then, now) in differing.iter().take(TOLD) {
            finding = finding.help(format!("`{id}`: {then} as published, now {now}"));
        }
        if let Some(more) = differing.len().checked_sub(TOLD).filter(|more| *more > 0) {
            finding = finding.help(format!("and {more} more"));
        }
    }
    Some(finding.help("say so where it matters, with `| as_published`: \"690 as published; now 674\""))
}

//! `explain`: where a figure comes from, what a measure is, what a finding means.

mod figure;
mod gathered;
mod json;
mod measure;
mod places;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::bail;

use crate::catalogue;
use crate::diagnostic::{Code, Format, codes};
use crate::disk::Project;
use crate::figures::{Found, Published, PublishedFigure};
use crate::model::{FigureId, Measure, fold};
use crate::narrative::Readiness;
use crate::pipeline::Assessment;
use crate::suggest::did_you_mean;

use super::args::{Explain, ExplainFormat};
use super::progress::Progress;
use super::project::open;
use super::{Console, Status};

use gathered::gather;
use json::Told;

/// Explains a name: a code wherever one is, a figure or measure of the project, a measure of the catalogue.
pub(super) fn explain(args: &Explain, console: &mut Console<'_>) -> anyhow::Result<Status> {
    let name = args.name.trim();
    if let Some(code) = codes::find(name) {
        let text = match args.format {
            ExplainFormat::Text => explain_code(code),
            ExplainFormat::Json => Told::code(code).write(),
        };
        write!(console.out, "{text}")?;
        return Ok(Status::Done);
    }
    let assessment = assess(args, &console.progress)?;
    let known = Known { assessment: assessment.as_ref(), measures: measures(assessment.as_ref()) };
    let found = match args.format {
        ExplainFormat::Text => known.explain(name, args.years),
        ExplainFormat::Json => known.json(name, args.years),
    };
    if let Some(text) = found {
        write!(console.out, "{text}")?;
        return Ok(Status::Done);
    }
    // With a narrative at fault, not knowing a name means nothing.
    if let Some(assessment) = assessment.as_ref().filter(|assessment| assessment.published.is_none()) {
        console.show(&assessment.findings, &assessment.sources, Format::Text, "")?;
        return Ok(Status::Found);
    }
    bail!("{}", known.unknown(name))
}

/// The project that was named, or the one here, if there is one: codes and the catalogue need none.
fn assess(args: &Explain, progress: &Progress) -> anyhow::Result<Option<Assessment>> {
    if args.project.is_none() && Project::find(Path::new(".")).is_err() {
        return Ok(None);
    }
    let project = open(args.project.as_deref(), None, progress)?;
    Ok(Some(project.assess(Readiness::Draft)))
}

/// The measures of the narrative, or of the catalogue alone.
fn measures(assessment: Option<&Assessment>) -> Vec<Measure> {
    let narrative = assessment.and_then(|assessment| assessment.narrative.as_ref());
    narrative.map_or_else(catalogue::measures, |narrative| narrative.measures.clone())
}

fn explain_code(code: &Code) -> String {
    format!("{} ({})\n{}\n\n{}\n", code.name, code.severity, code.title, code.explanation)
}

/// What looking a figure up gives, and where.
type Lookup<'a> = (FigureId, Found<&'a PublishedFigure>, &'a Assessment, &'a Published);

/// All that a name may mean.
struct Known<'a> {
    assessment: Option<&'a Assessment>,
    measures: Vec<Measure>,
}

impl Known<'_> {
    /// What is known of a name; none where it means nothing.
    fn explain(&self, name: &str, years: u8) -> Option<String> {
        let figure = self.figure(name, years).or_else(|| self.declared(name));
        let parts: Vec<String> =
            [figure, self.measure(name).map(measure::explain)].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("\n"))
    }

    /// The same for another program; of what is only declared it has nothing to tell.
    fn json(&self, name: &str, years: u8) -> Option<String> {
        let measure = self.measure(name);
        match self.find(name) {
            Some((_, Found::Figure(found), assessment, published)) => {
                let gathered = gather(found, assessment, published, years);
                Some(Told::of(name, Some(&gathered), measure).write())
            }
            Some((id, Found::NotHeld(reason), ..)) => {
                Some(Told::of(name, None, measure).without(&id, &reason).write())
            }
            _ => measure.map(|measure| Told::of(name, None, Some(measure)).write()),
        }
    }

    fn figure(&self, name: &str, years: u8) -> Option<String> {
        match self.find(name)? {
            (_, Found::Figure(found), assessment, published) => {
                Some(figure::explain(&gather(found, assessment, published, years)))
            }
            (id, Found::NotHeld(reason), ..) => Some(format!("{id}\n  not available: {reason}\n")),
            (_, Found::Unknown, ..) => None,
        }
    }

    /// The figure of that id, with where it was looked up.
    fn find(&self, name: &str) -> Option<Lookup<'_>> {
        let assessment = self.assessment?;
        let (narrative, published) = (assessment.narrative.as_ref()?, assessment.published.as_ref()?);
        let id = FigureId::parse(name).ok()?.simplest(narrative.settings.calendar);
        let found = published.find(&id);
        Some((id, found, assessment, published))
    }

    /// A figure that the narrative or the catalogue declares, where there is no more to say of it.
    fn declared(&self, name: &str) -> Option<String> {
        let narrative = self.assessment.and_then(|assessment| assessment.narrative.as_ref());
        let declared = narrative.map_or_else(catalogue::figures, |narrative| narrative.figures.clone());
        declared.iter().find(|figure| figure.name == name).map(measure::explain_declared)
    }

    /// The measure of that id, alias or heading.
    fn measure(&self, name: &str) -> Option<&Measure> {
        let heading = fold(name);
        self.measures.iter().find(|measure| measure.id.as_str() == name).or_else(|| {
            self.measures.iter().find(|measure| {
                let names = measure.aliases.iter().chain(&measure.headings);
                names.chain([&measure.label]).any(|other| fold(other) == heading)
            })
        })
    }

    fn unknown(&self, name: &str) -> String {
        let mut names: BTreeSet<String> = codes::all().map(|code| code.name.to_owned()).collect();
        for measure in &self.measures {
            names.insert(measure.id.to_string());
            names.extend(measure.aliases.iter().cloned());
        }
        let published = self.assessment.and_then(|assessment| assessment.published.as_ref());
        names.extend(
            published.into_iter().flat_map(|all| all.everything()).map(|figure| figure.id.to_string()),
        );
        let near = did_you_mean(name, names.iter().map(String::as_str));
        let near = near.map(|near| format!("; {near}")).unwrap_or_default();
        let elsewhere = match self.assessment {
            None => " (figures are known in a project folder, or with `--project`)",
            Some(_) => "",
        };
        format!("nothing is called `{name}`{near}{elsewhere}")
    }
}

#[cfg(test)]
mod tests;

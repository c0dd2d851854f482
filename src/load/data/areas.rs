//! What was gathered, and the areas that the narrative names → observations in which each number has its area: the
//! board's own, one that it is compared with, or none that the report needs.

use std::collections::BTreeSet;

use crate::diagnostic::codes::data as codes;
use crate::diagnostic::{Code, Finding, Findings};
use crate::model::{
    Area, Areas, DataState, ENGLAND, FigureId, FileId, Name, Narrative, Observation, ObservationKey,
    Observations, Reason, Release, Text, fold,
};
use crate::suggest::did_you_mean;

use super::gather::{Gathered, Of, Series};
use super::gazetteer::Gazetteer;
use super::once::{Once, Settled};

/// What one file gave, and the file: its number, and who supplied it.
pub(super) struct FromFile<'n> {
    pub(super) file: FileId,
    pub(super) supplied_by: Option<&'n str>,
    pub(super) gathered: Gathered,
}

/// Settles which areas are which, with a finding for each that is named and can't be found, and brings together what
/// the files give.
pub(super) fn settle(
    files: Vec<FromFile<'_>>,
    narrative: &Narrative,
    findings: &mut Findings,
) -> Observations {
    let suppliers = files.iter().filter_map(|file| Some((file.file, file.supplied_by?))).collect();
    let mut gazetteer = Gazetteer::default();
    let (mut given, mut stated, mut targets) = (Vec::new(), Vec::new(), Vec::new());
    for (number, FromFile { gathered, .. }) in files.into_iter().enumerate() {
        gazetteer.join(gathered.gazetteer);
        given.extend(gathered.series.into_iter().map(|series| (number, series)));
        stated.extend(gathered.stated);
        targets.extend(gathered.targets);
    }
    let local = local_names(&given);
    let mut settling = Settling { gazetteer: &gazetteer, local: &local, narrative, findings };
    let areas = settling.areas();
    let whose = Owner::of(&areas, narrative);
    let given = given.into_iter().filter_map(|(file, series)| whose.settle(file, series)).collect();
    let stated = stated.into_iter().filter_map(|((area, figure, span), reading)| {
        Some(((whose.whose(&area, &Release::Official)?, figure, span), reading))
    });
    let mut once = Once { suppliers: &suppliers, findings: &mut *settling.findings };
    let observed = once.values(given);
    let stated = once.stated(stated);
    let targets = once.targets(targets.into_iter());
    let mut observations = Observations::of(observed);
    (observations.stated, observations.targets) = (stated, targets);
    settling.only_elsewhere(&observations, &areas);
    settling.only_earlier(&observations);
    observations.areas = areas;
    observations
}

/// What a column `area` of other files calls areas, folded.
fn local_names(given: &[(usize, Series)]) -> BTreeSet<String> {
    let named = given.iter().map(|(_, series)| &series.of).filter(|of| of.release != Release::Official);
    let areas: BTreeSet<&Name> = named
        .filter_map(|of| match &of.area {
            Area::Other(name) => Some(name),
            Area::Own => None,
        })
        .collect();
    areas.into_iter().map(|name| fold(name)).collect()
}

/// Tells whose a number is, by what its file calls the area.
struct Owner<'a> {
    areas: &'a Areas,
    /// What the narrative calls the board's own area, folded.
    own: Option<String>,
    keeps_all: bool,
}

impl<'a> Owner<'a> {
    fn of(areas: &'a Areas, narrative: &Narrative) -> Self {
        let own = areas.own.as_ref().map(|own| fold(own));
        Self { areas, own, keeps_all: narrative.settings.benchmarks.keeps_every_area }
    }

    /// Whether an area is one that the board is compared with.
    fn needs(&self, code: &str) -> bool {
        self.keeps_all
            || code == ENGLAND
            || self.areas.region.as_deref() == Some(code)
            || self.areas.neighbours.iter().any(|neighbour| neighbour == code)
    }

    /// Whose it is; nobody's where nothing is compared with it.
    fn whose(&self, area: &Area, release: &Release) -> Option<Area> {
        let Area::Other(text) = area else { return Some(Area::Own) };
        let code = self.areas.code(text);
        if self.areas.own.as_ref().is_some_and(|own| own == code)
            || self.own.as_ref().is_some_and(|own| *own == fold(text))
        {
            return Some(Area::Own);
        }
        let keep = *release != Release::Official || self.needs(code);
        keep.then(|| Area::Other(if **text == *code { text.clone() } else { Name::from(code) }))
    }

    fn settle(&self, file: usize, series: Series) -> Option<Settled> {
        let Series { of, formerly, mut values, after } = series;
        let area = self.whose(&of.area, &of.release)?;
        if area != of.area {
            values.iter_mut().for_each(|(key, _)| key.area = area.clone());
        }
        let written = of.area.clone();
        Some(Settled { of: Of { area, ..of }, written, formerly, file, values, after })
    }
}

struct Settling<'s> {
    gazetteer: &'s Gazetteer,
    local: &'s BTreeSet<String>,
    narrative: &'s Narrative,
    findings: &'s mut Findings,
}

impl Settling<'_> {
    fn areas(&mut self) -> Areas {
        let benchmarks = &self.narrative.settings.benchmarks;
        let own = benchmarks.area.as_ref().and_then(|text| self.code(text));
        if benchmarks.area.is_none() {
            self.say_unnamed();
        }
        let region = match &benchmarks.region {
            Some(text) => self.code(text),
            None => own.as_deref().and_then(|code| self.gazetteer.region_of(code)).map(str::to_owned),
        };
        let mut neighbours: Vec<String> = Vec::new();
        for text in &benchmarks.neighbours {
            let Some(code) = self.code(text) else { continue };
            if own.as_ref() == Some(&code) || neighbours.contains(&code) {
                self.say_no_neighbour(text, own.as_ref() == Some(&code));
            } else {
                neighbours.push(code);
            }
        }
        Areas { names: self.gazetteer.names(), own, region, neighbours, average: benchmarks.average }
    }

    /// The code of an area that the narrative names; what no data file could tell is taken as it is written.
    fn code(&mut self, text: &Text) -> Option<String> {
        let written = text.as_str().trim();
        let found: Vec<String> = self.gazetteer.find(written).into_iter().map(str::to_owned).collect();
        match found.as_slice() {
            [code] => Some(code.clone()),
            [] if self.may_stand_unfound(written) => Some(written.to_owned()),
            [] => {
                let near = did_you_mean(written, self.gazetteer.spellings());
                let help = near
                    .unwrap_or_else(|| "write its code as open data give it, such as `E08000035`".to_owned());
                let message = format!("no data file gives numbers of an area `{written}`");
                self.tell(&codes::UNKNOWN_AREA, message, text, &help);
                None
            }
            several => {
                let quoted: Vec<String> = several.iter().map(|code| format!("`{code}`")).collect();
                let listed = quoted.join(" and ");
                let message = format!("`{written}` is the name of several areas: {listed}");
                let help = "write the code of the one that is meant: a name that stayed when boundaries changed has one \
                            code for before and one for after";
                self.tell(&codes::AMBIGUOUS_AREA, message, text, help);
                None
            }
        }
    }

    /// Whether an area may not be found and be right all the same: by a file that is still to come, by one of another
    /// shape, or because there are no open data at all and the area only says who the board is.
    fn may_stand_unfound(&self, written: &str) -> bool {
        let awaited = self.narrative.data.iter().any(|file| file.state == DataState::Awaited);
        let is_own = |text: &Text| text.as_str().trim() == written;
        let own_alone =
            self.gazetteer.is_empty() && self.narrative.settings.benchmarks.area.as_ref().is_some_and(is_own);
        awaited || own_alone || self.local.contains(&fold(written))
    }

    fn tell(&mut self, code: &'static Code, message: String, text: &Text, help: &str) {
        self.findings.push(Finding::new(code, message).at(text.whole()).help(help));
    }

    fn say_no_neighbour(&mut self, text: &Text, is_own: bool) {
        let what = if is_own { "is the board's own area" } else { "is listed twice" };
        let message = format!("`{}` {what}", text.as_str().trim());
        self.tell(&codes::NOT_A_NEIGHBOUR, message, text, "take it out of `neighbours`");
    }

    fn say_unnamed(&mut self) {
        let Some(place) = self.gazetteer.authorities_at else { return };
        let count = self.gazetteer.authorities();
        let message = match count {
            1 => "the file gives numbers of a local authority, and the narrative does not say whether it is the board's"
                .to_owned(),
            _ => format!("the file gives numbers of {count} local authorities, and the narrative does not say which is the board's"),
        };
        let finding = Finding::new(&codes::AREA_NOT_NAMED, message)
            .at(place)
            .help("say so under `[report]`: `area = \"…\"`, with its code");
        self.findings.push(finding);
    }

    /// Measures that the board's rows give in earlier releases only: the latest stands where `release` is blank.
    fn only_earlier(&mut self, observations: &Observations) {
        for of_measure in observations.by_measure() {
            let own = || of_measure.iter().flatten().filter(|(key, _)| key.area == Area::Own);
            if own().any(|(key, _)| !matches!(key.release, Release::Earlier(_))) {
                continue;
            }
            let releases: BTreeSet<&str> = own()
                .filter_map(|(key, _)| match &key.release {
                    Release::Earlier(release) => Some(&**release),
                    Release::Current | Release::Official => None,
                })
                .collect();
            let first = own().min_by_key(|(_, observation)| observation.cell.place);
            let Some((ObservationKey { measure, .. }, Observation { cell, .. })) = first else { continue };
            let named: Vec<String> = releases.into_iter().map(|release| format!("`{release}`")).collect();
            let message = format!(
                "`{measure}`: the data give it in the release {} only, not as it stands now",
                named.join(" and ")
            );
            let finding = Finding::new(&codes::ONLY_EARLIER_RELEASES, message)
                .at(cell.place)
                .touching([FigureId::of(measure)])
                .help("leave `release` blank where a number is the latest; name only those that it replaces");
            self.findings.push(finding);
        }
    }

    /// Measures that other files give for other areas only: a slip, since the board's own rows leave the area blank.
    fn only_elsewhere(&mut self, observations: &Observations, known: &Areas) {
        for of_measure in observations.by_measure() {
            if of_measure.iter().flatten().any(|(key, _)| key.area == Area::Own) {
                continue;
            }
            let current = || of_measure.iter().flatten().filter(|(key, _)| key.release == Release::Current);
            let areas: BTreeSet<&str> = current()
                .filter_map(|(key, _)| match &key.area {
                    Area::Other(area) => Some(&**area),
                    Area::Own => None,
                })
                .collect();
            let first = current().min_by_key(|(_, observation)| observation.cell.place);
            let Some((ObservationKey { measure, .. }, Observation { cell, .. })) = first else { continue };
            let named = areas.into_iter().map(|code| known.name(code).to_owned()).collect();
            let message = format!("`{measure}`: {}", Reason::OnlyOtherAreas(named));
            let finding = Finding::new(&codes::ONLY_OTHER_AREAS, message)
                .at(cell.place)
                .touching([FigureId::of(measure)])
                .help(
                    "leave `area` blank where a number is the board's own, or name its area: `[report] area`",
                );
            self.findings.push(finding);
        }
    }
}

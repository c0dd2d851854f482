//! What is said of columns and counts that can't be laid on each other.

use super::Columns;
use crate::diagnostic::Finding;
use crate::diagnostic::codes::cases as codes;
use crate::diagnostic::codes::data::UNUSABLE_DIMENSION;
use crate::load::data::unusable_dimension;
use crate::model::{CaseCount, Heading};
use crate::suggest::did_you_mean;

impl Columns<'_, '_, '_> {
    pub(super) fn is_usable(&mut self, dimension: &str, column: &Heading) -> bool {
        let why = unusable_dimension(dimension);
        if let Some(why) = why {
            let message = format!("`{dimension}` can't name a dimension: {why}");
            let finding = Finding::new(&UNUSABLE_DIMENSION, message);
            let finding = finding.help("rename it, for example to `source` or `age_group`");
            self.opened.report(match column.place {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
        why.is_none()
    }

    pub(super) fn say_missing(&mut self, heading: &Heading, count: &CaseCount) {
        if heading.place.is_some() {
            self.say_unknown(heading);
            return;
        }
        let message = format!(
            "`{}` is not counted in `{}`: there is no column `{}`",
            count.measure,
            self.opened.path,
            heading.name()
        );
        let finding = self.opened.finding(&codes::PRESET_COLUMN_MISSING, message);
        self.opened.report(
            finding
                .help(
                    "if it is there by another name, count it with a `[[data.count]]` that names the column",
                )
                .help(format!(
                    "if it is not wanted, name the `measures` that are, without `{}`",
                    count.measure
                )),
        );
    }

    pub(super) fn say_unknown(&mut self, heading: &Heading) {
        let message = format!("`{}` has no column `{}`", self.opened.path, heading.name());
        let near = did_you_mean(heading.name(), self.headings.iter().map(|heading| heading.trim()));
        let finding = self
            .opened
            .finding(&codes::UNKNOWN_COLUMN, message)
            .help(near.unwrap_or_else(|| self.columns_there()));
        self.opened.report(match heading.place {
            Some(place) => finding.at(place),
            None => finding,
        });
    }

    /// The headings there are, where they are few enough to be read.
    fn columns_there(&self) -> String {
        let named: Vec<String> =
            self.headings.iter().map(|heading| format!("`{}`", heading.trim())).collect();
        if named.len() > 12 {
            return "write the heading as it stands in the file".to_owned();
        }
        format!("write the heading as it stands in the file: {}", named.join(", "))
    }

    pub(super) fn say_misfit(&mut self, count: &CaseCount, why: &str) {
        let message = format!("`{}` can't be counted so: {why}", count.measure);
        let finding = self.opened.finding(&codes::COUNT_DOES_NOT_FIT, message);
        self.opened.report(match count.place {
            Some(place) => finding.at(place),
            None => finding,
        });
    }

    pub(super) fn say_without_day(&mut self) {
        let message = format!(
            "the rows of `{}` have no dates, and nothing says on which day it stood",
            self.opened.path
        );
        let finding = self.opened.finding(&codes::COUNT_DOES_NOT_FIT, message);
        self.opened
            .report(finding.help("give the day beside the file's name in the narrative: `on = 2025-03-31`"));
    }

    pub(super) fn say_nothing_counted(&mut self) {
        let message = match self.preset {
            Some(preset) => format!("`{}` is {}: nothing is counted in it", self.opened.path, preset.title),
            None => format!("nothing is counted in `{}`", self.opened.path),
        };
        let finding = self.opened.finding(&codes::NOTHING_COUNTED, message);
        self.opened
            .report(finding.help("say what with `[[data.count]]`, or take the file out of the narrative"));
    }
}

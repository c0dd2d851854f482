//! What the narrative allows: findings with its reason beside them, which are no longer told.

use super::{Finding, Findings, Severity};
use crate::model::{Allowance, FigureId, SourceFile};

impl Findings {
    /// Marks the findings that are allowed, and gives those of `allowances` that no finding used.
    pub fn allow<'n>(&mut self, allowances: &'n [Allowance], sources: &[SourceFile]) -> Vec<&'n Allowance> {
        let mut unused: Vec<&Allowance> = allowances.iter().collect();
        for finding in self.each_mut().filter(|finding| finding.code.severity != Severity::Error) {
            let path = path_of(finding, sources);
            let fitting = |allowance: &&Allowance| fits(allowance, finding, path.as_deref());
            let reason = allowances.iter().find(fitting).map(|allowance| allowance.reason.clone());
            // A second allowance of the same finding is used too: which of them counts is no matter.
            unused.retain(|allowance| !fitting(allowance));
            finding.allowed = reason;
        }
        unused
    }
}

fn path_of(finding: &Finding, sources: &[SourceFile]) -> Option<String> {
    let index = usize::try_from(finding.place?.file.0).ok()?;
    sources.get(index).map(|source| source.path.clone())
}

fn fits(allowance: &Allowance, finding: &Finding, path: Option<&str>) -> bool {
    allowance.code == finding.code.name
        && allowance.file.as_deref().is_none_or(|file| path == Some(file))
        && allowance.figure.as_ref().is_none_or(|figure| finding.figures.iter().any(|id| covers(figure, id)))
}

/// Whether an allowance for a figure is one for `id`: a name alone covers its months, categories and all that is made
/// of it.
fn covers(figure: &FigureId, id: &FigureId) -> bool {
    let is_name = *figure == FigureId::of(figure.subject());
    figure == id || (is_name && figure.subject() == id.subject())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::codes::files::FILE_NOT_FOUND;
    use crate::diagnostic::codes::meaning::{CONVERSION_OVER_100, MONTH_NOT_SUPPLIED};
    use crate::diagnostic::{Finding, Findings};
    use crate::model::{Allowance, FigureId, FileId, Place, SourceFile};

    fn allowance(code: &str, figure: Option<&str>, file: Option<&str>) -> Allowance {
        Allowance {
            code: code.to_owned(),
            reason: "settled".to_owned(),
            figure: figure.map(|id| FigureId::parse(id).unwrap()),
            file: file.map(str::to_owned),
            place: Place::start_of(FileId(0)),
        }
    }

    /// Which findings are allowed, and how many allowances are left over.
    fn allowed(allowances: &[Allowance]) -> (Vec<&'static str>, usize) {
        let mut findings = Findings::default();
        let month = FigureId::parse("contacts[2013-05]").unwrap();
        let at = |file| Place::start_of(FileId(file));
        findings.push(Finding::new(&FILE_NOT_FOUND, "gone"));
        findings.push(Finding::new(&MONTH_NOT_SUPPLIED, "gap").at(at(1)).touching([month]));
        findings.push(Finding::new(&CONVERSION_OVER_100, "over").at(at(2)));
        let source = |path: &str| SourceFile {
            path: path.into(),
            text: String::new(),
            fingerprint: String::new(),
            sheet: None,
            case_list: None,
        };
        let sources = ["narrative.toml", "data/a.csv", "data/b.csv"].map(source);
        let unused = findings.allow(allowances, &sources).len();
        let sorted = findings.sorted();
        (sorted.iter().filter(|f| f.allowed.is_some()).map(|f| f.code.name).collect(), unused)
    }

    #[test]
    fn an_allowance_is_for_its_code_its_figure_and_its_file() {
        for (allowance, expected) in [
            (allowance("conversion-over-100", None, None), &["conversion-over-100"][..]),
            (allowance("conversion-over-100", None, Some("data/b.csv")), &["conversion-over-100"]),
            (allowance("conversion-over-100", None, Some("data/a.csv")), &[]),
            (allowance("month-not-supplied", Some("contacts"), None), &["month-not-supplied"]),
            (allowance("month-not-supplied", Some("contacts[2013-05]"), None), &["month-not-supplied"]),
            (allowance("month-not-supplied", Some("contacts[2013-06]"), None), &[]),
            (allowance("month-not-supplied", Some("referrals"), None), &[]),
            (allowance("file-not-found", None, None), &[]),
        ] {
            let unused = usize::from(expected.is_empty());
            assert_eq!(
                allowed(std::slice::from_ref(&allowance)),
                (expected.to_vec(), unused),
                "{allowance:?}"
            );
        }
    }

    #[test]
    fn two_allowances_of_one_finding_are_both_used() {
        let twice = [
            allowance("month-not-supplied", None, None),
            allowance("month-not-supplied", Some("contacts"), None),
        ];
        assert_eq!(allowed(&twice), (vec!["month-not-supplied"], 0));
    }
}

//! Numbers with a typed blank between their thousands, which may be two numbers: refused, and told once a column.

use std::collections::BTreeMap;

use crate::diagnostic::Finding;

use super::export::Export;

/// What is to be told of such cells, by column.
#[derive(Debug, Default)]
pub(super) struct Blanked(BTreeMap<usize, Vec<Finding>>);

/// Whether a text is digits in threes with a blank between them: `1 234`.
pub(super) fn is_blanked(text: &str) -> bool {
    let mut groups = text.split(' ');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    groups.next().is_some_and(|first| first.len() <= 3 && digits(first))
        && text.contains(' ')
        && groups.all(|group| group.len() == 3 && digits(group))
}

impl Blanked {
    /// Keeps what is to be told of a cell of a column, counted from 0.
    pub(super) fn keep(&mut self, column: usize, finding: Finding) {
        self.0.entry(column).or_default().push(finding);
    }

    /// Tells of each column once, at its first such cell.
    pub(super) fn report(self, export: &mut Export<'_>) {
        for findings in self.0.into_values() {
            let others = findings.len().saturating_sub(1);
            let mut findings = findings.into_iter();
            let Some(mut first) = findings.next() else { continue };
            if others > 0 {
                let more =
                    if others == 1 { "1 more number".to_owned() } else { format!("{others} more numbers") };
                first
                    .message
                    .push_str(&format!(": it has a blank within it, and so have {more} of the column"));
                first = first
                    .help("for the whole column: in a spreadsheet, replace the blank by nothing, or export the cells without a mark between thousands")
                    .touching(findings.flat_map(|finding| finding.figures));
            }
            export.report(first);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_blanked;

    #[test]
    fn digits_in_threes_are_numbers_with_blanks_between_thousands() {
        for (text, blanked) in [
            ("1 234", true),
            ("12 345 678", true),
            ("1234", false),
            ("1 23", false),
            ("1234 567", false),
            ("1  234", false),
            ("a 234", false),
            (" 234", false),
            ("", false),
        ] {
            assert_eq!(is_blanked(text), blanked, "{text:?}");
        }
    }
}

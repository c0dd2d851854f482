//! Numbers with a typed blank between their thousands, which may be two numbers: refused, and told once a file.

use crate::diagnostic::Finding;

use super::export::Export;

/// What is to be told of such cells, in their order.
#[derive(Debug, Default)]
pub(super) struct Blanked(Vec<Finding>);

/// Whether a text is digits in threes with a blank between them: `1 234`.
pub(super) fn is_blanked(text: &str) -> bool {
    let mut groups = text.split(' ');
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    groups.next().is_some_and(|first| first.len() <= 3 && digits(first))
        && text.contains(' ')
        && groups.all(|group| group.len() == 3 && digits(group))
}

impl Blanked {
    /// Keeps what is to be told of a cell.
    pub(super) fn keep(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Tells of all of them at the first: they come of one way of writing.
    pub(super) fn report(self, export: &mut Export<'_>) {
        let others = self.0.len().saturating_sub(1);
        let mut findings = self.0.into_iter();
        let Some(mut first) = findings.next() else { return };
        if others > 0 {
            let more = if others == 1 {
                "has 1 more number".to_owned()
            } else {
                format!("have {others} more numbers")
            };
            first.message.push_str(&format!(": it has a blank within it, and so {more} of the file"));
            first = first
                .help("for all of them: in a spreadsheet, replace the blank by nothing, or export the cells without a mark between thousands")
                .touching(findings.flat_map(|finding| finding.figures));
        }
        export.report(first);
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

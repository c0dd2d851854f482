//! What is probably wrong with a cell that is no period.

use super::written::Written;

/// What to do about a slip that can be told from the text; none where it can't.
pub(super) fn slip(text: &str) -> Option<String> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let year = |part: &str| part.len() == 4 && digits(part);
    if !text.is_empty() && text.bytes().all(|b| b == b'#') {
        return Some(
            "the column was too narrow in the spreadsheet to show it: widen it, and export again".to_owned(),
        );
    }
    if text.len() == 5 && digits(text) {
        return Some(
            "a spreadsheet counts days so: give the column a date format there, and export it again"
                .to_owned(),
        );
    }
    if let Some((first, last)) = text.split_once(" to ")
        && Written::parse(first).is_some()
        && Written::parse(last).is_some()
    {
        return Some("give the first month before `to` and the last behind it, both as `2013-04`".to_owned());
    }
    let (start, end) = text.split_once(['/', '-'])?;
    let later = start.parse::<i32>().ok()?.checked_add(1)?;
    if year(start) && digits(end) && (end.len() == 4 || text.contains('/') && end.len() == 2) {
        return Some(format!("the year that begins so is written `{start}/{:02}`", later.rem_euclid(100)));
    }
    (digits(start) && digits(end) && start.len() <= 2 && end.len() <= 2)
        .then(|| "add the year: `31/03/2014`".to_owned())
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn common_slips_are_told() {
        for (text, words) in [
            ("########", "too narrow"),
            ("45382", "date format"),
            ("2023-06 to 2023-04", "before `to`"),
            ("2023/25", "`2023/24`"),
            ("2024/23", "`2024/25`"),
            ("1999/01", "`1999/00`"),
            ("31/03", "add the year"),
        ] {
            assert!(slip(text).is_some_and(|said| said.contains(words)), "{text}: {:?}", slip(text));
        }
        for text in ["", "last year", "2O23-04", "2023-13", "30/02/2024", "2023-24 Q5", "Aprl 2023"] {
            assert_eq!(slip(text), None, "{text}");
        }
    }
}

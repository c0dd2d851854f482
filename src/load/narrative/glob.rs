//! Patterns for files: `*` stands for any letters of a name and `?` for one, within a part of the path.

/// Whether `pattern` is one, and not just a path.
pub(super) fn is_pattern(pattern: &str) -> bool {
    pattern.contains(['*', '?'])
}

/// Whether `path` fits `pattern`.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let (mut patterns, mut parts) = (pattern.split('/'), path.split('/'));
    loop {
        match (patterns.next(), parts.next()) {
            (None, None) => return true,
            (Some(pattern), Some(part)) if part_matches(pattern, part) => {}
            _ => return false,
        }
    }
}

/// Matches from left to right; where that fails, the last `*` takes one letter more. Time is at most the product of
/// the lengths, whatever the pattern.
fn part_matches(pattern: &str, part: &str) -> bool {
    let (mut pattern, mut rest) = (pattern.chars(), part.chars());
    let mut last_star = None;
    loop {
        let untaken = rest.clone();
        match (pattern.next(), rest.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                rest = untaken;
                last_star = Some((pattern.clone(), rest.clone()));
            }
            (Some(wanted), Some(letter)) if wanted == '?' || wanted == letter => {}
            _ => {
                let Some((after_star, mut taken)) = last_star.take() else { return false };
                if taken.next().is_none() {
                    return false;
                }
                (pattern, rest) = (after_star.clone(), taken.clone());
                last_star = Some((after_star, taken));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_and_question_marks_stay_within_a_part_of_the_path() {
        for (pattern, path, fits) in [
            ("data/*.csv", "data/contacts.csv", true),
            ("data/*.csv", "data/.csv", true),
            ("data/*.csv", "data/police/calls.csv", false),
            ("*/*.csv", "data/contacts.csv", true),
            ("data/q?.csv", "data/q1.csv", true),
            ("data/q?.csv", "data/q.csv", false),
            ("data/*a*b*.csv", "data/xxaxxbx.csv", true),
            ("data/*a*b*.csv", "data/xxbxxax.csv", false),
            ("data/*.csv", "data/contacts.csv.bak", false),
            ("*", "é", true),
            ("**", "", true),
            ("?", "é", true),
            ("data/contacts.csv", "data/Contacts.csv", false),
            ("*aaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
        ] {
            assert_eq!(matches(pattern, path), fits, "{pattern} {path}");
        }
    }
}

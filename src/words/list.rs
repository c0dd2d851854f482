//! Lists in a sentence.

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn listed(items: &[String]) -> String {
    separators(items.len()).zip(items).flat_map(|(before, item)| [before, item]).collect()
}

/// What stands before each of `count` items in a sentence: nothing, then commas, before the last "and".
pub(super) fn separators(count: usize) -> impl Iterator<Item = &'static str> {
    (1..=count).map(move |number| match number {
        1 => "",
        last if last == count => " and ",
        _ => ", ",
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_last_two_are_joined_by_and() {
        let listed =
            |items: &[&str]| super::listed(&items.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b"]), "a and b");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
    }
}

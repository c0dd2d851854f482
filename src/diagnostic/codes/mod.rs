//! The registry of all kinds of finding, from which `explain`, the README's table and the tests are fed.

use super::Code;

pub mod agreed;
pub mod carried;
pub mod data;
pub mod files;
pub mod look;
pub mod meaning;
pub mod narrative;
pub mod pages;
pub mod said;
pub mod text;

/// Every code, by the stage that finds it.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        files::ALL,
        look::ALL,
        narrative::ALL,
        data::ALL,
        meaning::ALL,
        said::ALL,
        carried::ALL,
        agreed::ALL,
        text::ALL,
        pages::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    all().find(|code| code.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_code_has_a_name_of_its_own_in_kebab_case_and_an_explanation() {
        let mut names = BTreeSet::new();
        for code in super::all() {
            assert!(names.insert(code.name), "{} stands twice", code.name);
            assert!(
                code.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                "{}",
                code.name
            );
            assert!(!code.title.is_empty() && !code.title.ends_with('.'), "{}", code.name);
            assert!(code.explanation.len() > 80, "{} is not explained", code.name);
        }
    }
}

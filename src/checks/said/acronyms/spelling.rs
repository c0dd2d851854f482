//! Whether an acronym is spelt out beside it: "initial child protection conference (ICPC)", or the other way about.

use super::word::Word;

/// Words that may stand in a name without a letter for them.
const SMALL: &[&str] = &[
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under", "with",
];

/// How many words may stand for each letter, small ones among them.
const WORDS_A_LETTER: usize = 2;

/// Whether the words before or after the acronym at `position` spell it out, apart from it by a bracket, dash or comma.
pub(super) fn is_beside(acronym: &str, words: &[Word<'_>], position: usize, text: &str) -> bool {
    is_before(acronym, words, position, text) || is_after(acronym, words, position, text)
}

/// Whether words begin with what an acronym stands for.
pub(super) fn opens(acronym: &str, words: &[Word<'_>]) -> bool {
    let skipped = words.iter().take_while(|word| is_small(&lower(word))).count();
    [0, skipped].into_iter().any(|from| {
        let words: Vec<String> = words.iter().skip(from).take(reach(acronym)).map(lower).collect();
        (2..=words.len()).any(|length| words.get(..length).is_some_and(|words| is_spelt_by(acronym, words)))
    })
}

/// `initial child protection conference (ICPC)`, `… (the ICPC)`, `…, or ICPC,`.
fn is_before(acronym: &str, words: &[Word<'_>], position: usize, text: &str) -> bool {
    const BETWEEN: &[&str] = &["the", "an", "a", "or", "called", "known", "as", "hereafter"];
    let before = words.get(..position).unwrap_or_default();
    let between = before.iter().rev().take_while(|word| BETWEEN.contains(&lower(word).as_str())).count();
    let before = before.get(..before.len() - between).unwrap_or_default();
    let (Some(last), Some(word)) = (before.last(), words.get(position)) else { return false };
    let gap = text.get(last.range.end..word.range.start).unwrap_or_default();
    if !gap.contains(['(', '[', ',', '–', '—', '|', ':']) || gap.contains([')', '.']) {
        return false;
    }
    let lowered: Vec<String> = before.iter().rev().take(reach(acronym)).rev().map(lower).collect();
    (0..lowered.len()).any(|from| lowered.get(from..).is_some_and(|words| is_spelt_by(acronym, words)))
}

/// `ICPC (initial child protection conference)`, `ICPC: initial …`, `| ICPC | initial … |`.
fn is_after(acronym: &str, words: &[Word<'_>], position: usize, text: &str) -> bool {
    let after = words.get(position + 1..).unwrap_or_default();
    let (Some(word), Some(next)) = (words.get(position), after.first()) else { return false };
    let gap = text.get(word.range.end..next.range.start).unwrap_or_default();
    gap.contains(['(', '[', ',', '–', '—', '|', ':', '='])
        && !gap.contains([')', '.'])
        && opens(acronym, after)
}

/// How many words an acronym can stand for.
fn reach(acronym: &str) -> usize {
    acronym.len() * WORDS_A_LETTER
}

fn lower(word: &Word<'_>) -> String {
    word.written.to_lowercase()
}

fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Whether these words, all of them, make the acronym: each but the small ones gives its initial, and after it perhaps
/// further letters ("co" of "coordinator").
fn is_spelt_by(acronym: &str, words: &[String]) -> bool {
    let letters: Vec<char> =
        acronym.chars().filter(char::is_ascii_uppercase).map(|c| c.to_ascii_lowercase()).collect();
    let starts =
        words.first().is_some_and(|word| letters.first().is_some_and(|letter| word.starts_with(*letter)));
    words.len() >= 2 && starts && spells(&letters, words)
}

fn spells(letters: &[char], words: &[String]) -> bool {
    let Some((word, others)) = words.split_first() else { return letters.is_empty() };
    let by_initial = letters.split_first().is_some_and(|(letter, rest)| {
        word.strip_prefix(*letter).is_some_and(|tail| {
            (0..=taken_within(rest, tail))
                .any(|taken| rest.get(taken..).is_some_and(|letters| spells(letters, others)))
        })
    });
    by_initial || is_small(word) && spells(letters, others)
}

/// How many of the next letters stand in the rest of a word, in order.
fn taken_within(letters: &[char], tail: &str) -> usize {
    let mut characters = tail.chars();
    letters.iter().take_while(|letter| characters.any(|character| character == **letter)).count()
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::{is_beside, opens};

    #[track_caller]
    fn is_spelt(acronym: &str, text: &str) -> bool {
        let words = words(text);
        let position = words.iter().position(|word| word.written.starts_with(acronym)).unwrap();
        is_beside(acronym, &words, position, text)
    }

    #[test]
    fn an_acronym_is_spelt_out_before_or_after_it() {
        for (acronym, text) in [
            ("ICPC", "An initial child protection conference (ICPC) is held"),
            ("ICPC", "Initial Child Protection Conferences (ICPCs)"),
            ("ICPC", "ICPCs (initial child protection conferences, held in time)"),
            ("ICPC", "- ICPC: initial child protection conference"),
            ("ICPC", "| ICPC | initial child protection conference |"),
            ("MAPPA", "multi-agency public protection arrangements (“MAPPA”)"),
            ("CAMHS", "the child and adolescent mental health services (CAMHS)"),
            ("NEET", "young people not in education, employment or training (NEET)"),
            ("CIN", "children in need (CIN)"),
            ("LAC", "looked-after children (known as LAC)"),
            ("SENCO", "special educational needs co-ordinator (SENCO)"),
            ("SENCO", "a special educational needs coordinator (the SENCO)"),
            ("MDT", "a multidisciplinary team (MDT)"),
            ("SEND", "special educational needs and disabilities (SEND)"),
            ("EHCP", "education, health and care plan (EHCP)"),
            ("CCG", "the clinical commissioning group, or CCG, paid"),
            ("ICB", "children’s integrated care board (ICB)"),
        ] {
            assert!(is_spelt(acronym, text), "{text}");
        }
    }

    #[test]
    fn other_words_beside_an_acronym_do_not_spell_it_out() {
        for (acronym, text) in [
            ("ICPC", "a child protection conference (ICPC)"),
            ("ICPC", "initial child protection conference. ICPC"),
            ("ICPC", "the initial child protection conference ICPC"),
            ("MASH", "the front door (MASH)"),
            ("MASH", "MASH (the front door)"),
            ("CN", "children (CN)"),
            ("LADO", "the officer (LADO) heard of local authority designated officers"),
        ] {
            assert!(!is_spelt(acronym, text), "{text}");
        }
    }

    #[test]
    fn a_meaning_may_begin_with_an_article() {
        assert!(opens("NRM", &words("The national referral mechanism, to which victims are referred.")));
        assert!(!opens("NRM", &words("Where victims are referred to.")));
    }
}

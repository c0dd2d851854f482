//! "Did you mean": the names most like one that was not found. The only user of the likeness library.

/// The candidates most like `name`, best first, at most three; only those like enough to be meant.
#[must_use]
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> = candidates
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&wanted, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness > 0.82)
        .collect();
    // One that is the same but for capitals is meant, and no other.
    let same = near.iter().any(|(_, candidate)| candidate.to_lowercase() == wanted);
    near.retain(|(_, candidate)| !same || candidate.to_lowercase() == wanted);
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    near.dedup_by_key(|(_, candidate)| *candidate);
    near.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// The sentence that offers them, if there are any: "did you mean `referrals`?".
#[must_use]
pub fn did_you_mean<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
    let near: Vec<String> = nearest(name, candidates).into_iter().map(|found| format!("`{found}`")).collect();
    let (last, others) = near.split_last()?;
    Some(if others.is_empty() {
        format!("did you mean {last}?")
    } else {
        format!("did you mean {} or {last}?", others.join(", "))
    })
}

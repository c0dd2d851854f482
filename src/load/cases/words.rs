//! What is counted, in words: for findings, and for the bottom of figures.

use crate::model::{Again, CaseCount, Condition, Lapse, Test};

/// Which rows count: `Referral NFA? is No; within 15 working days of Strategy discussion`.
pub(super) fn filter(count: &CaseCount) -> String {
    let mut parts: Vec<String> = count.keep.iter().map(condition).collect();
    parts.extend(count.lapse.as_ref().map(|lapse| match lapse {
        Lapse::Within { from, working_days } => {
            format!("no more than {working_days} working days after {}", from.name())
        }
        Lapse::Lasting { from, days } => format!("no fewer than {days} days after {}", from.name()),
    }));
    parts.extend(count.again.map(|again| match again {
        Again::Months(months) => format!("again within {months} months"),
        Again::Ever => "again".to_owned(),
    }));
    if count.distinct {
        parts.push("each child once".to_owned());
    }
    parts.join("; ")
}

fn condition(condition: &Condition) -> String {
    let column = condition.column.name();
    let listed = |words: &[String]| {
        let words: Vec<&str> =
            words.iter().map(|word| if word.is_empty() { "empty" } else { word.as_str() }).collect();
        words.join(" or ")
    };
    match &condition.test {
        Test::Is(words) => format!("{column} is {}", listed(words)),
        Test::IsNot(words) => format!("{column} is not {}", listed(words)),
        Test::AtLeast(least) => format!("{column} is {least} or more"),
    }
}

/// "1 row", "1,204 rows".
pub(super) fn rows(count: u64) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped} {}", if count == 1 { "row" } else { "rows" })
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_are_counted_in_words() {
        for (count, words) in [
            (0, "0 rows"),
            (1, "1 row"),
            (999, "999 rows"),
            (1_204, "1,204 rows"),
            (10_000_000, "10,000,000 rows"),
        ] {
            assert_eq!(rows(count), words);
        }
    }
}

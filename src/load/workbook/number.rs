//! A number as a workbook keeps it → the digits that a person would type. Binary numbers hold 0.1 as nearly 0.1; the
//! first 15 digits are what spreadsheets show and what is meant.

/// How many decimals are kept: as many as values are read with.
const DECIMALS: i32 = 9;

/// The digits of `number` to 15 significant places and at most 9 decimals, its point moved by `places` to the right
/// (2 for a percentage).
pub(super) fn written(number: f64, places: i32) -> String {
    let (mantissa, exponent) = scientific(number, 15);
    let point = exponent.saturating_add(places);
    // What stands behind the ninth decimal is rounded away too.
    let kept = point.saturating_add(1).saturating_add(DECIMALS);
    let (mantissa, exponent) = match usize::try_from(kept) {
        Ok(kept) if kept >= 15 => (mantissa, exponent),
        Ok(kept) if kept > 0 => scientific(number, kept),
        _ => return "0".to_owned(),
    };
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    let plain = placed(digits.trim_end_matches('0'), exponent.saturating_add(places));
    if plain == "0" { plain } else { format!("{sign}{plain}") }
}

/// The number to so many significant digits, and the power of ten of the first of them.
fn scientific(number: f64, digits: usize) -> (String, i32) {
    let text = format!("{number:.*e}", digits.saturating_sub(1));
    match text.split_once('e') {
        Some((mantissa, exponent)) => (mantissa.to_owned(), exponent.parse().unwrap_or(0)),
        None => (text, 0),
    }
}

/// Digits whose first stands at that power of ten, with a point and noughts where they must be.
fn placed(digits: &str, power: i32) -> String {
    if digits.is_empty() {
        return "0".to_owned();
    }
    let Ok(whole) = usize::try_from(power.saturating_add(1)) else {
        let noughts = usize::try_from(power.saturating_add(1).saturating_neg()).unwrap_or(0);
        return format!("0.{}{digits}", "0".repeat(noughts));
    };
    match digits.split_at_checked(whole) {
        Some(("", behind)) => format!("0.{behind}"),
        Some((before, "")) => before.to_owned(),
        Some((before, behind)) => format!("{before}.{behind}"),
        None => format!("{digits}{}", "0".repeat(whole.saturating_sub(digits.len()))),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn numbers_are_written_as_people_type_them() {
        for (number, places, text) in [
            (0.0, 0, "0"),
            (-0.0, 0, "0"),
            (501.0, 0, "501"),
            (1200.0, 0, "1200"),
            (-5.0, 0, "-5"),
            (0.300_000_000_000_000_04, 0, "0.3"),
            (16.659_822_039_698_838, 0, "16.65982204"),
            (0.45, 2, "45"),
            (0.455, 2, "45.5"),
            (1.0, 2, "100"),
            (0.445_544_554_455_445_55, 2, "44.554455446"),
            (0.000_5, 2, "0.05"),
            (1e-12, 0, "0"),
            (4e-10, 0, "0"),
            (9_999_999_999.999_999, 0, "10000000000"),
            (1e15, 0, "1000000000000000"),
            (123_456_789_012_345.0, 0, "123456789012345"),
        ] {
            assert_eq!(written(number, places), text, "{number}");
        }
    }
}

//! Whether words agree with a figure's entry in `figures.json`, told without the program's own code.

use serde_json::Value as Json;

const MONTHS: &str = "January February March April May June July August September October November December";

/// Numbers as words, from nought.
const WORDS: &str = "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
                     sixteen seventeen eighteen nineteen twenty";

/// Fractions as words, with the percentage to which they are rounded.
const FRACTIONS: [(&str, i128); 8] = [
    ("a tenth", 10),
    ("a fifth", 20),
    ("a quarter", 25),
    ("a third", 33),
    ("half", 50),
    ("two thirds", 67),
    ("three quarters", 75),
    ("all", 100),
];

/// One, in the millionths that numbers are compared in.
const ONE: i128 = 1_000_000;

/// Whether a page may say these words of a figure.
pub(super) fn agrees(figure: &Json, words: &str) -> bool {
    let text = |key: &str| figure[key].as_str().unwrap();
    if words == text("display")
        || spoken(text("period")).as_deref() == Some(words)
        || text("status") == "unavailable"
    {
        return true;
    }
    if figure["kind"] == "truth" {
        return is_of_month(text("id"), words);
    }
    // Of how many neighbours it is made, where not all had a number: "22.9% (4 of 5)".
    if let Some((words, lacking)) = words.strip_suffix(')').and_then(|words| words.split_once(" (")) {
        let had = figure["inputs"].as_array().unwrap().len();
        return lacking.starts_with(&format!("{had} of ")) && agrees(figure, words);
    }
    let numbers = numbers_of(words);
    if numbers.is_empty() {
        return is_word(figure, words);
    }
    numbers.iter().all(|(number, places)| is_number(figure, *number, *places, words))
}

/// "2014-03-31" as "31 March 2014", "2012-05" as "May 2012", "2012-05 to 2013-04" as both with "to".
pub(super) fn spoken(period: &str) -> Option<String> {
    if let Some((first, last)) = period.split_once(" to ") {
        let (first, last) = (spoken(first)?, spoken(last)?);
        let year = last.rsplit(' ').next()?;
        return Some(format!("{} to {last}", first.strip_suffix(&format!(" {year}")).unwrap_or(&first)));
    }
    let mut parts = period.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let year = Some(year).filter(|year| year.len() >= 4)?;
    let Some(month) = month else { return Some(year.to_owned()) };
    let month = month.parse::<usize>().ok().and_then(|month| MONTHS.split(' ').nth(month.checked_sub(1)?))?;
    let day = day.and_then(|day| day.parse::<u8>().ok());
    Some(day.map_or(format!("{month} {year}"), |day| format!("{day} {month} {year}")))
}

/// "the highest month since April 2011": since a month that is not after the figure's own.
fn is_of_month(id: &str, words: &str) -> bool {
    let since = words.split_once(" since ").map(|(_, since)| since.split(',').next().unwrap().to_owned());
    let own = id.split_once('[').and_then(|(_, id)| id.get(..7)).unwrap();
    let (year, month) = own.split_once('-').unwrap();
    let year: u16 = year.parse().unwrap();
    let months = (year - 30..=year).flat_map(|year| (1..=12).map(move |month| format!("{year}-{month:02}")));
    let before = months.take_while(|month| month.as_str() <= own).filter_map(|month| spoken(&month));
    !month.is_empty()
        && words.contains("month")
        && since.is_none_or(|since| before.into_iter().any(|it| it == since))
}

/// Whether one number of the words is the figure's: its value or an end of it, as roughly as it is written.
fn is_number(figure: &Json, number: i128, places: u32, words: &str) -> bool {
    let written = ONE / 10_i128.pow(places.min(6)) / 2;
    let rounded = words.starts_with("about ") && number % (10 * ONE) == 0;
    let within = if rounded { 500 * ONE } else { written };
    let known = ["value", "low", "high"].into_iter().filter_map(|key| exact(&figure[key]));
    let near = known.clone().any(|value| (value.abs() - number).abs() <= within + 1);
    // What is said of a bound: more than 20 begins with 21.
    let beside = known.clone().any(|value| (value - number).abs() == ONE) && (words.contains("than"));
    let shown = numbers_of(figure["display"].as_str().unwrap()).iter().any(|(shown, _)| *shown == number);
    near || beside || shown
}

/// Whether words without digits are the figure's number or what stands for one.
fn is_word(figure: &Json, words: &str) -> bool {
    let words = words.to_lowercase();
    let value = exact(&figure["value"]);
    let is = |number: i128| value == Some(number * ONE);
    let spelled = WORDS.split(' ').position(|word| word == words).is_some_and(|number| is(number as i128));
    let rounded = value.map(|value| (value + ONE / 2) / ONE);
    let fraction = words.strip_prefix("about ").unwrap_or(&words);
    let part = FRACTIONS.iter().any(|(word, percent)| *word == fraction && rounded == Some(*percent));
    let nothing = ["no", "no change"].contains(&words.as_str()) && is(0);
    spelled || part || nothing || (words == "no month" && figure["display"] == "none")
}

/// The numbers of a text in millionths, each with its decimals.
fn numbers_of(text: &str) -> Vec<(i128, u32)> {
    let within = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let parts = text.split(|c: char| !within(c)).map(|part| part.trim_matches([',', '.']).replace(',', ""));
    parts.filter(|part| !part.is_empty()).filter_map(|part| millionths(&part)).collect()
}

fn exact(number: &Json) -> Option<i128> {
    let written = number.as_number()?.to_string();
    let (size, sign) = written.strip_prefix('-').map_or((written.as_str(), 1), |size| (size, -1));
    millionths(size).map(|(number, _)| number * sign)
}

fn millionths(digits: &str) -> Option<(i128, u32)> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let number = format!("{whole}{part:0<6}").parse().ok()?;
    Some((number, u32::try_from(part.len()).ok()?))
}

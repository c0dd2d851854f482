//! Official open data: invented areas in the layout of the department's files.

use crate::model::{Area, FileId, Release, Text};

use super::project::{Outcome, Project};
use crate::catalogue::measures;

const C1: &str = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,category,Referrals,Referrals_rate,Secret_index
2024,Reporting year,National,E92000001,England,,,,,,Referrals and Re-referrals,6000,500.5,1
2024,Reporting year,Regional,E92000001,England,E12000099,Middle Shires,,,,Referrals and Re-referrals,900,510.1,1
2024,Reporting year,Local authority,E92000001,England,E12000099,Middle Shires,999,E06009001,Exampleshire,Referrals and Re-referrals,436,512.1,1
2024,Reporting year,Local authority,E92000001,England,E12000099,Middle Shires,998,E06009002,Neartown,Referrals and Re-referrals,c,c,1
2024,Reporting year,Local authority,E92000001,England,E12000098,Far Shires,997,E06009003,Fartown,Referrals and Re-referrals,77,99.9,1
";

const NOT_READ: &str = "column-not-read 1:162 \"Secret_index\"";

fn text(words: &str) -> Text {
    Text::verbatim(words.to_owned(), FileId(0), 0)
}

fn board(file: &str) -> Project {
    let mut project = Project::new().file("c1.csv", file);
    project.narrative.settings.benchmarks.area = Some(text("E06009001"));
    project.narrative.settings.benchmarks.neighbours = vec![text("Neartown")];
    project
}

/// Each observation with whose it is: `own official referrals[2023/24] = 436 @4:12`.
fn observed(outcome: &Outcome) -> Vec<String> {
    let keys = outcome.observations.keys().map(|key| {
        let area = match &key.area {
            Area::Own => "own",
            Area::Other(code) => code,
        };
        let release = if key.release == Release::Official { " official" } else { "" };
        format!("{area}{release}")
    });
    keys.zip(outcome.values()).map(|(whose, value)| format!("{whose} {value}")).collect()
}

#[test]
fn the_rows_of_the_board_and_of_those_it_is_compared_with_are_read() {
    let outcome = board(C1).observe();
    assert_eq!(outcome.found(), [NOT_READ]);
    assert_eq!(
        observed(&outcome),
        [
            "own official referrals[2023/24] = 436 @4:12",
            "E06009002 official referrals[2023/24] = Confidential @5:12",
            "E12000099 official referrals[2023/24] = 900 @3:12",
            "E92000001 official referrals[2023/24] = 6000 @2:12",
        ]
    );
    let areas = &outcome.observations.areas;
    assert_eq!(areas.own.as_deref(), Some("E06009001"));
    assert_eq!(areas.region.as_deref(), Some("E12000099"));
    assert_eq!(areas.neighbours, ["E06009002"]);
    let stated: Vec<String> =
        outcome.observations.stated.keys().map(|(_, id, span)| format!("{id} {span}")).collect();
    assert_eq!(stated, ["referrals.per_10000 2023-04 to 2024-03"; 4]);
}

#[test]
fn a_mark_line_ends_quotes_and_the_order_of_columns_change_nothing() {
    let plain = observed(&board(C1).observe());
    let quoted: String = C1
        .lines()
        .map(|line| line.split(',').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\r\n")
        .collect();
    assert_eq!(observed(&board(&format!("\u{feff}{quoted}")).observe()), plain);
    let reversed: String =
        C1.lines().map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\n").collect();
    let values =
        |all: &[String]| all.iter().map(|v| v.split(" @").next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(values(&observed(&board(&reversed).observe())), values(&plain));
}

#[test]
fn the_names_of_the_next_release_give_the_same() {
    let renamed = C1.replace("Referrals,Referrals_rate", "referral_count,not_a_rate");
    let values: Vec<String> = observed(&board(&renamed).observe());
    assert_eq!(values, observed(&board(C1).observe()));
}

#[test]
fn a_population_is_that_of_the_middle_of_its_year() {
    let file = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate
2023,Reporting year,Local authority,E92000001,England,E12000099,Middle Shires,999,E06009001,Exampleshire,Children aged 0 to 17 years,8514
2023,Reporting year,Local authority,E92000001,England,E12000099,Middle Shires,999,E06009001,Exampleshire,Children aged 0 to 4 years,2000
";
    let mut project = Project::new().file("c1.csv", file);
    project.narrative.settings.benchmarks.area = Some(text("exampleshire"));
    let outcome = project.observe();
    assert_eq!(outcome.found(), ["rows-not-read 3:106 \"Children aged 0 to 4 years\""]);
    assert_eq!(observed(&outcome), ["own official population[mid-2023] = 8514 @2:12"]);
}

#[test]
fn a_filter_selects_unless_its_word_is_the_files_own_title() {
    let file = C1.replace(
        "2024,Reporting year,Local authority,E92000001,England,E12000098,Far Shires,997,E06009003,Fartown,Referrals and Re-referrals,77",
        "2024,Reporting year,Local authority,E92000001,England,E12000099,Middle Shires,999,E06009001,Exampleshire,Girls,77",
    );
    let values: Vec<String> = observed(&board(&file).observe());
    assert!(
        values.contains(&"own official referrals[2023/24,category=Girls] = 77 @6:12".to_owned()),
        "{values:?}"
    );
    assert!(values.contains(&"own official referrals[2023/24] = 436 @4:12".to_owned()), "{values:?}");
}

#[test]
fn a_period_that_is_none_is_told_once() {
    let file = C1.replace("2024,Reporting year", "2024,Week 12");
    assert_eq!(board(&file).observe().found(), [NOT_READ, "unreadable-period 2:1 \"2024\""]);
}

#[test]
fn an_area_that_no_file_gives_is_told_with_the_nearest() {
    let mut project = board(C1);
    project.narrative.settings.benchmarks.area = Some(text("Examplshire"));
    let outcome = project.observe();
    assert!(outcome.found().iter().any(|found| found.starts_with("unknown-area")), "{:?}", outcome.found());
    assert!(
        outcome.findings.sorted().iter().any(|f| f.help.iter().any(|help| help.contains("Exampleshire")))
    );
}

#[test]
fn a_name_with_two_codes_is_told_with_both() {
    let mut project = board(&C1.replace("Fartown", "Exampleshire"));
    project.narrative.settings.benchmarks.area = Some(text("Exampleshire"));
    let outcome = project.observe();
    let finding = outcome.findings.sorted().into_iter().find(|f| f.code.name == "ambiguous-area").unwrap();
    assert_eq!(finding.message, "`Exampleshire` is the name of several areas: `E06009001` and `E06009003`");
}

#[test]
fn an_area_that_is_not_named_is_asked_for_once() {
    let mut project = board(C1);
    project.narrative.settings.benchmarks.area = None;
    assert_eq!(project.observe().found(), ["area-not-named 1:108 \"new_la_code\"", NOT_READ]);
}

#[test]
fn the_board_is_no_neighbour_of_its_own_and_none_is_one_twice() {
    let mut project = board(C1);
    project.narrative.settings.benchmarks.neighbours =
        ["E06009001", "Neartown", "E06009002"].map(text).to_vec();
    let outcome = project.observe();
    let told = outcome.findings.sorted().into_iter().filter(|f| f.code.name == "not-a-neighbour");
    let told: Vec<&str> = told.map(|f| f.message.as_str()).collect();
    assert_eq!(told, ["`E06009001` is the board's own area", "`E06009002` is listed twice"]);
}

#[test]
fn numbers_for_other_areas_only_are_a_slip() {
    let file = "measure,period,value,area\ncontacts,2013-04,501,Exampleshire\nreferrals,2013-04,9,\n";
    let outcome = Project::new().file("a.csv", file).observe();
    assert_eq!(outcome.found(), ["only-other-areas 2:18 \"501\""]);
    let mut named = Project::new().file("a.csv", file);
    named.narrative.settings.benchmarks.area = Some(text("Exampleshire"));
    let outcome = named.observe();
    assert_eq!(outcome.found(), Vec::<String>::new());
    assert_eq!(observed(&outcome)[0], "own contacts[2013-04] = 501 @2:3");
}

#[test]
fn a_title_that_is_not_known_makes_a_category_and_is_told() {
    let outcome = board(&C1.replace("Referrals and Re-referrals", "Girls")).observe();
    assert_eq!(outcome.found(), [NOT_READ, "no-total-row 2:53 \"Girls\""]);
    assert!(
        observed(&outcome).contains(&"own official referrals[2023/24,category=Girls] = 436 @4:12".to_owned())
    );
}

#[test]
fn a_column_with_nothing_in_it_needs_no_word() {
    let blank = C1.replace(",1\n", ",\n");
    assert_eq!(board(&blank).observe().found(), Vec::<String>::new());
}

#[test]
fn counts_of_england_and_regions_are_known_to_be_rounded_and_populations_are_not() {
    let population = "\
time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,age_group,population_estimate
2023,Reporting year,National,E92000001,England,,,,,,Children aged 0 to 17 years,12000003
";
    let mut project = board(C1).file("population.csv", population);
    project.narrative.measures = measures();
    let outcome = project.observe();
    let rounded = outcome.observations.iter().filter_map(|(key, observation)| {
        let Area::Other(code) = &key.area else { return None };
        let flags = observation.value.as_ref().ok()?.flags();
        Some(format!("{code} {} {}", key.measure, flags.rounded))
    });
    let expected = ["E92000001 population false", "E12000099 referrals true", "E92000001 referrals true"];
    assert_eq!(rounded.collect::<Vec<String>>(), expected);
}

/// The headings of 2025: without rates, some renamed. All numbers are invented.
const FILES_OF_2025: [(&str, &str, &str, &[&str]); 9] = [
    (
        "category,Anypoint_episodes,Anypoint_child,Started_episodes,Started_child,Ended_episodes,Ended_child,At31_episodes,awaiting_assessment",
        "Children in Need,90,80,50,45,48,44,42,3",
        "",
        &["children_in_need = 42", "awaiting_assessment = 3"],
    ),
    (
        "category,referral_count,rereferral_count,rereferral_percent,no_further_action_count,no_further_action_percent,not_in_need_count,not_in_need_percent,referral_child_count,rereferral_child_count,rereferral_child_percent",
        "Referrals and Re-referrals,436,87,20,22,5,110,25.2,400,70,17.5",
        "",
        &["referrals = 436", "re_referrals = 87", "children_referred = 400"],
    ),
    (
        "category,Section47,Section47_child,ICPC,ICPC_child,Duration_0-10_days,Duration_11-15_days,Duration_16-20_days,Duration_21+_days,Duration_25th_Percentile,Duration_median,Duration_75th_Percentile",
        "Section 47s and Initial Child Protection Conferences,90,80,40,39,5,30,3,2,12,13,15",
        "",
        &["section_47_enquiries = 90", "conference_children = 39", "conferences_in_time = 35"],
    ),
    (
        "category,CPP_start,CPP_subsequent,CPP_subsequent_percent",
        "Child Protection Plans which are a second or subsequent plan,36,9,25",
        "",
        &["plans_started = 36", "repeat_plans = 9"],
    ),
    (
        "category,Assessments_completed,Same_day,1-10_days,11-20_days,21-30_days,31-40_days,41-45_days,46-50_days,51-60_days,61+_days,25th_Percentile_days,Median_days,75th_Percentile_days",
        "Duration of assessment,400,10,50,40,60,120,80,15,15,10,17,33,43",
        "",
        &["assessments = 400", "assessments_in_time = 360"],
    ),
    (
        "category,CPP_start,CPP_child_start,CPP_end,CPP_child_end,CPP_anypoint,CPP_child_anypoint,CPP_At31",
        "Child Protection Plans,36,35,30,30,61,60,31",
        "",
        &["plans_started = 36", "plans_ended = 30", "children_ever_on_plan = 60", "children_on_plan = 31"],
    ),
    (
        "category,CPP_End,3_months_or_less,3_months_or_less_percent,more_than_3_months_6_months,more_than_3_months_6_months_percent,more_than_6_months_less_than_1_year,more_than_6_months_less_than_1_year_percent,1_year_less_than_2_years,1_year_less_than_2_years_percent,2_years_or_more,2_years_or_more_percent",
        "Child Protection Plans ending by length of time,30,6,20,3,10,12,40,6,20,3,10",
        "",
        &["plans_ended = 30", "long_plans_ended = 3"],
    ),
    (
        "population_type,population_estimate,children_count,rate_per_10000",
        "Children looked after on 31 March each year,12500,80,64",
        "Children starting to be looked after each year,12500,30,24",
        &["children_looked_after = 80", "looked_after_started = 30"],
    ),
    (
        "cla_group,placement_stability,children_count,children_percent",
        "CLA on 31 March,With 3 or more placements during the year,9,11",
        "CLA on 31 March,Total children,80,100",
        &["placement_moves = 9"],
    ),
];

#[test]
fn the_files_of_2025_are_read_without_a_word() {
    for (headings, first, second, expected) in FILES_OF_2025 {
        let place = "Local authority,E92000001,England,E12000099,Middle Shires,999,E06009001,Exampleshire";
        let mut file = format!(
            "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,{headings}\n2025,Reporting year,{place},{first}\n"
        );
        if !second.is_empty() {
            file.push_str(&format!("2025,Reporting year,{place},{second}\n"));
        }
        let mut project = board(&file);
        project.narrative.settings.benchmarks.neighbours.clear();
        project.narrative.measures = measures();
        let outcome = project.observe();
        assert_eq!(outcome.found(), Vec::<String>::new(), "{headings}");
        let read: Vec<String> = observed(&outcome)
            .iter()
            .filter_map(|value| {
                let (measure, rest) = value.strip_prefix("own official ")?.split_once('[')?;
                let (period, number) = rest.split_once(']')?;
                let whole = !period.contains(',');
                whole.then(|| format!("{measure}{}", number.split(" @").next().unwrap_or_default()))
            })
            .collect();
        for value in expected {
            assert!(read.contains(&(*value).to_owned()), "{value}: {read:?}");
        }
        let moved = expected.contains(&"placement_moves = 9");
        assert!(!moved || read == ["placement_moves = 9"], "{read:?}");
    }
}

//! The JSON Schema of narratives: an independent validator takes every sound narrative and refuses what the program
//! refuses; every key says what it is for, and is used by a project that the tests build or check.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Map, Value as Json, json};
use toml::de::{DeTable, DeValue};

use crate::common::{files_below, repository, run};

fn schema() -> Json {
    let ran = run(&["schema"]);
    assert_eq!(ran.code, Some(0));
    serde_json::from_str(&ran.out).unwrap()
}

/// A narrative as editors see it: dates are texts.
fn parsed(text: &str) -> Json {
    table(DeTable::parse(text).unwrap().get_ref())
}

fn table(table: &DeTable<'_>) -> Json {
    let pairs = table.iter().map(|(name, inner)| (name.get_ref().to_string(), value(inner.get_ref())));
    pairs.collect::<Map<String, Json>>().into()
}

fn value(written: &DeValue<'_>) -> Json {
    match written {
        DeValue::String(text) => json!(text.as_ref()),
        DeValue::Integer(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Float(number) => serde_json::from_str(number.as_str()).unwrap(),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(when) => json!(when.to_string()),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(inner) => table(inner),
    }
}

/// Every narrative of the samples, the README, new projects, and the cases that hold no error of form.
fn narratives() -> Vec<(String, Json)> {
    let mut found = Vec::new();
    for folder in ["sample-data", "tests/readme", "tests/cases"] {
        for path in files_below(&repository(folder)) {
            let is_narrative = path.extension().is_some_and(|e| e == "toml");
            let expected = path.with_file_name("expected.txt");
            let sound = !fs::read_to_string(expected)
                .is_ok_and(|text| OF_FORM.iter().any(|code| text.contains(&format!("[{code}]"))));
            if is_narrative && sound {
                found.push((path.display().to_string(), parsed(&fs::read_to_string(&path).unwrap())));
            }
        }
    }
    for template in lscb_report::starter::templates() {
        let files = lscb_report::starter::files(template).unwrap();
        let (_, narrative) = files.iter().find(|(path, _)| *path == "narrative.toml").unwrap();
        found.push((format!("new --template {template}"), parsed(narrative)));
    }
    found
}

/// The codes of findings about the form of a narrative, which its schema knows as well.
const OF_FORM: [&str; 7] = [
    "missing-key",
    "number-out-of-range",
    "toml-syntax",
    "typographic-quotes",
    "unknown-key",
    "word-not-allowed",
    "wrong-type",
];

#[test]
fn an_independent_validator_takes_every_sound_narrative() {
    let schema = schema();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let narratives = narratives();
    assert!(narratives.len() > 30, "{}", narratives.len());
    for (name, narrative) in narratives {
        let faults: Vec<String> = validator.iter_errors(&narrative).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn what_the_program_refuses_by_its_form_the_schema_refuses_too() {
    let schema = schema();
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let sound = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2023/24\"\n";
    assert!(validator.is_valid(&parsed(sound)));
    for (more, _why) in [
        ("yeer = \"2023/24\"\n", "unknown key"),
        ("first_month = 13\n", "out of range"),
        ("templates = 3\n", "wrong type"),
        ("numbering = \"both\"\n", "word not allowed"),
        ("[[sections]]\ntext = \"No title.\"\n", "missing key"),
        ("[report.more]\n", "unknown block"),
    ] {
        assert!(!validator.is_valid(&parsed(&format!("{sound}{more}"))), "{more}");
    }
    assert!(!validator.is_valid(&parsed("[report]\nboard = \"B\"\ntitle = \"T\"\n")));
}

#[test]
fn words_in_any_case_are_taken_by_the_program_and_the_schema_alike() {
    let narrative = "[report]\nboard = \"B\"\ntitle = \"T\"\nyear = \"2023/24\"\nnumbering = \" Through\"\n\
        [[data]]\nfile = \"a.csv\"\nstate = \"AWAITED\"\nmeasures = [\"contacts\"]\nseparator = \"Tab\"\n";
    let validator = jsonschema::draft7::new(&schema()).unwrap();
    assert!(validator.is_valid(&parsed(narrative)));
    assert!(!validator.is_valid(&parsed(&narrative.replace("Tab", "x"))));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("narrative.toml"), narrative).unwrap();
    let ran = run(&["check", folder.path().to_str().unwrap(), "--format", "short"]);
    assert!(!ran.err.contains("word-not-allowed"), "{}", ran.err);
}

/// Goes through every key of a schema: its path, and the schema of its value.
fn each_key(path: &str, schema: &Json, visit: &mut dyn FnMut(&str, &Json)) {
    for alternative in schema["anyOf"].as_array().into_iter().flatten() {
        each_key(path, alternative, visit);
    }
    if schema["items"].is_object() {
        each_key(path, &schema["items"], visit);
    }
    if schema["additionalProperties"].is_object() {
        each_key(&format!("{path}.*"), &schema["additionalProperties"], visit);
    }
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        visit(&path, property);
        each_key(&path, property, visit);
    }
}

#[test]
fn every_key_says_what_it_is_for_and_its_example_is_valid() {
    each_key("", &schema(), &mut |path, property| {
        let description = property["description"].as_str().unwrap_or_default();
        assert!(description.ends_with('.'), "{path}");
        if path.ends_with(".file") && property.get("examples").is_none() {
            return;
        }
        let example = &property["examples"][0];
        let validator = jsonschema::draft7::new(property).unwrap();
        assert!(validator.is_valid(example), "{path}: {example}");
    });
}

/// The paths of the keys that a value uses, as `each_key` names them.
fn used(path: &str, value: &Json, schema: &Json, found: &mut BTreeSet<String>) {
    for alternative in schema["anyOf"].as_array().into_iter().flatten() {
        used(path, value, alternative, found);
    }
    match value {
        Json::Array(items) => items.iter().for_each(|item| used(path, item, &schema["items"], found)),
        Json::Object(table) => {
            for (name, inner) in table {
                let property = &schema["properties"][name];
                if property.is_object() {
                    let path = format!("{path}.{name}");
                    found.insert(path.clone());
                    used(&path, inner, property, found);
                } else if schema["additionalProperties"].is_object() {
                    used(&format!("{path}.*"), inner, &schema["additionalProperties"], found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_is_used_by_a_project_of_the_tests() {
    let schema = schema();
    let mut found = BTreeSet::new();
    for (_, narrative) in narratives() {
        used("", &narrative, &schema, &mut found);
    }
    let mut unused = Vec::new();
    each_key("", &schema, &mut |path, _| {
        // That any prose may stand in a file is one matter, and samples use it.
        if !found.contains(path) && !path.ends_with(".file") {
            unused.push(path.to_owned());
        }
    });
    assert!(unused.is_empty(), "no project of the tests uses {unused:#?}");
}

#[test]
fn completions_and_the_manual_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = run(&["completions", shell]);
        assert_eq!(script.code, Some(0));
        for word in ["build", "diff", "min-change", "lscb-report"] {
            assert!(script.out.contains(word), "{shell} {word}");
        }
    }
    let manual = run(&["man"]).out;
    assert!(manual.contains(".TH lscb-report 1") && manual.contains("diff"), "{manual}");
    let of_diff = run(&["man", "diff"]).out;
    assert!(of_diff.contains("min\\-change"), "{of_diff}");
    assert_eq!(run(&["man", "dif"]).code, Some(2));
}

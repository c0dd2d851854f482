//! The schema as a JSON Schema (draft-07), from which editors complete keys and show what they are for.

use serde_json::{Map, Value as Json, json};
use toml::de::{DeTable, DeValue};

use super::shape::{Key, Keys, Shape};
use super::{ROOT, content_blocks};

/// The JSON Schema of the narrative file; ends with a line end.
#[must_use]
pub fn json_schema() -> String {
    let mut schema = record(ROOT);
    let head = [
        ("$schema", json!("http://json-schema.org/draft-07/schema#")),
        ("title", json!("The narrative of a report: narrative.toml")),
    ];
    for (key, value) in head {
        schema.insert(key.to_owned(), value);
    }
    // Strings and numbers always have a form in JSON.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// A block with these keys and no others.
fn record(keys: Keys) -> Map<String, Json> {
    let all = || keys.iter().copied().flatten();
    let properties: Map<String, Json> = all().map(|key| (key.name.to_owned(), property(key))).collect();
    let required: Vec<&str> = all().filter(|key| key.required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), json!("object"));
    schema.insert("properties".to_owned(), Json::Object(properties));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema.insert("additionalProperties".to_owned(), json!(false));
    schema
}

/// A key: the shape of its value, what it says and an example.
fn property(key: &Key) -> Json {
    let mut schema = match shape(&key.shape) {
        Json::Object(schema) => schema,
        other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
    };
    schema.insert("description".to_owned(), json!(key.doc));
    if let Some(example) = example(key.example) {
        schema.insert("examples".to_owned(), json!([example]));
    }
    Json::Object(schema)
}

fn shape(shape: &Shape) -> Json {
    match shape {
        Shape::Plain | Shape::Figure => json!({"type": "string"}),
        Shape::Prose => json!({"anyOf": [{"type": "string"}, file()]}),
        Shape::Name => json!({"type": "string", "pattern": "^[a-z][a-z0-9_-]*$"}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Whole(from, to) => json!({"type": "integer", "minimum": from, "maximum": to}),
        Shape::Number => json!({"type": "number"}),
        // What editors make of a date of TOML.
        Shape::Date => json!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
        Shape::Month => json!({"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}),
        Shape::Year => json!({"type": "string", "pattern": "^[0-9]{4}([-/][0-9]{2})?$"}),
        Shape::Choice(words) => choice(words),
        Shape::Block => choice(&content_blocks().collect::<Vec<_>>()),
        Shape::List(item) => list(item),
        Shape::Record(keys) => Json::Object(record(keys)),
        Shape::TextOr(keys) => json!({"anyOf": [{"type": "string"}, file(), record(keys)]}),
        Shape::Named(value) => json!({"type": "object", "additionalProperties": self::shape(value)}),
        Shape::Either(one, other) => json!({"anyOf": [self::shape(one), self::shape(other)]}),
    }
}

/// One of these words: as they are listed, which editors complete, or in any case, as the reader takes them.
fn choice(words: &[&str]) -> Json {
    let patterns: Vec<String> = words.iter().map(|word| any_case(word)).collect();
    let pattern = format!("^\\s*({})\\s*$", patterns.join("|"));
    json!({"type": "string", "anyOf": [{"enum": words}, {"pattern": pattern}]})
}

/// The pattern of a word in any case: each of its characters as a class of its own.
fn any_case(word: &str) -> String {
    let class = |sign: char| match (sign.to_ascii_lowercase(), sign.to_ascii_uppercase()) {
        (lower, upper) if lower == upper => format!("[{sign}]"),
        (lower, upper) => format!("[{lower}{upper}]"),
    };
    word.chars().map(class).collect()
}

/// Several of a shape; of those that are texts, one alone may stand without brackets.
fn list(item: &Shape) -> Json {
    let several = json!({"type": "array", "items": shape(item)});
    match item {
        Shape::Record(_) => several,
        Shape::TextOr(_) | Shape::Prose => json!({"anyOf": [{"type": "string"}, several]}),
        single => json!({"anyOf": [shape(single), several]}),
    }
}

/// What may stand in place of prose.
fn file() -> Json {
    json!({
        "type": "object",
        "properties": {"file": {"type": "string", "description": "A text file of the project that holds the prose."}},
        "required": ["file"],
        "additionalProperties": false
    })
}

/// An example as JSON.
fn example(written: &str) -> Option<Json> {
    let text = format!("x = {written}");
    let table = DeTable::parse(&text).ok()?;
    value(table.get_ref().get("x")?.get_ref())
}

fn value(written: &DeValue<'_>) -> Option<Json> {
    match written {
        DeValue::String(text) => Some(json!(text.as_ref())),
        DeValue::Integer(number) => serde_json::from_str(number.as_str()).ok(),
        DeValue::Float(number) => serde_json::from_str(number.as_str()).ok(),
        DeValue::Boolean(flag) => Some(json!(flag)),
        DeValue::Datetime(when) => Some(json!(when.to_string())),
        DeValue::Array(items) => {
            items.iter().map(|item| value(item.get_ref())).collect::<Option<Vec<_>>>().map(Json::from)
        }
        DeValue::Table(table) => {
            let pairs =
                table.iter().map(|(name, inner)| Some((name.get_ref().to_string(), value(inner.get_ref())?)));
            pairs.collect::<Option<Map<String, Json>>>().map(Json::from)
        }
    }
}

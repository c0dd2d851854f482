//! Holds the import table: which module may use which, and which file is the door to each dependency.

use std::collections::BTreeMap;
use std::fs;

use crate::common::{files_below, repository};

/// Each top-level module and the modules that it may use beside itself. What is left of `:` stands further along in
/// the flow than anything to its right.
const MAY_USE: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("suggest", &[]),
    ("hash", &[]),
    ("lookup", &[]),
    ("side_by_side", &[]),
    ("csv_text", &["model"]),
    ("starter", &[]),
    ("diagnostic", &["model"]),
    ("catalogue", &["model"]),
    ("load", &["model", "diagnostic", "catalogue", "suggest", "hash", "csv_text", "side_by_side", "lookup"]),
    ("plan", &["model", "catalogue"]),
    ("figures", &["model", "plan", "side_by_side", "lookup"]),
    ("checks", &["model", "figures", "diagnostic", "hash"]),
    ("words", &["model", "figures", "suggest"]),
    ("jinja", &["model", "suggest"]),
    ("narrative", &["model", "figures", "diagnostic", "words", "jinja", "suggest"]),
    (
        "render",
        &[
            "model",
            "figures",
            "diagnostic",
            "words",
            "jinja",
            "narrative",
            "suggest",
            "csv_text",
            "hash",
            "load",
            "lookup",
        ],
    ),
    (
        "pipeline",
        &[
            "model",
            "diagnostic",
            "load",
            "plan",
            "figures",
            "checks",
            "narrative",
            "render",
            "words",
            "compare",
            "agreed",
            "side_by_side",
        ],
    ),
    ("compare", &["model", "catalogue", "figures", "words", "render", "csv_text"]),
    ("roll", &["model", "diagnostic", "load", "checks", "hash", "agreed"]),
    ("manifest", &["model", "render", "hash", "side_by_side"]),
    ("preview", &["render"]),
    ("agreed", &["model", "diagnostic", "load", "figures", "words", "compare", "manifest"]),
    ("disk", &["load", "render", "manifest", "hash", "model", "side_by_side"]),
];

/// Each dependency and where it may be named.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["src/diagnostic/"]),
    ("anstream", &["src/cli/"]),
    ("anyhow", &["src/cli/", "src/disk/"]),
    ("calamine", &["src/load/workbook/"]),
    ("clap", &["src/cli/args.rs"]),
    ("clap_complete", &["src/cli/args.rs", "src/cli/generated.rs"]),
    ("clap_mangen", &["src/cli/generated.rs"]),
    ("ctrlc", &["src/cli/preview.rs"]),
    ("comrak", &["src/render/"]),
    ("csv", &["src/csv_text/"]),
    ("encoding_rs", &["src/load/encoding.rs"]),
    ("fearless_simd", &["src/load/cases/scan/structure.rs"]),
    ("hashbrown", &["src/lookup.rs"]),
    ("indicatif", &["src/cli/progress.rs"]),
    ("jiff", &["src/model/period.rs"]),
    ("minijinja", &["src/jinja/"]),
    ("notify", &["src/preview/watch.rs"]),
    ("num_rational", &["src/model/ratio.rs"]),
    ("num_traits", &["src/model/ratio.rs"]),
    ("quick_xml", &["src/load/workbook/hidden.rs"]),
    (
        "serde",
        &[
            "src/catalogue/listed.rs",
            "src/cli/explain/",
            "src/compare/",
            "src/manifest.rs",
            "src/diagnostic/render/json.rs",
            "src/jinja/",
        ],
    ),
    (
        "serde_json",
        &[
            "src/catalogue/listed.rs",
            "src/cli/explain/",
            "src/compare/",
            "src/load/narrative/schema/json.rs",
            "src/manifest.rs",
            "src/diagnostic/render/",
            "src/render/",
        ],
    ),
    ("blake3", &["src/hash.rs"]),
    ("rayon", &["src/side_by_side.rs"]),
    ("rustc_hash", &["src/lookup.rs"]),
    ("mimalloc", &["src/main.rs"]),
    ("smallvec", &["src/model/figure_id.rs"]),
    ("strsim", &["src/suggest.rs"]),
    ("tiny_http", &["src/preview/server.rs"]),
    ("toml", &["src/load/narrative/"]),
    ("toml_edit", &["src/roll/"]),
    ("zip", &["src/load/workbook/hidden.rs"]),
];

/// Where `std::net` may be named: the preview's server, on this machine's own address.
const NETWORK: &str = "src/preview/server.rs";
/// Where `std::fs` may be named.
const FILE_SYSTEM: &str = "src/disk/";

/// The lines of each source file that are code: no comments, and nothing from the first test module on.
fn code() -> BTreeMap<String, Vec<String>> {
    let root = repository("src");
    files_below(&root)
        .into_iter()
        .filter(|path| {
            path.extension().is_some_and(|e| e == "rs") && path.file_stem().is_some_and(|s| s != "tests")
        })
        .map(|path| {
            let name =
                format!("src/{}", path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"));
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
            let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
            (name, lines.map(str::to_owned).collect())
        })
        .filter(|(name, _): &(String, _)| !name.contains("/tests") && !name.ends_with("_tests.rs"))
        .collect()
}

/// The names that follow `crate::` in a line.
fn modules_named(line: &str) -> Vec<&str> {
    let named = line.split("crate::").skip(1);
    named.map(|rest| rest.split(|c: char| !(c.is_alphanumeric() || c == '_')).next().unwrap()).collect()
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let table: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (file, lines) in code() {
        let module = file.trim_start_matches("src/").split('/').next().unwrap().trim_end_matches(".rs");
        if ["lib", "main", "cli"].contains(&module) {
            continue;
        }
        let allowed = table.get(module).unwrap_or_else(|| panic!("{module} is not in the table"));
        for line in &lines {
            for used in modules_named(line).into_iter().filter(|used| !used.is_empty() && *used != module) {
                if !allowed.contains(&used) {
                    wrong.push(format!("{file}: {module} may not use {used}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_dependency_has_one_door() {
    let mut wrong = Vec::new();
    for (file, lines) in code() {
        for (dependency, doors) in DOORS {
            let named = |line: &&String| {
                let path = format!("{dependency}::");
                line.match_indices(&path).any(|(at, _)| {
                    !line.split_at(at).0.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                })
            };
            let inside = doors.iter().any(|door| file.starts_with(door));
            if let Some(line) = lines.iter().find(named).filter(|_| !inside) {
                wrong.push(format!("{file}: `{dependency}` has its door at {doors:?}: {}", line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_dependency_is_in_the_table_of_doors() {
    let manifest = fs::read_to_string(repository("Cargo.toml")).unwrap();
    let section = manifest.split("\n[dependencies]\n").nth(1).unwrap().split("\n[").next().unwrap();
    for line in section.lines().filter(|line| !line.starts_with('#') && line.contains('=')) {
        let name = line.split([' ', '=']).next().unwrap().replace('-', "_");
        assert!(DOORS.iter().any(|(dependency, _)| *dependency == name), "{name} has no door");
    }
}

#[test]
fn only_the_disk_touches_the_file_system_and_only_the_preview_the_network() {
    for (file, lines) in code() {
        let names = |what: &str| lines.iter().any(|line| line.contains(what));
        assert!(!names("std::fs") || file.starts_with(FILE_SYSTEM), "{file} touches the file system");
        assert!(!names("std::net") || file == NETWORK, "{file} touches the network");
    }
}

#[test]
fn every_file_opens_with_its_place_in_the_flow() {
    for path in
        files_below(&repository("src")).iter().filter(|path| path.extension().is_some_and(|e| e == "rs"))
    {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.starts_with("//! "), "{} does not say what it is", path.display());
    }
}

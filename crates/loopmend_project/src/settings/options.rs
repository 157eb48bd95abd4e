//! The keys of `[tool.loopmend]` and `loopmend.toml`, as they are written.

use std::collections::BTreeMap;

use loopmend_catalog::{Facts, Role};
use loopmend_core::Level;
use schemars::JsonSchema;
use serde::Serialize;

use crate::KnownRule;
use crate::settings::libraries::LibraryEntry;
use crate::settings::{BlockingGroup, Category, ResourceKind, selector};

/// What a configuration file can say.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", default)]
#[schemars(title = "loopmend", deny_unknown_fields)]
pub(crate) struct Options {
    /// Globs, as in `.gitignore`, of the files to check; without it, all `.py`, `.pyi` and `.ipynb` files.
    /// A glob that ends in a literal name, such as `*.pyw` or `bin/tool`, includes files of any extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub(crate) include: Option<Vec<String>>,
    /// Globs, as in `.gitignore`, of files and directories to leave out, besides the usual ones (`.venv`,
    /// `node_modules`, `build`, ...); `!build` takes one of those back.
    pub(crate) exclude: Vec<String>,
    /// Whether what git and `.ignore` files ignore is left out.
    #[schemars(with = "bool", extend("default" = true))]
    pub(crate) respect_gitignore: Option<bool>,
    /// The directories that imports of the project start from, relative to this file; without it they are
    /// found from the layout.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub(crate) roots: Option<Vec<String>>,
    /// The interpreter of the project's environment, or the directory of the environment, relative to this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub(crate) python: Option<String>,
    /// The Python version the code is read for, such as `3.12`; without it, the lowest one that
    /// `requires-python` allows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String", regex(pattern = r"^3\.[0-9]+$"))]
    pub(crate) python_version: Option<String>,
    /// Where results are kept between runs, relative to this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub(crate) cache_dir: Option<String>,
    /// Also report findings that are off by default.
    pub(crate) strict: bool,
    /// Levels by rule name, code (`LM101`) or group (`1xx`); the more specific one wins.
    pub(crate) rules: RuleLevels,
    /// Levels for some of the files; later ones win.
    pub(crate) overrides: Vec<OverrideOptions>,
    /// Which blocking calls are looked for.
    pub(crate) blocking: BlockingOptions,
    /// What is added to what is known of the categories of tests.
    pub(crate) categories: CategoriesOptions,
    /// How fixes are written.
    pub(crate) fix: FixOptions,
    /// Where drift is looked for: code that does not fit the functions, classes and modules that it uses.
    pub(crate) drift: DriftOptions,
    /// Facts about libraries, by dotted name: a list of roles, or a table of facts.
    #[schemars(with = "BTreeMap<String, LibraryEntry>")]
    pub(crate) libraries: BTreeMap<String, Facts>,
}

impl Options {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 15] = [
        "include",
        "exclude",
        "respect-gitignore",
        "roots",
        "python",
        "python-version",
        "cache-dir",
        "strict",
        "rules",
        "overrides",
        "blocking",
        "drift",
        "categories",
        "fix",
        "libraries",
    ];
}

/// The catalogue of blocking calls.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "Blocking", deny_unknown_fields)]
pub(crate) struct BlockingOptions {
    /// Groups of the catalogue; without it, all but `file` and `interactive`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<BlockingGroup>")]
    pub(crate) groups: Option<Vec<BlockingGroup>>,
    /// Further callables that block, by their dotted names: `package.module.function`, `package.module.Class.method`.
    pub(crate) callables: Vec<String>,
}

impl BlockingOptions {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 2] = ["groups", "callables"];
}

/// What is added to what is known of the categories of tests.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "Categories", deny_unknown_fields)]
pub(crate) struct CategoriesOptions {
    /// What reaches a kind of thing when it is called, by dotted names: `package.module.function`, `package.module.Class`,
    /// `package.module.Class.method`.
    pub(crate) callables: BTreeMap<ResourceKind, Vec<String>>,
    /// The fixtures that open one.
    pub(crate) fixtures: BTreeMap<ResourceKind, Vec<String>>,
    /// The marks that say what a test is.
    pub(crate) marks: BTreeMap<Category, Vec<String>>,
}

impl CategoriesOptions {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 3] = ["callables", "fixtures", "marks"];
}

/// How fixes are written.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "Fix", deny_unknown_fields)]
pub(crate) struct FixOptions {
    /// Whether fixes may use the helpers of the package `loopmend`. The project then needs the package.
    pub(crate) helpers: bool,
}

impl FixOptions {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 1] = ["helpers"];
}

/// Where the rules on drift look.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(default)]
#[schemars(rename = "Drift", deny_unknown_fields)]
pub(crate) struct DriftOptions {
    /// Whether they check all code, rather than tests only.
    pub(crate) everywhere: bool,
}

impl DriftOptions {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 1] = ["everywhere"];
}

/// Levels for the files that match.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[schemars(rename = "Override", deny_unknown_fields)]
pub(crate) struct OverrideOptions {
    /// Globs, as in `.gitignore`, relative to this file.
    pub(crate) paths: Vec<String>,
    /// Levels by rule name, code or group, above those of `rules`.
    pub(crate) rules: RuleLevels,
}

impl OverrideOptions {
    /// The keys, as they are written.
    pub(super) const KEYS: [&str; 2] = ["paths", "rules"];
}

/// Levels by rule name, code or group.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct RuleLevels(
    #[schemars(with = "BTreeMap<String, LevelName>")] pub(crate) BTreeMap<String, Level>,
);

/// The level of a rule: off, shown, or shown with exit status 1.
#[derive(JsonSchema)]
#[schemars(rename = "Level", rename_all = "kebab-case")]
#[expect(dead_code, reason = "the schema of a type of the core crate")]
enum LevelName {
    Ignore,
    Warn,
    Error,
}

/// The JSON schema of the configuration: of `loopmend.toml`, and of `[tool.loopmend]` in `pyproject.toml`.
/// The names, codes and groups of `rules` are its known property names, and the roles of the catalogue the known roles.
pub fn settings_schema(rules: &[KnownRule]) -> serde_json::Value {
    let mut schema = schemars::schema_for!(Options).to_value();
    let names = rules.iter().flat_map(|rule| [rule.name.to_owned(), rule.code.to_string()]);
    let groups = selector::GROUPS.map(|group| format!("{group}xx")).into_iter().chain(["ALL".to_owned()]);
    let level = serde_json::json!({ "$ref": "#/$defs/Level" });
    let properties: serde_json::Map<_, _> = names.chain(groups).map(|name| (name, level.clone())).collect();
    if let Some(levels) = schema.pointer_mut("/$defs/RuleLevels").and_then(serde_json::Value::as_object_mut) {
        levels.insert("properties".to_owned(), properties.into());
        levels.insert("additionalProperties".to_owned(), false.into());
    }
    if let Some(role) = schema.pointer_mut("/$defs/Role").and_then(serde_json::Value::as_object_mut) {
        role.insert("enum".to_owned(), Role::all().into());
    }
    schema
}

#[cfg(test)]
mod tests {
    use loopmend_catalog::ChangeFact;
    use loopmend_core::{Level, RuleCode};
    use serde_json::{Value, json};

    use super::{BlockingGroup, Facts, Options, OverrideOptions, settings_schema};
    use crate::KnownRule;

    fn keys(schema: &Value, pointer: &str) -> Vec<String> {
        let mut keys: Vec<String> =
            schema.pointer(pointer).unwrap().as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    }

    fn sorted<const N: usize>(mut keys: [&str; N]) -> [&str; N] {
        keys.sort_unstable();
        keys
    }

    #[test]
    fn the_groups_of_blocking_calls_are_those_of_the_catalogue() {
        assert_eq!(BlockingGroup::ALL.map(|(name, _)| name), Facts::GROUPS);
    }

    #[test]
    fn the_schema_names_all_keys_and_rules() {
        let rule = KnownRule {
            name: "a-rule",
            code: RuleCode::new(101),
            default_level: Level::Warn,
            strict_level: Level::Warn,
        };
        let schema = settings_schema(&[rule]);
        assert_eq!(keys(&schema, "/properties"), sorted(Options::KEYS));
        assert_eq!(schema["additionalProperties"], json!(false));
        assert_eq!(keys(&schema, "/$defs/Override/properties"), OverrideOptions::KEYS);
        assert_eq!(
            keys(&schema, "/$defs/RuleLevels/properties"),
            ["0xx", "1xx", "2xx", "3xx", "4xx", "5xx", "ALL", "LM101", "a-rule"]
        );
        assert_eq!(schema["$defs"]["RuleLevels"]["properties"]["a-rule"], json!({ "$ref": "#/$defs/Level" }));
        assert_eq!(schema["properties"]["respect-gitignore"]["default"], json!(true));
        assert_eq!(keys(&schema, "/$defs/LibraryFacts/properties"), sorted(Facts::KEYS));
        assert_eq!(keys(&schema, "/$defs/LibraryChange/properties"), sorted(ChangeFact::KEYS));
        assert_eq!(schema["$defs"]["LibraryChange"]["required"], json!(["instead"]));
        let has_all = |key: &str, names: &[&str]| {
            let text = schema["$defs"][key].to_string();
            names.iter().all(|name| text.contains(&format!("\"{name}\"")))
        };
        assert!(has_all("LibraryLoop", &Facts::LOOPS) && has_all("LibraryContext", &Facts::CONTEXTS));
        let roles = schema["$defs"]["Role"]["enum"].as_array().unwrap();
        assert!(roles.contains(&json!("bound-at-first-use")), "{roles:?}");
        assert!(schema["$defs"]["Level"].to_string().contains("\"ignore\""), "{schema:#}");
    }
}

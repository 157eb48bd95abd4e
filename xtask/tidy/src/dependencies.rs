//! What the manifests say.

use toml::{Table, Value};

use super::{Tree, Violation};

/// The crates and what each may depend on. Tests may depend on anything.
const ALLOWED: &[(&str, &[&str])] = &[
    ("loopmend_files", &[]),
    ("loopmend_cache", &["loopmend_files"]),
    ("loopmend_catalog", &[]),
    ("loopmend_core", &[]),
    ("loopmend_errors", &["loopmend_files"]),
    ("loopmend_pins", &["loopmend_core"]),
    ("loopmend_verify", &["loopmend_core"]),
    ("loopmend_project", &["loopmend_catalog", "loopmend_core", "loopmend_files"]),
    ("loopmend_python", &["loopmend_core"]),
    ("loopmend_flow", &["loopmend_catalog", "loopmend_core", "loopmend_python"]),
    (
        "loopmend_index",
        &["loopmend_catalog", "loopmend_core", "loopmend_flow", "loopmend_project", "loopmend_python"],
    ),
    ("loopmend_surface", &[]),
    (
        "loopmend_infer",
        &[
            "loopmend_cache",
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_files",
            "loopmend_index",
            "loopmend_project",
            "loopmend_python",
            "loopmend_surface",
        ],
    ),
    (
        "loopmend_paths",
        &[
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_index",
            "loopmend_infer",
            "loopmend_project",
            "loopmend_python",
        ],
    ),
    (
        "loopmend_semantic",
        &[
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_files",
            "loopmend_flow",
            "loopmend_index",
            "loopmend_infer",
            "loopmend_paths",
            "loopmend_project",
            "loopmend_python",
            "loopmend_surface",
        ],
    ),
    (
        "loopmend_reports",
        &[
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_files",
            "loopmend_index",
            "loopmend_infer",
            "loopmend_paths",
            "loopmend_project",
            "loopmend_python",
            "loopmend_semantic",
        ],
    ),
    (
        "loopmend_rules",
        &[
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_flow",
            "loopmend_index",
            "loopmend_infer",
            "loopmend_paths",
            "loopmend_project",
            "loopmend_python",
            "loopmend_semantic",
        ],
    ),
    ("loopmend_fix", &["loopmend_core", "loopmend_files"]),
    ("loopmend_runner", &["loopmend_core", "loopmend_files", "loopmend_project", "loopmend_semantic"]),
    ("loopmend_mdtest", &["loopmend_core", "loopmend_fix", "loopmend_project", "loopmend_semantic"]),
    (
        "loopmend",
        &[
            "loopmend_cache",
            "loopmend_catalog",
            "loopmend_core",
            "loopmend_errors",
            "loopmend_files",
            "loopmend_index",
            "loopmend_pins",
            "loopmend_verify",
            "loopmend_project",
            "loopmend_python",
            "loopmend_semantic",
            "loopmend_reports",
            "loopmend_rules",
            "loopmend_fix",
            "loopmend_runner",
        ],
    ),
    ("needs", &[]),
    ("surface", &["loopmend_project", "loopmend_reports", "loopmend_semantic"]),
    ("tidy", &["loopmend_core"]),
    ("tooling", &["loopmend_mdtest"]),
    ("typeshed", &[]),
    ("xtask", &["loopmend_mdtest"]),
    ("lab", &["loopmend_core", "loopmend_mdtest", "loopmend_python"]),
];

/// `loopmend` → `rules`, `reports`, `fix`, `runner` → `semantic` → `paths` → `infer` → `index` → `flow` → `python` → `core`; `index` → `project`; `fix`, `pins` → `core` only; `cache` is one that
/// `infer` uses, `errors` one that the program uses. `files` is a leaf for all that read or trust files.
pub(super) fn dependencies_point_one_way(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, manifest) in manifests(tree) {
        let name = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
        let Some(name) = name else { continue };
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            violations.push(Violation::new(
                path,
                0,
                format!("`{name}` has no place in the order of the crates"),
            ));
            continue;
        };
        for (dependency, _) in dependencies(&manifest, &["dependencies", "build-dependencies"]) {
            if dependency.starts_with("loopmend") && !allowed.contains(&dependency.as_str()) {
                let message = format!("`{name}` must not depend on `{dependency}`");
                violations.push(Violation::new(path, 0, message));
            }
        }
    }
    violations
}

/// Every version is `=x.y.z`, in the workspace or in a crate.
pub(super) fn versions_are_exact(tree: &Tree) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, manifest) in manifests(tree) {
        let workspace = manifest.get("workspace").and_then(Value::as_table).cloned().unwrap_or_default();
        let kinds = ["dependencies", "build-dependencies", "dev-dependencies"];
        for (name, specification) in
            dependencies(&manifest, &kinds).into_iter().chain(dependencies(&workspace, &kinds))
        {
            if !is_exact(&specification) {
                violations.push(Violation::new(
                    path,
                    0,
                    format!("the version of `{name}` is not exact (`=x.y.z`)"),
                ));
            }
        }
    }
    violations
}

fn is_exact(specification: &Value) -> bool {
    let version = match specification {
        Value::String(version) => Some(version.as_str()),
        other => other.get("version").and_then(Value::as_str),
    };
    match version {
        Some(version) => version.starts_with('='),
        None => ["workspace", "path"].iter().any(|key| specification.get(key).is_some()),
    }
}

/// Every pinned version has a comment that says why the library is there: beside it, or above its block.
pub(super) fn every_pin_has_a_reason(tree: &Tree) -> Vec<Violation> {
    let pinning = ["Cargo.toml", "lab/Cargo.toml"].into_iter();
    pinning.filter_map(|path| Some(pins_without_reason(path, tree.text(path)?))).flatten().collect()
}

fn pins_without_reason(path: &str, text: &str) -> Vec<Violation> {
    let mut violations = Vec::new();
    let mut block_has_reason = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('[') {
            block_has_reason = false;
        } else if line.starts_with('#') {
            block_has_reason = true;
        } else if line.contains("\"=") && !line.contains('#') && !block_has_reason {
            let name = line.split('=').next().unwrap_or_default().trim();
            violations.push(Violation::new(path, index + 1, format!("`{name}` has no reason beside it")));
        }
    }
    violations
}

fn manifests(tree: &Tree) -> impl Iterator<Item = (&str, Table)> {
    tree.with_ending("Cargo.toml").filter_map(|(path, text)| Some((path, text.parse::<Table>().ok()?)))
}

/// The dependencies of these kinds, those for one platform among them.
fn dependencies(manifest: &Table, kinds: &[&str]) -> Vec<(String, Value)> {
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    std::iter::once(manifest)
        .chain(platforms.filter_map(Value::as_table))
        .flat_map(|table| kinds.iter().filter_map(|kind| table.get(*kind)?.as_table()))
        .flat_map(|table| table.iter().map(|(name, specification)| (name.clone(), specification.clone())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{dependencies_point_one_way, every_pin_has_a_reason, versions_are_exact};
    use crate::Tree;

    fn messages(violations: Vec<crate::Violation>) -> Vec<String> {
        violations.into_iter().map(|violation| violation.message).collect()
    }

    #[test]
    fn a_dependency_upwards_is_found() {
        let tree = Tree::of(&[(
            "crates/loopmend_project/Cargo.toml",
            "[package]\nname = \"loopmend_project\"\n[dependencies]\nloopmend_core.workspace = true\n\
             [target.'cfg(unix)'.dependencies]\nloopmend_semantic.workspace = true\n\
             [dev-dependencies]\nloopmend_rules.workspace = true\n",
        )]);
        assert_eq!(
            messages(dependencies_point_one_way(&tree)),
            ["`loopmend_project` must not depend on `loopmend_semantic`"]
        );
    }

    #[test]
    fn a_crate_without_a_place_is_found() {
        let tree = Tree::of(&[("crates/x/Cargo.toml", "[package]\nname = \"loopmend_x\"\n")]);
        assert_eq!(
            messages(dependencies_point_one_way(&tree)),
            ["`loopmend_x` has no place in the order of the crates"]
        );
    }

    #[test]
    fn a_version_that_is_not_exact_is_found() {
        let tree = Tree::of(&[
            (
                "Cargo.toml",
                "[workspace.dependencies]\na = \"=1.0.0\"\nb = \"1\"\nc = { version = \"^1\" }\nd = { path = \"d\" }\n",
            ),
            ("crates/x/Cargo.toml", "[dependencies]\na.workspace = true\n[dev-dependencies]\ne = \"2\"\n"),
        ]);
        let found = messages(versions_are_exact(&tree)).join("\n");
        assert_eq!(found.lines().count(), 3, "{found}");
        assert!(found.contains("`b`") && found.contains("`c`") && found.contains("`e`"), "{found}");
    }

    #[test]
    fn a_pin_without_a_reason_is_found() {
        let tree = Tree::of(&[(
            "Cargo.toml",
            "[workspace.dependencies]\n# Both for this.\na = \"=1.0.0\"\nb = \"=1.0.0\"\n\nc = \"=1.0.0\" # that\nd = \"=1.0.0\"\n",
        )]);
        assert_eq!(messages(every_pin_has_a_reason(&tree)), ["`d` has no reason beside it"]);
    }
}

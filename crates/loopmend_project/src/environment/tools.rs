//! Environments that poetry and hatch keep outside the tree; their names are computed as the tools do it.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::BASE64URL;
use sha2::{Digest, Sha256};
use toml::Table;

use crate::variables::Variables;

/// Poetry's environment of a project (poetry/utils/env/env_manager.py, `generate_env_name`): the one that
/// `envs.toml` calls active, else the newest version.
pub(super) fn poetry_environment(project: &Path, name: &str, variables: &Variables) -> Option<PathBuf> {
    let parent = variables.poetry_virtualenvs_path.clone().or_else(|| {
        let cache =
            variables.poetry_cache_dir.clone().or_else(|| Some(variables.cache_home()?.join("pypoetry")));
        Some(cache?.join("virtualenvs"))
    })?;
    let hash = short_hash(&fs::canonicalize(project).ok()?);
    let names = [normalized_name(name), name.to_lowercase()];
    names.iter().find_map(|name| poetry_environment_named(&parent, &format!("{}-{hash}", sanitized(name))))
}

#[expect(
    clippy::disallowed_methods,
    reason = "a file of poetry's, in a directory that the user's environment names"
)]
fn poetry_environment_named(parent: &Path, base: &str) -> Option<PathBuf> {
    let active = loopmend_files::read_text(&parent.join("envs.toml")).ok().and_then(|text| {
        let envs = text.parse::<Table>().ok()?;
        Some(format!("{base}-py{}", envs.get(base)?.get("minor")?.as_str()?))
    });
    if let Some(directory) = active.map(|name| parent.join(name)).filter(|path| path.is_dir()) {
        return Some(directory);
    }
    let prefix = format!("{base}-py");
    let minor_of = |path: &PathBuf| {
        let version = path.file_name()?.to_str()?.strip_prefix(&prefix)?.split_once('.')?.1;
        version.parse::<u32>().ok()
    };
    let entries = fs::read_dir(parent).ok()?.flatten().map(|entry| entry.path());
    entries.filter_map(|path| Some((minor_of(&path)?, path))).max().map(|(_, path)| path)
}

fn sanitized(name: &str) -> String {
    const LONGEST_NAME: usize = 42;
    let replaced = |c: char| if " $`!*@\"\\\r\n\t".contains(c) { '_' } else { c };
    name.chars().map(replaced).take(LONGEST_NAME).collect()
}

/// Hatch's environments of a project (hatch/env/virtual.py): the default one, else the first by name. A name with a `/` is none, and
/// would lead to a place that the project chose.
pub(super) fn hatch_environment(project: &Path, name: &str, variables: &Variables) -> Option<PathBuf> {
    let data = variables.hatch_data_dir.clone().or_else(|| Some(variables.data_home()?.join("hatch")))?;
    let name = Some(normalized_name(name)).filter(|name| !name.contains(['/', '\\']))?;
    let parent = data.join("env/virtual").join(&name).join(short_hash(&fs::canonicalize(project).ok()?));
    let is_environment = |path: &PathBuf| path.join("pyvenv.cfg").is_file();
    let default = Some(parent.join(&name)).filter(is_environment);
    default.or_else(|| {
        fs::read_dir(&parent).ok()?.flatten().map(|entry| entry.path()).filter(is_environment).min()
    })
}

/// The first eight characters of the path's SHA-256 in URL-safe base64; both tools use it.
fn short_hash(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    BASE64URL.encode(&digest)[..8].to_owned()
}

/// The name as PEP 503 normalises it.
pub(crate) fn normalized_name(name: &str) -> String {
    let lower = name.to_lowercase();
    lower.split(['-', '_', '.']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

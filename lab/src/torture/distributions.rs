//! Released distributions: copied from the environments of the corpora, else downloaded.

use std::fs;

use super::run::{Checked, check};
use super::{Row, directory};
use crate::harness::*;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    distributions: Vec<String>,
}

/// The pinned requirements, `name==1.2.3`.
pub(super) fn pins() -> Result<Vec<String>> {
    Ok(manifest::<Manifest>("torture.toml")?.distributions)
}

/// Checks all of them without a cache, with an empty one and with a filled one; also those that are not to
/// be had. Fails if the list cannot be read or the program cannot be started.
pub(super) fn check_all(loopmend: &Loopmend) -> Result<(Vec<Row>, Vec<String>)> {
    let tools = Tools::ready()?;
    let environments = environments();
    let (mut rows, mut missing) = (Vec::new(), Vec::new());
    for pin in pins()? {
        let place = directory().join("distributions").join(pin.replace("==", "-"));
        if !place.exists()
            && let Err(error) = fetch(&pin, &place, &environments, &tools)
        {
            eprintln!("{pin}: {error:#}");
            missing.push(pin);
            continue;
        }
        rows.push(Row { checked: check_three_times(loopmend, &place)?, name: pin });
    }
    Ok((rows, missing))
}

fn check_three_times(loopmend: &Loopmend, place: &Path) -> Result<Checked> {
    let cache = directory().join("cache");
    workspace::remove_directory(&cache)?;
    let (mut sum, expected) = check(loopmend, place, None)?;
    for state in ["empty", "filled"] {
        let (checked, found) = check(loopmend, place, Some(&cache))?;
        if found != expected {
            sum.failures.push(format!("{}: says something else with the cache {state}", place.display()));
        }
        sum.add(Checked { files: 0, findings: 0, syntax_errors: 0, ..checked });
    }
    Ok(sum)
}

/// The directories of installed packages that the corpora have.
fn environments() -> Vec<PathBuf> {
    let below = |directory: &Path| workspace::entries(directory).unwrap_or_default();
    let mut found: Vec<PathBuf> = below(&target("corpora"))
        .iter()
        .flat_map(|corpus| below(&corpus.join("venv/lib")))
        .map(|python| python.join("site-packages"))
        .collect();
    found.sort();
    found
}

fn fetch(pin: &str, place: &Path, environments: &[PathBuf], tools: &Tools) -> Result<()> {
    let unfinished = place.with_extension("unfinished");
    workspace::remove_directory(&unfinished)?;
    match environments.iter().find_map(|environment| Some((environment, installed(pin, environment)?))) {
        Some((environment, record)) => copy_installed(environment, &record, &unfinished)?,
        None => download(pin, &unfinished, tools)?,
    }
    fs::rename(&unfinished, place).with_context(|| format!("cannot rename {}", unfinished.display()))
}

/// The list of files of a distribution, if it is installed in this version.
fn installed(pin: &str, environment: &Path) -> Option<PathBuf> {
    let wanted = normalized(&pin.replace("==", "-"));
    let is_wanted = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".dist-info"));
        name.is_some_and(|name| normalized(name) == wanted)
    };
    let directory = workspace::entries(environment).ok()?.into_iter().find(is_wanted)?;
    Some(directory.join("RECORD")).filter(|record| record.exists())
}

fn normalized(name: &str) -> String {
    name.to_lowercase().replace(['-', '.'], "_")
}

fn copy_installed(environment: &Path, record: &Path, place: &Path) -> Result<()> {
    for line in workspace::read(record)?.lines() {
        let path = line.split(',').next().unwrap_or_default();
        let is_python = [".py", ".pyi", ".ipynb"].iter().any(|ending| path.ends_with(ending));
        if is_python && !path.starts_with("..") && !path.starts_with('/') {
            let target = place.join(path);
            let directory = target.parent().context("a file has a directory")?;
            fs::create_dir_all(directory).with_context(|| format!("cannot make {}", directory.display()))?;
            fs::copy(environment.join(path), &target).with_context(|| format!("cannot copy {path}"))?;
        }
    }
    Ok(())
}

fn download(pin: &str, place: &Path, tools: &Tools) -> Result<()> {
    let archives = directory().join("download");
    workspace::remove_directory(&archives)?;
    let mut command = tools.pip(["download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest"]);
    workspace::run_captured(command.arg(&archives).arg(pin), &[0])?;
    let archive = fs::read_dir(&archives)?.flatten().next().context("pip downloaded nothing")?.path();
    let mut command = tools.python();
    command.args(["-m", "zipfile", "--extract"]).arg(archive).arg(place);
    workspace::run_captured(&mut command, &[0]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::{installed, pins};
    use crate::harness::workspace;

    #[test]
    fn a_hundred_distributions_are_pinned() {
        let pins = pins().unwrap();
        assert_eq!(pins.len(), 100);
        let names: Vec<_> = pins.iter().filter_map(|pin| Some(pin.split_once("==")?.0)).collect();
        assert!(names.len() == pins.len() && names.is_sorted(), "{pins:?}");
    }

    #[test]
    fn an_installed_distribution_is_found_however_its_name_is_written() {
        let directory = tempfile::tempdir().unwrap();
        let record = directory.path().join("Ruamel.yaml-0.19.1.dist-info/RECORD");
        workspace::write(&record, "ruamel/yaml/main.py,sha256=x,1\n").unwrap();
        assert_eq!(installed("ruamel-yaml==0.19.1", directory.path()), Some(record));
        assert_eq!(installed("ruamel-yaml==0.19.2", directory.path()), None);
    }
}

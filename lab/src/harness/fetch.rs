//! Brings releases and what they need to `target/corpora`.

use std::fs;

use super::*;

/// Fetches corpora, as far as they are not there. Fails if one of them cannot be fetched; the others are fetched first.
pub(crate) fn fetch_all(corpora: &[Corpus]) -> Result<()> {
    let tools = Tools::ready()?;
    let mut failed = Vec::new();
    for corpus in corpora {
        if let Err(error) = fetch(corpus, &tools) {
            eprintln!("{}: {error:#}", corpus.name);
            failed.push(corpus.name.as_str());
        }
    }
    ensure!(failed.is_empty(), "cannot fetch {}", failed.join(", "));
    Ok(())
}

/// Fetches the release and its environment. What is there already, at the versions asked for, is kept.
///
/// Metadata of an sdist are asked from its build backend by pip; nothing else of a release is run.
///
/// # Errors
/// When the release cannot be had or the environment cannot be made. A requirement that cannot be installed
/// is printed and stands in `failed.txt`; it is no error.
fn fetch(corpus: &Corpus, tools: &Tools) -> Result<()> {
    fetch_release(corpus, tools)?;
    let lock = workspace::read(&corpus.lock()).context("`cargo lab corpus lock NAME` writes that file")?;
    fetch_locked(&corpus.name, &corpus.directory(), &corpus.python, &lock, tools)
}

/// Brings a release to its directory. What is there already, at the version asked for, is kept. A release without
/// a `pyproject.toml` is given one: it marks the root of the project. Fails if the release cannot be had.
pub(crate) fn fetch_release(release: &Corpus, tools: &Tools) -> Result<()> {
    let wanted = format!("{} {:?}", release.pin(), release.kind);
    workspace::once(&release.directory().join("src.txt"), &wanted, || {
        println!("{}: fetching {}", release.name, release.pin());
        let archive = download(release, tools)?;
        let unpacked = release.directory().join("unpacked");
        workspace::remove_directory(&unpacked)?;
        workspace::remove_directory(&release.source())?;
        unpack(release.kind, &archive, &unpacked, tools)?;
        match release.kind {
            Kind::Sdist => {
                rename(&only_entry(&unpacked)?, &release.source())?;
                give_sdist_a_project_file(release)?;
            }
            Kind::Wheel => {
                rename(&unpacked, &release.source())?;
                give_wheel_a_project_file(release)?;
            }
        }
        workspace::remove_directory(&unpacked)
    })
}

fn download(release: &Corpus, tools: &Tools) -> Result<PathBuf> {
    let directory = release.directory().join("download");
    workspace::remove_directory(&directory)?;
    let mut command = tools.pip(["download", "--quiet", "--no-deps", "--dest"]);
    command.arg(&directory);
    match release.kind {
        Kind::Sdist => command.args(["--no-binary", &release.name]),
        Kind::Wheel => command.args(["--only-binary", ":all:"]),
    };
    workspace::run_captured(command.arg(release.pin()), &[0])?;
    only_entry(&directory)
}

fn unpack(kind: Kind, archive: &Path, directory: &Path, tools: &Tools) -> Result<()> {
    let mut command = tools.python();
    match kind {
        Kind::Sdist => command.args(["-m", "tarfile", "--filter", "data", "--extract"]),
        Kind::Wheel => command.args(["-m", "zipfile", "--extract"]),
    };
    workspace::run_captured(command.arg(archive).arg(directory), &[0]).map(drop)
}

fn give_sdist_a_project_file(release: &Corpus) -> Result<()> {
    let path = release.source().join("pyproject.toml");
    if path.exists() {
        return Ok(());
    }
    let metadata = workspace::read(&release.source().join("PKG-INFO")).unwrap_or_default();
    workspace::write(&path, &project_file(release, &metadata))
}

/// A wheel has no `pyproject.toml`; this one marks the root of the project, so that no file of a directory
/// above it is taken for the project's, and says which Python versions it is for. The metadata of the
/// installed form go, because a checkout has none.
fn give_wheel_a_project_file(release: &Corpus) -> Result<()> {
    let information = workspace::entries(&release.source())?
        .into_iter()
        .find(|path| path.extension().is_some_and(|extension| extension == "dist-info"))
        .with_context(|| format!("the wheel of {} has no dist-info directory", release.name))?;
    let metadata = workspace::read(&information.join("METADATA"))?;
    workspace::remove_directory(&information)?;
    workspace::write(&release.source().join("pyproject.toml"), &project_file(release, &metadata))
}

fn project_file(release: &Corpus, metadata: &str) -> String {
    let mut text = format!("[project]\nname = \"{}\"\nversion = \"{}\"\n", release.name, release.version);
    if let Some(versions) = metadata.lines().find_map(|line| line.strip_prefix("Requires-Python: ")) {
        text += &format!("requires-python = \"{versions}\"\n");
    }
    text
}

/// Makes `venv` in a directory, for a Python as `uv` takes it, with the exact requirements of a lock and nothing else.
/// One that is there already, with the same requirements, is kept.
///
/// # Errors
/// When the environment cannot be made. A requirement that cannot be installed is printed and stands in
/// `failed.txt`; it is no error.
pub(crate) fn fetch_locked(
    name: &str,
    directory: &Path,
    python: &str,
    lock: &str,
    tools: &Tools,
) -> Result<()> {
    workspace::once(&directory.join("venv.txt"), &format!("Python {python}\n{lock}"), || {
        println!("{name}: installing {} requirements", requirements(lock).len());
        let environment = directory.join("venv");
        tools.make_environment(&environment, python)?;
        let failed = tools.install_locked(&environment, &requirements(lock))?;
        for requirement in &failed {
            println!("{name}: cannot install {requirement}");
        }
        workspace::write(&directory.join("failed.txt"), &failed.join("\n"))
    })
}

fn requirements(lock: &str) -> Vec<String> {
    lock.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Chooses the newest versions of what projects need and writes them to their lock files.
/// Fails if no set of versions satisfies all requirements of one.
pub(crate) fn lock_all(corpora: &[Corpus]) -> Result<()> {
    let tools = Tools::ready()?;
    corpora.iter().try_for_each(|corpus| lock(corpus, &tools))
}

fn lock(corpus: &Corpus, tools: &Tools) -> Result<()> {
    let input = corpus.directory().join("requirements.in");
    let overrides = corpus.directory().join("overrides.in");
    workspace::write(&input, &corpus.all_requirements())?;
    workspace::write(&overrides, &corpus.overrides.join("\n"))?;
    let lowest = corpus.python.trim_start_matches(['>', '=']);
    let mut command = tools.uv(["pip", "compile", "--universal", "--python-version", lowest]);
    command.args(["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]);
    command.args(["--no-emit-package", &corpus.name, "--overrides"]).args([&overrides, &input]);
    let text = String::from_utf8(workspace::run_captured(&mut command, &[0])?)?;
    workspace::write(&corpus.lock(), &text)
}

fn only_entry(directory: &Path) -> Result<PathBuf> {
    match <[PathBuf; 1]>::try_from(workspace::entries(directory)?) {
        Ok([entry]) => Ok(entry),
        Err(entries) => bail!("{} holds {} entries instead of one", directory.display(), entries.len()),
    }
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).with_context(|| format!("cannot rename {} to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::{only_entry, project_file, requirements};
    use crate::harness::*;

    #[test]
    fn the_project_file_of_a_wheel_keeps_its_python_versions() {
        let prefect = select(&["prefect"]).unwrap().remove(0);
        let text = project_file(&prefect, "Name: prefect\nRequires-Python: >=3.11\n\nProse.\n");
        assert!(text.starts_with("[project]\nname = \"prefect\"\n"), "{text}");
        assert!(text.ends_with("requires-python = \">=3.11\"\n"), "{text}");
        assert!(!project_file(&prefect, "Name: prefect\n").contains("requires-python"));
    }

    #[test]
    fn a_lock_is_read_without_comments_and_empty_lines() {
        assert_eq!(requirements("# words\n\na==1\nb==2 ; x < '1'\n"), ["a==1", "b==2 ; x < '1'"]);
    }

    #[test]
    fn an_archive_must_hold_one_directory() {
        let directory = tempfile::tempdir().unwrap();
        assert!(only_entry(directory.path()).is_err());
        workspace::write(&directory.path().join("one"), "").unwrap();
        assert_eq!(only_entry(directory.path()).unwrap(), directory.path().join("one"));
        workspace::write(&directory.path().join("two"), "").unwrap();
        assert!(only_entry(directory.path()).is_err());
    }
}

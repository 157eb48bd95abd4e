use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// The directory of the environment, inside the project.
pub(crate) const ENVIRONMENT: &str = ".venv";

const PYTHON_VERSION: &str = "3.13";

/// The file in the environment that states to which versions the project migrates.
pub(crate) const MIGRATION: &str = ".venv/migration.txt";

/// What a block of distributions that count as installed is called among the files of a test.
pub(crate) const INSTALLED: &str = "<installed>";

/// A directory with the files of one test and an environment with the small libraries of `resources`.
pub(crate) struct TemporaryProject {
    /// Kept, because the directory lives as long as it.
    _directory: TempDir,
    root: PathBuf,
}

impl TemporaryProject {
    /// Where the installed packages are, from the root.
    pub(crate) const SITE_PACKAGES: &str =
        if cfg!(windows) { ".venv/Lib/site-packages" } else { ".venv/lib/python3.13/site-packages" };

    /// Creates the directory for files of these names, with its environment.
    pub(crate) fn create<'p>(paths: impl IntoIterator<Item = &'p str>) -> io::Result<Self> {
        let directory = tempfile::Builder::new().prefix("loopmend-page-").tempdir()?;
        let root = directory.path().canonicalize()?;
        let adds_to_libraries = paths.into_iter().any(|path| path.starts_with(ENVIRONMENT));
        write_environment(&root, adds_to_libraries)?;
        Ok(Self { _directory: directory, root })
    }

    /// The absolute path, without links.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Writes what a distribution leaves of itself, for each line `NAME==VERSION`; a module behind it is a plugin of pytest, and
    /// `from==VERSION` states the installed version of a project that migrates to the other one.
    pub(crate) fn install(&self, lines: &str) -> io::Result<()> {
        let mut migration = String::new();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace().peekable();
            let requirement = words.next().unwrap_or_default();
            let (name, mut version) = requirement.split_once("==").unwrap_or((requirement, "0"));
            if let Some(before) = words.peek().and_then(|word| word.strip_prefix("from==")) {
                migration += &format!("{requirement}\n");
                version = before;
                words.next();
            }
            let directory = format!("{}/{}-{version}.dist-info", Self::SITE_PACKAGES, name.replace('-', "_"));
            self.write(&format!("{directory}/METADATA"), &format!("Name: {name}\nVersion: {version}\n"))?;
            if let Some(module) = words.next() {
                let text = format!("[pytest11]\n{name} = {module}\n");
                self.write(&format!("{directory}/entry_points.txt"), &text)?;
            }
        }
        if migration.is_empty() { Ok(()) } else { self.write(MIGRATION, &migration) }
    }

    /// Writes a file; `path` is relative, with `/`.
    pub(crate) fn write(&self, path: &str, text: &str) -> io::Result<()> {
        let target = self.root.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(target, text)
    }
}

/// A test that adds to the libraries has a copy of them; the others share them, which takes a fraction of the time.
fn write_environment(root: &Path, has_copy: bool) -> io::Result<()> {
    let libraries = Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/site-packages");
    let packages = root.join(TemporaryProject::SITE_PACKAGES);
    if has_copy {
        copy_tree(&libraries, &packages)?;
    } else {
        fs::create_dir_all(&packages)?;
        fs::write(packages.join("libraries.pth"), format!("{}\n", libraries.display()))?;
    }
    let configuration =
        format!("home = /nowhere/bin\ninclude-system-site-packages = false\nversion = {PYTHON_VERSION}.0\n");
    fs::write(root.join(ENVIRONMENT).join("pyvenv.cfg"), configuration)
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::TemporaryProject;

    #[test]
    fn a_project_has_its_files_and_an_environment() {
        let project = TemporaryProject::create(["pkg/__init__.py"]).unwrap();
        project.write("pkg/__init__.py", "x = 1\n").unwrap();
        assert_eq!(fs::read_to_string(project.root().join("pkg/__init__.py")).unwrap(), "x = 1\n");
        let configuration = fs::read_to_string(project.root().join(".venv/pyvenv.cfg")).unwrap();
        assert!(configuration.contains("version = 3.13.0"));
    }

    #[test]
    fn a_project_that_adds_to_the_libraries_has_a_copy_of_them() {
        let added = format!("{}/anyio/pytest_plugin.py", TemporaryProject::SITE_PACKAGES);
        let project = TemporaryProject::create([added.as_str()]).unwrap();
        project.write(&added, "").unwrap();
        let packages = project.root().join(TemporaryProject::SITE_PACKAGES);
        assert!(
            packages.join("aiohttp/client.py").is_file() && packages.join("anyio/to_thread.py").is_file()
        );
    }
}

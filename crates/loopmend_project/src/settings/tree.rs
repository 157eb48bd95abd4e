//! Which settings are for which directory.

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use loopmend_files::PatternBudget;
use rustc_hash::FxHashMap;

use crate::listing::{DirectoryCache, Marker};
use crate::settings::Settings;
use crate::{DiscoverOptions, KnownRule, Notice, ProjectError, paths};

/// What reading a configuration file gave; `Ok(None)` when it has no settings of loopmend.
type Loaded = Result<Option<Arc<Settings>>, ProjectError>;

/// Finds the settings of a directory: those of the nearest configuration file at or above it, entirely.
#[derive(Debug)]
pub(crate) struct SettingsTree {
    directories: Arc<DirectoryCache>,
    cwd: PathBuf,
    rules: Vec<KnownRule>,
    globs: PatternBudget,
    /// The settings for all files, when `--config` or `--isolated` says so.
    fixed: Option<Arc<Settings>>,
    defaults: Arc<Settings>,
    known: RwLock<FxHashMap<Box<OsStr>, Arc<Settings>>>,
    loaded: Mutex<FxHashMap<PathBuf, Loaded>>,
    notices: Mutex<Vec<Notice>>,
    /// How many bytes of configuration files were read.
    bytes_read: AtomicUsize,
}

/// So many bytes of configuration files are read at most, all files together.
const MOST_BYTES: usize = 64 << 20;

impl SettingsTree {
    /// # Errors
    /// When the file of `--config` is missing or wrong.
    #[expect(clippy::disallowed_methods, reason = "the user names the file")]
    pub(crate) fn new(
        options: &DiscoverOptions,
        directories: Arc<DirectoryCache>,
    ) -> Result<Self, ProjectError> {
        let cwd = options.cwd.as_path();
        let defaults = Arc::new(Settings::defaults(cwd));
        let globs = PatternBudget::default();
        let fixed = match &options.config {
            _ if options.isolated => Some(defaults.clone()),
            None => None,
            Some(path) => {
                let path = paths::absolute(cwd, path);
                let settings = Settings::load(
                    loopmend_files::read_text(&path),
                    &path,
                    cwd,
                    &paths::display(&path, cwd),
                    &options.rules,
                    &globs,
                )?;
                Some(settings.map_or_else(|| defaults.clone(), Arc::new))
            }
        };
        Ok(Self {
            directories,
            cwd: cwd.to_path_buf(),
            rules: options.rules.clone(),
            globs,
            fixed,
            defaults,
            known: RwLock::default(),
            loaded: Mutex::default(),
            notices: Mutex::default(),
            bytes_read: AtomicUsize::new(0),
        })
    }

    /// The settings of all these directories, each once, sorted by the file they come from.
    ///
    /// # Errors
    /// When a configuration file that is read for it is wrong.
    pub(crate) fn of_directories(&self, directories: &[PathBuf]) -> Result<Vec<Arc<Settings>>, ProjectError> {
        let mut all: Vec<Arc<Settings>> = Vec::new();
        for directory in directories {
            let settings = self.settings(directory)?;
            if !all.iter().any(|known| Arc::ptr_eq(known, &settings)) {
                all.push(settings);
            }
        }
        all.sort_by(|a, b| a.source.cmp(&b.source));
        Ok(all)
    }

    /// The settings for the files that stand directly in `directory`, which is absolute.
    ///
    /// # Errors
    /// When a configuration file that is read for it is wrong.
    pub(crate) fn settings(&self, directory: &Path) -> Result<Arc<Settings>, ProjectError> {
        if let Some(fixed) = &self.fixed {
            return Ok(fixed.clone());
        }
        let key = directory.as_os_str();
        if let Some(settings) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return Ok(settings.clone());
        }
        let settings = match (self.own_settings(directory)?, directory.parent()) {
            (Some(own), _) => own,
            (None, Some(parent)) => self.settings(parent)?,
            (None, None) => self.defaults.clone(),
        };
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(key.into(), settings.clone());
        Ok(settings)
    }

    /// What was noticed while reading, each once, in the order of the paths.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        let mut notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner).clone();
        notices.sort_by(|a, b| a.message.cmp(&b.message));
        notices.dedup();
        notices
    }

    /// `loopmend.toml` comes before `pyproject.toml`, whose settings are not read then, which is a notice.
    fn own_settings(&self, directory: &Path) -> Loaded {
        let load = |marker: Marker| match self.directories.has(directory, marker) {
            true => self.load(&directory.join(marker.file_name()), directory),
            false => {
                self.note_unread(directory, marker);
                Ok(None)
            }
        };
        let Some(settings) = load(Marker::LoopmendToml)? else { return load(Marker::PyprojectToml) };
        if !matches!(load(Marker::PyprojectToml), Ok(None)) {
            let hidden = directory.join(Marker::PyprojectToml.file_name());
            self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(Notice {
                message: format!(
                    "{}: `[tool.loopmend]` is not read, because `{}` stands beside it",
                    paths::display(&hidden, &self.cwd),
                    Marker::LoopmendToml.file_name()
                ),
            });
        }
        Ok(Some(settings))
    }

    /// Notes that a configuration file is there and is not read.
    fn note_unread(&self, directory: &Path, marker: Marker) {
        if self.directories.has_unread(directory, marker) {
            let shown = paths::display(&directory.join(marker.file_name()), &self.cwd);
            let message = format!("{shown}: not read, because it is no regular file of the project");
            self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(Notice { message });
        }
    }

    /// Reads a configuration file once. A `pyproject.toml` that is no TOML and does not mention loopmend has
    /// no settings to lose (projects keep broken ones as test data): it becomes a notice.
    fn load(&self, path: &Path, base: &Path) -> Loaded {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = loaded.get(path) {
            return known.clone();
        }
        let text = self.directories.bounds().read_text(path).and_then(|text| self.within_bound(text));
        let is_of_others = is_pyproject(path) && !text.as_ref().is_ok_and(|text| text.contains("loopmend"));
        let shown = paths::display(path, &self.cwd);
        let result = match Settings::load(text, path, base, &shown, &self.rules, &self.globs) {
            Err(error) if is_of_others => {
                let mut notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
                notices.push(Notice { message: error.message });
                Ok(None)
            }
            other => other.map(|settings| settings.map(Arc::new)),
        };
        loaded.insert(path.to_path_buf(), result.clone());
        result
    }
}

impl SettingsTree {
    /// A text, if all that were read so far are not too large together: one file can stand in many directories, by links.
    fn within_bound(&self, text: String) -> io::Result<String> {
        let before = self.bytes_read.fetch_add(text.len(), Ordering::Relaxed);
        match before + text.len() <= MOST_BYTES {
            true => Ok(text),
            false => Err(io::Error::new(
                ErrorKind::FileTooLarge,
                format!("the configuration files are larger than {} MiB together", MOST_BYTES >> 20),
            )),
        }
    }
}

fn is_pyproject(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == Marker::PyprojectToml.file_name())
}

//! Which settings are for which directory.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use rustc_hash::FxHashMap;

use crate::listing::{DirectoryCache, Marker};
use crate::settings::Settings;
use crate::{KnownRule, Notice, ProjectError, paths};

/// Finds the settings of a directory: those of the nearest configuration file at or above it, entirely.
#[derive(Debug)]
pub(crate) struct SettingsTree {
    directories: Arc<DirectoryCache>,
    cwd: PathBuf,
    rules: Vec<KnownRule>,
    /// The settings for all files, when `--config` or `--isolated` says so.
    fixed: Option<Arc<Settings>>,
    defaults: Arc<Settings>,
    known: RwLock<FxHashMap<Box<OsStr>, Arc<Settings>>>,
    loaded: Mutex<FxHashMap<PathBuf, Option<Arc<Settings>>>>,
    notices: Mutex<Vec<Notice>>,
}

impl SettingsTree {
    /// # Errors
    /// When the file of `--config` is missing or wrong.
    pub(crate) fn new(
        directories: Arc<DirectoryCache>,
        cwd: &Path,
        config: Option<&Path>,
        isolated: bool,
        rules: &[KnownRule],
    ) -> Result<Self, ProjectError> {
        let defaults = Arc::new(Settings::defaults(cwd));
        let fixed = match config {
            _ if isolated => Some(defaults.clone()),
            None => None,
            Some(path) => {
                let path = paths::absolute(cwd, path);
                let settings = Settings::load(&path, cwd, &paths::display(&path, cwd), rules)?;
                Some(settings.map_or_else(|| defaults.clone(), Arc::new))
            }
        };
        Ok(Self {
            directories,
            cwd: cwd.to_path_buf(),
            rules: rules.to_vec(),
            fixed,
            defaults,
            known: RwLock::default(),
            loaded: Mutex::default(),
            notices: Mutex::default(),
        })
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

    /// What was noticed while reading, in the order of the paths.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        let mut notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner).clone();
        notices.sort_by(|a, b| a.message.cmp(&b.message));
        notices
    }

    /// `loopmend.toml` comes before `pyproject.toml`.
    fn own_settings(&self, directory: &Path) -> Result<Option<Arc<Settings>>, ProjectError> {
        for marker in [Marker::LoopmendToml, Marker::PyprojectToml] {
            if self.directories.has(directory, marker)
                && let Some(settings) = self.load(&directory.join(marker.file_name()), directory)?
            {
                return Ok(Some(settings));
            }
        }
        Ok(None)
    }

    /// Reads a configuration file once. A `pyproject.toml` that is no TOML and does not mention loopmend has
    /// no settings to lose (projects keep broken ones as test data): it becomes a notice.
    fn load(&self, path: &Path, base: &Path) -> Result<Option<Arc<Settings>>, ProjectError> {
        let mut loaded = self.loaded.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(settings) = loaded.get(path) {
            return Ok(settings.clone());
        }
        let settings = match Settings::load(path, base, &paths::display(path, &self.cwd), &self.rules) {
            Ok(settings) => settings.map(Arc::new),
            Err(error) if is_pyproject_of_others(path) => {
                let mut notices = self.notices.lock().unwrap_or_else(PoisonError::into_inner);
                notices.push(Notice { message: error.message });
                None
            }
            Err(error) => return Err(error),
        };
        loaded.insert(path.to_path_buf(), settings.clone());
        Ok(settings)
    }
}

fn is_pyproject_of_others(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == Marker::PyprojectToml.file_name())
        && !std::fs::read(path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains("loopmend"))
}

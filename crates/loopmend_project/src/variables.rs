//! What the process says of where a Python environment is: environment variables, and its own program.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Their values; empty ones count as unset.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables {
    pub(crate) virtual_env: Option<PathBuf>,
    pub(crate) conda_prefix: Option<PathBuf>,
    pub(crate) conda_default_env: Option<OsString>,
    pub(crate) uv_project_environment: Option<PathBuf>,
    pub(crate) poetry_virtualenvs_path: Option<PathBuf>,
    pub(crate) poetry_cache_dir: Option<PathBuf>,
    pub(crate) hatch_data_dir: Option<PathBuf>,
    pub(crate) pyenv_version: Option<OsString>,
    pub(crate) home: Option<PathBuf>,
    pub(crate) xdg_cache_home: Option<PathBuf>,
    pub(crate) xdg_data_home: Option<PathBuf>,
    pub(crate) local_app_data: Option<PathBuf>,
    pub(crate) path: Option<OsString>,
    /// The file of this program.
    pub(crate) program: Option<PathBuf>,
}

impl Variables {
    /// Those of this process.
    pub(crate) fn of_process() -> Self {
        let text = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let path = |name: &str| text(name).map(PathBuf::from);
        Self {
            virtual_env: path("VIRTUAL_ENV"),
            conda_prefix: path("CONDA_PREFIX"),
            conda_default_env: text("CONDA_DEFAULT_ENV"),
            uv_project_environment: path("UV_PROJECT_ENVIRONMENT"),
            poetry_virtualenvs_path: path("POETRY_VIRTUALENVS_PATH"),
            poetry_cache_dir: path("POETRY_CACHE_DIR"),
            hatch_data_dir: path("HATCH_DATA_DIR"),
            pyenv_version: text("PYENV_VERSION"),
            home: env::home_dir(),
            xdg_cache_home: path("XDG_CACHE_HOME"),
            xdg_data_home: path("XDG_DATA_HOME"),
            local_app_data: path("LOCALAPPDATA"),
            path: text("PATH"),
            program: env::current_exe().ok(),
        }
    }

    /// Where programs keep caches, by the platform's convention.
    pub(crate) fn cache_home(&self) -> Option<PathBuf> {
        if cfg!(windows) {
            return self.local_app_data.clone();
        }
        let home = || self.home.as_ref();
        if cfg!(target_os = "macos") {
            return home().map(|home| home.join("Library/Caches"));
        }
        self.xdg_cache_home.clone().or_else(|| home().map(|home| home.join(".cache")))
    }

    /// Where programs keep data, by the platform's convention.
    pub(crate) fn data_home(&self) -> Option<PathBuf> {
        if cfg!(windows) {
            return self.local_app_data.clone();
        }
        let home = || self.home.as_ref();
        if cfg!(target_os = "macos") {
            return home().map(|home| home.join("Library/Application Support"));
        }
        self.xdg_data_home.clone().or_else(|| home().map(|home| home.join(".local/share")))
    }
}

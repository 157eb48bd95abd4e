//! The levels of the rules, by file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::settings::{CommandLineRules, LevelTable, Settings, SettingsTree};
use crate::{KnownRule, ProjectError, ProjectFile};

/// The levels of the listed files.
#[derive(Debug)]
pub(crate) enum FileLevels {
    /// All files have the same ones.
    Same(LevelTable),
    /// By path.
    ByFile { tables: Vec<LevelTable>, numbers: FxHashMap<PathBuf, usize> },
}

impl FileLevels {
    /// `in_use` are the settings of all files.
    ///
    /// # Errors
    /// When a configuration file is wrong.
    pub(crate) fn new(
        files: &[ProjectFile],
        tree: &SettingsTree,
        in_use: &[Arc<Settings>],
        command_line: &CommandLineRules,
        rules: &[KnownRule],
    ) -> Result<Self, ProjectError> {
        if let [settings] = in_use
            && settings.options.overrides.is_empty()
        {
            return Ok(Self::Same(LevelTable::new(settings, &[], command_line, rules)));
        }
        let mut known: FxHashMap<(*const Settings, Vec<usize>), usize> = FxHashMap::default();
        let mut tables = Vec::new();
        let mut numbers = FxHashMap::default();
        for file in files {
            let Some(directory) = file.path.parent() else { continue };
            let settings = tree.settings(directory)?;
            let overrides = settings.overrides_for(&file.path);
            let number =
                *known.entry((Arc::as_ptr(&settings), overrides)).or_insert_with_key(|(_, overrides)| {
                    tables.push(LevelTable::new(&settings, overrides, command_line, rules));
                    tables.len() - 1
                });
            numbers.insert(file.path.clone(), number);
        }
        Ok(Self::ByFile { tables, numbers })
    }

    /// The levels for a file; `None` when it is not listed.
    pub(crate) fn table(&self, path: &Path) -> Option<&LevelTable> {
        match self {
            Self::Same(table) => Some(table),
            Self::ByFile { tables, numbers } => numbers.get(path).map(|number| &tables[*number]),
        }
    }
}

//! The levels of rules in the files of a project.

use loopmend_core::Level;

use super::Project;
use crate::settings::LevelTable;
use crate::{KnownRule, ProjectFile};

impl Project {
    /// Returns the level of a rule in a file, after defaults, configuration, overrides, `--select` and `--ignore`.
    pub fn level(&self, file: &ProjectFile, rule: &KnownRule) -> Level {
        self.with_level_table(file, |table| table.level(rule))
    }

    /// Returns whether a rule also reports in a file under the conditions that are off by default: in the profile `strict`, or because the
    /// settings or `--select` name the rule or its group.
    pub fn is_strict(&self, file: &ProjectFile, rule: &KnownRule) -> bool {
        self.with_level_table(file, |table| table.is_strict(rule))
    }

    fn with_level_table<R>(&self, file: &ProjectFile, read: impl FnOnce(&LevelTable) -> R) -> R {
        match self.levels.table(&file.path) {
            Some(table) => read(table),
            None => read(&self.table_of_unlisted_file(&file.path)),
        }
    }

    /// Returns whether `--select` names a rule, or is absent.
    pub fn is_selected(&self, rule: &KnownRule) -> bool {
        self.command_line_rules.selects(rule.code)
    }

    /// Returns whether a rule is off for all files because `--select` names only others.
    pub fn is_left_out(&self, rule: &KnownRule) -> bool {
        self.command_line_rules.leaves_out(rule.code)
    }
}

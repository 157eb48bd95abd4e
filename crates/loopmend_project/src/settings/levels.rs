//! The level of a rule, from its default, the configuration and the command line.

use loopmend_core::{Level, RuleCode};

use crate::settings::Settings;
use crate::settings::options::RuleLevels;
use crate::settings::selector::{RuleSelector, most_specific};
use crate::{KnownRule, ProjectError};

/// `--select` and `--ignore`.
#[derive(Debug, Default)]
pub(crate) struct CommandLineRules {
    select: Vec<RuleSelector>,
    ignore: Vec<RuleSelector>,
    keep_unselected: bool,
}

impl CommandLineRules {
    /// Reads the names.
    ///
    /// # Errors
    /// The first unknown one, with the nearest name.
    pub(crate) fn parse(
        select: &[String],
        ignore: &[String],
        keep_unselected: bool,
        rules: &[KnownRule],
    ) -> Result<Self, ProjectError> {
        let parse = |option: &str, names: &[String]| {
            let selector = |name: &String| {
                RuleSelector::parse(name.trim(), rules)
                    .map_err(|message| ProjectError { message: format!("{option}: {message}") })
            };
            names.iter().map(selector).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self { select: parse("--select", select)?, ignore: parse("--ignore", ignore)?, keep_unselected })
    }

    /// `configured` is the level that the configuration gives. The more specific of the two options wins,
    /// `--ignore` where they are alike. A selected rule that is off gets its default level, or `warn`. The rules
    /// about the run itself stay on whatever is selected: a file that was not read was not checked.
    fn apply(&self, rule: &KnownRule, configured: Level) -> Level {
        let selected = most_specific(&self.select, rule.code).map(kind);
        let ignored = most_specific(&self.ignore, rule.code).map(kind);
        let off = ignored.is_some() && ignored >= selected;
        if off || self.leaves_out(rule.code) {
            return Level::Ignore;
        }
        if selected.is_some() && configured == Level::Ignore {
            return rule.default_level.max(Level::Warn);
        }
        configured
    }

    /// Whether the rule is off for all files because `--select` names others.
    pub(crate) fn leaves_out(&self, code: RuleCode) -> bool {
        let is_about_the_run = code.group() == 0;
        !self.selects(code) && !self.keep_unselected && !is_about_the_run
    }

    /// Whether `--select` names the rule or nothing at all.
    pub(crate) fn selects(&self, code: RuleCode) -> bool {
        self.select.is_empty() || most_specific(&self.select, code).is_some()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    All,
    Group,
    Rule,
}

fn kind(selector: RuleSelector) -> Specificity {
    match selector {
        RuleSelector::All => Specificity::All,
        RuleSelector::Group(_) => Specificity::Group,
        RuleSelector::Rule(_) => Specificity::Rule,
    }
}

/// The levels of all known rules for the files that share settings and overrides.
#[derive(Debug)]
pub(crate) struct LevelTable(Vec<(RuleCode, Level)>);

impl LevelTable {
    /// `overrides` are the numbers of the overrides that apply, ascending.
    pub(crate) fn new(
        settings: &Settings,
        overrides: &[usize],
        command_line: &CommandLineRules,
        rules: &[KnownRule],
    ) -> Self {
        let mut tables = vec![selectors(&settings.options.rules, rules)];
        tables.extend(
            overrides.iter().map(|index| selectors(&settings.options.overrides[*index].rules, rules)),
        );
        let level = |rule: &KnownRule| {
            let configured = tables.iter().rev().find_map(|table| level_in(table, rule.code));
            (rule.code, command_line.apply(rule, configured.unwrap_or(rule.default_level)))
        };
        let mut levels: Vec<_> = rules.iter().map(level).collect();
        levels.sort_unstable_by_key(|(code, _)| *code);
        Self(levels)
    }

    /// The level of a rule; its default where it was not among the known ones.
    pub(crate) fn level(&self, rule: &KnownRule) -> Level {
        let found = self.0.binary_search_by_key(&rule.code, |(code, _)| *code);
        found.map_or(rule.default_level, |index| self.0[index].1)
    }
}

fn selectors(levels: &RuleLevels, rules: &[KnownRule]) -> Vec<(RuleSelector, Level)> {
    levels
        .0
        .iter()
        .filter_map(|(name, level)| Some((RuleSelector::parse(name, rules).ok()?, *level)))
        .collect()
}

fn level_in(table: &[(RuleSelector, Level)], code: RuleCode) -> Option<Level> {
    let matching = table.iter().filter(|(selector, _)| selector.matches(code));
    matching.max_by_key(|(selector, _)| *selector).map(|(_, level)| *level)
}

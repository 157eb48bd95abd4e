//! The level of a rule, from its default, the configuration and the command line.

use loopmend_core::{Level, RuleCode};

use crate::settings::Settings;
use crate::settings::options::RuleLevels;
use crate::settings::selector::{RuleSelector, most_specific};
use crate::{DiscoverOptions, KnownRule, ProjectError};

/// `--strict`, `--select` and `--ignore`.
#[derive(Debug, Default)]
pub(crate) struct CommandLineRules {
    is_strict: bool,
    select: Vec<RuleSelector>,
    ignore: Vec<RuleSelector>,
    keep_unselected: bool,
}

impl CommandLineRules {
    /// Reads the names.
    ///
    /// # Errors
    /// The first unknown one, with the nearest name.
    pub(crate) fn parse(options: &DiscoverOptions) -> Result<Self, ProjectError> {
        let parse = |option: &str, names: &[String]| {
            let selector = |name: &String| {
                RuleSelector::parse(name.trim(), &options.rules)
                    .map_err(|message| ProjectError { message: format!("{option}: {message}") })
            };
            names.iter().map(selector).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            is_strict: options.strict,
            select: parse("--select", &options.select)?,
            ignore: parse("--ignore", &options.ignore)?,
            keep_unselected: options.keep_unselected,
        })
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
            return rule.strict_level.max(Level::Warn);
        }
        configured
    }

    /// Returns whether `--select` names the rule, its group or all rules.
    fn names(&self, code: RuleCode) -> bool {
        most_specific(&self.select, code).is_some()
    }

    /// Returns whether the rule is off for all files because `--select` names others.
    pub(crate) fn leaves_out(&self, code: RuleCode) -> bool {
        let is_about_the_run = code.group() == 0;
        !self.selects(code) && !self.keep_unselected && !is_about_the_run
    }

    /// Returns whether `--select` names the rule, or is absent.
    pub(crate) fn selects(&self, code: RuleCode) -> bool {
        self.select.is_empty() || self.names(code)
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
pub(crate) struct LevelTable(Vec<RuleState>);

/// How a rule runs.
#[derive(Clone, Copy, Debug)]
struct RuleState {
    code: RuleCode,
    level: Level,
    /// `true` if the rule also reports under the conditions that are off by default.
    is_strict: bool,
}

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
        let is_strict = settings.options.strict || command_line.is_strict;
        let state = |rule: &KnownRule| {
            let configured = tables.iter().rev().find_map(|table| level_in(table, rule.code));
            let default = if is_strict { rule.strict_level } else { rule.default_level };
            RuleState {
                code: rule.code,
                level: command_line.apply(rule, configured.unwrap_or(default)),
                is_strict: is_strict || configured.is_some() || command_line.names(rule.code),
            }
        };
        let mut states: Vec<_> = rules.iter().map(state).collect();
        states.sort_unstable_by_key(|state| state.code);
        Self(states)
    }

    fn state(&self, code: RuleCode) -> Option<&RuleState> {
        self.0.binary_search_by_key(&code, |state| state.code).ok().map(|index| &self.0[index])
    }

    /// The level of a rule; its default where it was not among the known ones.
    pub(crate) fn level(&self, rule: &KnownRule) -> Level {
        self.state(rule.code).map_or(rule.default_level, |state| state.level)
    }

    /// Returns whether a rule also reports under the conditions that are off by default: in the profile `strict`, or because a setting or
    /// the command line names the rule or its group.
    pub(crate) fn is_strict(&self, rule: &KnownRule) -> bool {
        self.state(rule.code).is_some_and(|state| state.is_strict)
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

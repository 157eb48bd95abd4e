//! The effect of a configuration on warnings of pytest and pytest-asyncio.

use loopmend_files::{MAX_EXPRESSION, PatternBudget};
use loopmend_project::PytestConfiguration;
use regex::bytes::{Regex, RegexBuilder};

use super::SuiteSettings;

/// A warning.
pub(super) struct Warned<'w> {
    /// The start of its text.
    words: String,
    /// The module of the warning; `None` if this depends on the place, or is unknown.
    module: Option<&'static str>,
    /// The names of its class and of its base classes, without `Warning`.
    categories: Vec<&'w str>,
}

/// Warning classes of pytest, each with a base class, without `Warning`. Subclasses stand before their base classes.
const INHERITED: [(&str, &str); 5] = [
    ("PytestRemovedIn9Warning", "PytestDeprecationWarning"),
    ("PytestDeprecationWarning", "DeprecationWarning"),
    ("PytestDeprecationWarning", "PytestWarning"),
    ("PytestConfigWarning", "PytestWarning"),
    ("PytestWarning", "UserWarning"),
];

/// The module of pytest-asyncio that issues the warnings.
const PLUGIN: &str = "pytest_asyncio.plugin";

impl<'w> Warned<'w> {
    /// Creates a warning of this class whose text starts with `words`.
    pub(super) fn of_class(class: &'w str, words: &str) -> Self {
        let mut categories = vec![class];
        for (known, base) in INHERITED {
            if categories.contains(&known) {
                categories.push(base);
            }
        }
        Self { words: words.to_owned(), module: None, categories }
    }

    /// Returns the warning about the unset option `asyncio_default_fixture_loop_scope` (pytest-asyncio,
    /// `plugin.py`).
    pub(super) fn unset_option() -> Self {
        Self::deprecation("The configuration option \"asyncio_default_fixture_loop_scope\" is unset.\n")
    }

    /// Returns the warning about a project fixture `event_loop_policy` (pytest-asyncio, `plugin.py`).
    pub(super) fn own_policy() -> Self {
        Self::deprecation("Overriding the \"event_loop_policy\" fixture is deprecated and will be removed")
    }

    /// Returns the warning about the argument `scope` of a mark (pytest-asyncio, `plugin.py`).
    pub(super) fn scope_of_mark() -> Self {
        Self::deprecation("The \"scope\" keyword argument to the asyncio marker has been deprecated.")
    }

    fn deprecation(words: &str) -> Self {
        Self { module: Some(PLUGIN), ..Self::of_class("PytestDeprecationWarning", words) }
    }

    /// Returns the warning about a plain test that is marked for pytest-asyncio (`plugin.py`).
    pub(super) fn marked_plain_test(test: &str) -> Self {
        let words = format!(
            "The test <Function {test}> is marked with '@pytest.mark.asyncio' but it is not an async function."
        );
        Self::of_class("PytestWarning", &words)
    }

    /// Returns the warning about an async fixture that no plugin runs (pytest 8.4, `fixtures.py`).
    pub(super) fn unrun_fixture(test: &str, fixture: &str) -> Self {
        let words = format!(
            "'{test}' requested an async fixture '{fixture}', with no plugin or hook that handled it."
        );
        Self { module: Some("_pytest.fixtures"), ..Self::of_class("PytestRemovedIn9Warning", &words) }
    }

    /// Returns the warning about an unused option (pytest, `config/__init__.py`).
    pub(super) fn unknown_option(option: &str) -> Self {
        Self::of_class("PytestConfigWarning", &format!("Unknown config option: {option}\n"))
    }
}

impl SuiteSettings {
    /// Returns whether filters turn a warning into an error.
    pub(super) fn makes_errors_of(&self, warned: &Warned) -> bool {
        self.warning_filters.action(warned) == Some(Action::Error)
    }

    /// Returns whether filters hide a warning.
    pub(super) fn hides(&self, warned: &Warned) -> bool {
        self.warning_filters.action(warned) == Some(Action::Ignore)
    }
}

/// The filters that a configuration states, in order.
#[derive(Clone, Debug)]
pub(super) struct WarningFilters(Vec<WarningFilter>);

impl WarningFilters {
    pub(super) fn of(configuration: Option<&PytestConfiguration>, budget: &PatternBudget) -> Self {
        let Some(configuration) = configuration else { return Self(Vec::new()) };
        if configuration.command_line_values(&["-p"]).iter().any(|word| word == "no:warnings") {
            return Self(Vec::new());
        }
        let stated = configuration.lines("filterwarnings");
        let stated = stated.iter().map(|text| WarningFilter::of(text, false, budget));
        let on_command_line = configuration.command_line_values(&["-W", "--pythonwarnings"]);
        let on_command_line = on_command_line.iter().map(|text| WarningFilter::of(text, true, budget));
        Self(stated.chain(on_command_line).collect())
    }

    /// Returns the action of the last filter that matches a warning; `None` if unknown
    /// (docs.python.org/3/library/warnings.html#the-warnings-filter).
    fn action(&self, warned: &Warned) -> Option<Action> {
        let mut action = Some(Action::Show);
        for filter in &self.0 {
            match filter.fits(warned) {
                Some(true) => action = Some(filter.action),
                Some(false) => {}
                None => action = action.filter(|action| *action == filter.action),
            }
        }
        action
    }
}

/// The action for a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Error,
    Ignore,
    Show,
}

impl Action {
    /// Returns the action of a name, which may be abbreviated.
    fn of(name: &str) -> Self {
        match name {
            "" => Self::Show,
            _ if "error".starts_with(name) => Self::Error,
            _ if "ignore".starts_with(name) => Self::Ignore,
            _ => Self::Show,
        }
    }
}

/// A filter for warnings: `action:message:category:module:line`.
#[derive(Clone, Debug)]
struct WarningFilter {
    action: Action,
    words: Pattern,
    category: String,
    module: Pattern,
    has_line: bool,
}

impl WarningFilter {
    /// Parses a filter. On the command line, message and module are literal texts rather than patterns.
    fn of(text: &str, is_literal: bool, budget: &PatternBudget) -> Self {
        let mut parts = text.split(':').map(str::trim);
        let mut next = || parts.next().unwrap_or_default();
        let (action, message, category, module, line) = (next(), next(), next(), next(), next());
        Self {
            action: Action::of(action),
            words: match is_literal {
                true => Pattern::beginning(&regex::escape(message), true, budget),
                false => Pattern::beginning(message, true, budget),
            },
            category: category.rsplit('.').next().unwrap_or_default().to_owned(),
            module: match is_literal {
                true => Pattern::whole(module, budget),
                false => Pattern::beginning(module, false, budget),
            },
            has_line: !matches!(line, "" | "0"),
        }
    }

    /// Returns whether the filter matches a warning; `None` if unknown.
    fn fits(&self, warned: &Warned) -> Option<bool> {
        let category = self.category.as_str();
        if !matches!(category, "" | "Warning") && !warned.categories.contains(&category) || self.has_line {
            return Some(false);
        }
        match (self.words.fits(Some(&warned.words)), self.module.fits(warned.module)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

/// The pattern of a filter for the text of a warning, or for a module.
#[derive(Clone, Debug)]
enum Pattern {
    Anything,
    Matching(Regex),
    /// An unknown pattern: Python may read it differently, or it is too large.
    Unknown,
}

impl Pattern {
    /// Creates a pattern that matches the start of a text.
    fn beginning(pattern: &str, ignores_case: bool, budget: &PatternBudget) -> Self {
        if pattern.is_empty() {
            return Self::Anything;
        }
        if budget.take_expression().is_err() {
            return Self::Unknown;
        }
        let mut builder = RegexBuilder::new(&format!("^(?:{pattern})"));
        builder.unicode(false).case_insensitive(ignores_case);
        builder.size_limit(MAX_EXPRESSION).dfa_size_limit(MAX_EXPRESSION);
        builder.build().map_or(Self::Unknown, Self::Matching)
    }

    /// Creates a pattern that matches exactly this text.
    fn whole(text: &str, budget: &PatternBudget) -> Self {
        match text {
            "" => Self::Anything,
            _ => Self::beginning(&format!("{}$", regex::escape(text)), false, budget),
        }
    }

    /// Returns whether a text matches; `None` if the text or the pattern is unknown.
    fn fits(&self, text: Option<&str>) -> Option<bool> {
        match (self, text) {
            (Self::Anything, _) => Some(true),
            (Self::Matching(pattern), Some(text)) => Some(pattern.is_match(text.as_bytes())),
            (Self::Matching(_), None) | (Self::Unknown, _) => None,
        }
    }
}

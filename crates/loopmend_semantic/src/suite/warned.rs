//! What a configuration makes of warnings of pytest and pytest-asyncio.

use regex::bytes::RegexBuilder;

use super::SuiteSettings;

/// A warning.
pub(super) struct Warned<'w> {
    /// How it begins.
    words: String,
    /// The module that it is about; `None` where that depends on the place, or is not known.
    module: Option<&'static str>,
    /// The names of its class and of those that it inherits from, `Warning` left out.
    categories: Vec<&'w str>,
}

/// What a warning of a class inherits from, `Warning` left out.
const INHERITED: [(&str, &[&str]); 4] = [
    ("PytestWarning", &["UserWarning"]),
    ("PytestConfigWarning", &["PytestWarning", "UserWarning"]),
    ("PytestDeprecationWarning", &["PytestWarning", "UserWarning", "DeprecationWarning"]),
    (
        "PytestRemovedIn9Warning",
        &["PytestDeprecationWarning", "PytestWarning", "UserWarning", "DeprecationWarning"],
    ),
];

/// The module of pytest-asyncio that warns.
const PLUGIN: &str = "pytest_asyncio.plugin";

impl<'w> Warned<'w> {
    /// One of a class that begins so.
    pub(super) fn of_class(class: &'w str, words: &str) -> Self {
        let inherited = INHERITED.iter().find(|(known, _)| *known == class).map_or(&[][..], |(_, all)| all);
        let categories = std::iter::once(class).chain(inherited.iter().copied()).collect();
        Self { words: words.to_owned(), module: None, categories }
    }

    /// The option `asyncio_default_fixture_loop_scope` is not set (pytest-asyncio, `plugin.py`).
    pub(super) fn unset_option() -> Self {
        Self::deprecation("The configuration option \"asyncio_default_fixture_loop_scope\" is unset.\n")
    }

    /// The project has a fixture `event_loop_policy` (pytest-asyncio, `plugin.py`).
    pub(super) fn own_policy() -> Self {
        Self::deprecation("Overriding the \"event_loop_policy\" fixture is deprecated and will be removed")
    }

    /// A mark has the argument `scope` (pytest-asyncio, `plugin.py`).
    pub(super) fn scope_of_mark() -> Self {
        Self::deprecation("The \"scope\" keyword argument to the asyncio marker has been deprecated.")
    }

    fn deprecation(words: &str) -> Self {
        Self { module: Some(PLUGIN), ..Self::of_class("PytestDeprecationWarning", words) }
    }

    /// A plain test is marked for pytest-asyncio (`plugin.py`).
    pub(super) fn marked_plain_test(test: &str) -> Self {
        let words = format!(
            "The test <Function {test}> is marked with '@pytest.mark.asyncio' but it is not an async function."
        );
        Self::of_class("PytestWarning", &words)
    }

    /// Nothing runs an async fixture (pytest 8.4, `fixtures.py`).
    pub(super) fn unrun_fixture(test: &str, fixture: &str) -> Self {
        let words = format!(
            "'{test}' requested an async fixture '{fixture}', with no plugin or hook that handled it."
        );
        Self { module: Some("_pytest.fixtures"), ..Self::of_class("PytestRemovedIn9Warning", &words) }
    }

    /// Nothing reads an option (pytest, `config/__init__.py`).
    pub(super) fn unknown_option(option: &str) -> Self {
        Self::of_class("PytestConfigWarning", &format!("Unknown config option: {option}\n"))
    }
}

impl SuiteSettings {
    /// Whether filters make an error of a warning.
    pub(super) fn makes_errors_of(&self, warned: &Warned) -> bool {
        self.filtered(warned) == Some(Action::Error)
    }

    /// Whether filters hide a warning.
    pub(super) fn hides(&self, warned: &Warned) -> bool {
        self.filtered(warned) == Some(Action::Ignore)
    }

    /// What the last filter that fits a warning makes of it; `None` where that cannot be told
    /// (docs.python.org/3/library/warnings.html#the-warnings-filter).
    fn filtered(&self, warned: &Warned) -> Option<Action> {
        let mut action = Some(Action::Show);
        let Some(configuration) = &self.configuration else { return action };
        let turned = configuration.command_line_values(&["-p"]);
        if turned.iter().any(|word| word == "no:warnings") {
            return action;
        }
        let stated =
            configuration.lines("filterwarnings").into_iter().map(|text| WarningFilter::of(&text, false));
        let on_command_line = configuration.command_line_values(&["-W", "--pythonwarnings"]);
        let on_command_line = on_command_line.iter().map(|text| WarningFilter::of(text, true));
        for filter in stated.chain(on_command_line) {
            match filter.fits(warned) {
                Some(true) => action = Some(filter.action),
                Some(false) => {}
                None => action = action.filter(|action| *action == filter.action),
            }
        }
        action
    }
}

/// What becomes of a warning.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    Error,
    Ignore,
    Show,
}

impl Action {
    /// By its name, which may be cut.
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
struct WarningFilter {
    action: Action,
    message: String,
    category: String,
    module: String,
    has_line: bool,
    /// Whether message and module are texts, and no patterns: so it is on the command line.
    is_literal: bool,
}

impl WarningFilter {
    fn of(text: &str, is_literal: bool) -> Self {
        let mut parts = text.split(':').map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        let (action, message, category, module, line) = (next(), next(), next(), next(), next());
        let action = Action::of(&action);
        Self { action, message, category, module, has_line: !matches!(line.as_str(), "" | "0"), is_literal }
    }

    /// Whether it fits a warning; `None` where that is not known.
    fn fits(&self, warned: &Warned) -> Option<bool> {
        let name = self.category.rsplit('.').next().unwrap_or_default();
        if !matches!(name, "" | "Warning") && !warned.categories.contains(&name) || self.has_line {
            return Some(false);
        }
        match (self.fits_words(&warned.words), self.fits_module(warned.module)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    fn fits_words(&self, words: &str) -> Option<bool> {
        match self.is_literal {
            true => begins_as(words, &regex::escape(&self.message), true),
            false => begins_as(words, &self.message, true),
        }
    }

    fn fits_module(&self, module: Option<&str>) -> Option<bool> {
        match module {
            _ if self.module.is_empty() => Some(true),
            None => None,
            Some(module) if self.is_literal => Some(self.module == module),
            Some(module) => begins_as(module, &self.module, false),
        }
    }
}

/// Whether a text begins as a pattern says; `None` of a pattern that Python may read in another way.
fn begins_as(text: &str, pattern: &str, ignores_case: bool) -> Option<bool> {
    let mut builder = RegexBuilder::new(&format!("^(?:{pattern})"));
    let pattern = builder.unicode(false).case_insensitive(ignores_case).build().ok()?;
    Some(pattern.is_match(text.as_bytes()))
}

//! The table of known error texts.

use std::sync::OnceLock;

use pep440_rs::{Version, VersionSpecifiers};
use serde::Deserialize;

use crate::surroundings::{Context, Marks, context_in, contexts};

/// A kind of error: the texts that show it, where it comes from and what to do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownError {
    /// What it is called; stable, for programs.
    pub id: String,
    /// What says so, with versions where only some do.
    pub library: String,
    /// What is said.
    pub texts: Vec<Text>,
    /// Why, in a sentence.
    pub cause: String,
    /// What to do.
    pub cure: String,
    /// Where to look in the project.
    pub look: String,
    /// The codes of the rules that find the cause in a project.
    #[serde(default)]
    pub rules: Vec<String>,
    /// How tests end that meet the same later in the run.
    #[serde(default)]
    pub(crate) then: Option<Then>,
    /// Advice for contexts; the first that holds counts.
    #[serde(default)]
    advice: Vec<Advice>,
    /// `true` if an error that ended the run may cause it.
    #[serde(default)]
    pub(crate) after: bool,
    /// `true` if an object that several event loops share causes it.
    #[serde(default)]
    pub shared: bool,
}

/// What an error means, and what to do, in a context.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// The names of the contexts, any of which is enough.
    #[serde(rename = "in")]
    contexts: Vec<String>,
    /// The cause there, if it differs.
    #[serde(default)]
    pub cause: Option<String>,
    /// What to do there.
    pub cure: String,
    /// Where to look there, if it differs.
    #[serde(default)]
    pub look: Option<String>,
}

/// An exception without words, known by the lines that raise it once an error was met.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Then {
    /// Its class.
    of: String,
    /// The lines of source, any of which is shown.
    at: Vec<String>,
}

impl Then {
    /// Whether a message and the line that raised it are that.
    pub(crate) fn is_it(&self, message: &str, line: &str) -> bool {
        message == self.of && self.at.iter().any(|at| at == line)
    }
}

/// One text of an error.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// The class of the exception or warning that it belongs to.
    #[serde(default)]
    pub of: Option<String>,
    /// What the message begins with before it, where that differs: `The test {} `.
    #[serde(default)]
    pub head: Option<String>,
    /// What is said; `*` stands for anything, `{}` for a name.
    pub text: String,
    /// Whether it is too short to be known without its class.
    #[serde(default)]
    pub whole: bool,
    /// Whether it is said while pytest is configured, before it looks for tests.
    #[serde(default)]
    pub at_start: bool,
    /// Which versions say so, in words.
    #[serde(default, rename = "in")]
    pub versions: Option<String>,
    /// The same for programs, where it rests on what is installed: `pytest-asyncio>=1.1`.
    #[serde(default)]
    pub when: Vec<Condition>,
}

/// What must be installed: `pytest-asyncio>=1.1`; `python` is the interpreter.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Condition {
    name: String,
    versions: VersionSpecifiers,
}

impl Condition {
    /// Whether it holds; so it does where the version is not known.
    pub fn holds(&self, installed: &dyn Fn(&str) -> Option<Version>) -> bool {
        installed(&self.name).is_none_or(|version| self.versions.contains(&version))
    }
}

impl TryFrom<String> for Condition {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let end = text.find(['<', '>', '=', '!']).ok_or("a condition names a version")?;
        let versions = text[end..].parse().map_err(|error| format!("{text}: {error}"))?;
        Ok(Self { name: text[..end].trim().to_owned(), versions })
    }
}

impl Text {
    /// As Python prints it, with `…` where it differs from run to run.
    pub fn shown(&self) -> String {
        self.whole_text().replace("{}", "…").replace('*', "…")
    }

    /// The class of the warning that it is, and how that begins.
    pub fn warning(&self) -> Option<(&str, &str)> {
        let class = self.of.as_deref().filter(|class| class.ends_with("Warning"))?;
        let begins = self.head.as_deref().unwrap_or(&self.text);
        Some((class, begins.split(['*', '{']).next().unwrap_or_default()))
    }

    /// With the class and from its beginning, as far as they are known.
    pub(crate) fn whole_text(&self) -> String {
        let class = self.of.as_ref().map(|class| format!("{class}: ")).unwrap_or_default();
        format!("{class}{}{}", self.head.as_deref().unwrap_or_default(), self.text)
    }
}

fn context_of(advice: &Advice, marks: Marks) -> Option<&'static Context> {
    advice.contexts.iter().find_map(|id| context_in(marks, id))
}

impl KnownError {
    /// The advice for a context of these marks, with the context.
    pub fn advice_in(&self, marks: Marks) -> Option<(&Advice, &'static Context)> {
        let of_context = |advice| Some((advice, context_of(advice, marks)?));
        self.advice.iter().find_map(of_context)
    }

    /// All advice, each with the contexts that it is for.
    pub fn advice(&self) -> impl Iterator<Item = (&Advice, Vec<&'static Context>)> {
        self.advice.iter().map(|advice| {
            let contexts = contexts().iter().filter(|context| advice.contexts.contains(&context.id));
            (advice, contexts.collect())
        })
    }

    /// `true` if it is a warning about something that a later version removes.
    pub fn is_deprecation(&self) -> bool {
        let is_it = |text: &Text| text.of.as_deref().is_some_and(|of| of.ends_with("DeprecationWarning"));
        self.texts.iter().all(is_it)
    }

    #[cfg(test)]
    pub(crate) fn contexts_of_advice(&self) -> impl Iterator<Item = &str> {
        self.advice.iter().flat_map(|advice| &advice.contexts).map(String::as_str)
    }

    /// What is said with these versions.
    pub fn text_with(&self, installed: &dyn Fn(&str) -> Option<Version>) -> &Text {
        let holds = |text: &&Text| text.when.iter().all(|condition| condition.holds(installed));
        self.texts.iter().find(holds).unwrap_or(&self.texts[0])
    }
}

/// What a rule about a project finds, as a cause of errors.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// The code of the rule.
    pub rule: String,
    /// Words of its message, where the rule finds several things and this is one of them.
    #[serde(default)]
    told: Option<String>,
    /// What the user sees because of it.
    #[serde(default)]
    pub says: Vec<Says>,
    /// What happens where nothing is said.
    #[serde(default)]
    pub otherwise: Option<String>,
    /// What to do.
    pub cure: String,
}

/// An error that a cause ends in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    id: String,
    #[serde(default)]
    when: Vec<Condition>,
    /// Whether it rests on what the tests do.
    #[serde(default)]
    pub may: bool,
    /// What is so whatever they do.
    #[serde(default)]
    pub so: Option<String>,
}

impl Says {
    /// The error.
    pub fn error(&self) -> Option<&'static KnownError> {
        table().iter().find(|error| error.id == self.id)
    }
}

impl Cause {
    /// Whether it is what a finding of a rule says.
    pub fn is_of(&self, rule: &str, message: &str) -> bool {
        self.rule == rule && self.told.as_ref().is_none_or(|told| message.contains(told.as_str()))
    }

    /// What is said with these versions.
    pub fn says_with(&self, installed: &dyn Fn(&str) -> Option<Version>) -> Option<&Says> {
        self.says.iter().find(|says| says.when.iter().all(|condition| condition.holds(installed)))
    }
}

#[derive(Deserialize)]
struct Data {
    error: Vec<KnownError>,
}

#[derive(Deserialize)]
struct Causes {
    cause: Vec<Cause>,
}

/// The causes, in the order in which they are best mended.
pub fn causes() -> &'static [Cause] {
    static CAUSES: OnceLock<Vec<Cause>> = OnceLock::new();
    CAUSES.get_or_init(|| {
        let data: Causes = toml::from_str(include_str!("causes.toml")).expect("the table is tested");
        data.cause
    })
}

/// All that are known, in a fixed order.
pub fn table() -> &'static [KnownError] {
    static TABLE: OnceLock<Vec<KnownError>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let data: Data = toml::from_str(include_str!("errors.toml")).expect("the table is tested");
        data.error
    })
}

#[cfg(test)]
mod tests {
    use super::{Says, causes, table};

    #[test]
    fn every_cause_names_errors_that_are_known() {
        for cause in causes() {
            for says in &cause.says {
                assert!(says.error().is_some(), "{}: {}", cause.rule, says.id);
            }
            assert!(cause.cure.ends_with('.') && cause.rule.starts_with("LM"), "{}", cause.rule);
            assert!(!cause.says.is_empty() || cause.otherwise.is_some(), "{}", cause.rule);
        }
    }

    #[test]
    fn what_is_said_follows_from_the_versions() {
        let cause = causes().iter().find(|cause| cause.rule == "LM303").unwrap();
        let error = cause.says_with(&|_| None).and_then(Says::error).unwrap();
        let old = error.text_with(&|name| (name == "pytest").then(|| "8.3.5".parse().unwrap()));
        let new = error.text_with(&|name| (name == "pytest").then(|| "9.2.0".parse().unwrap()));
        assert_eq!(old.of.as_deref(), Some("PytestUnhandledCoroutineWarning"));
        assert_eq!(new.of.as_deref(), Some("Failed"));
    }

    #[test]
    fn no_cause_stands_behind_one_that_takes_all_findings_of_its_rule() {
        for (at, cause) in causes().iter().enumerate() {
            let before = &causes()[..at];
            assert!(
                before.iter().all(|other| other.told.is_some() || other.rule != cause.rule),
                "{}",
                cause.rule
            );
        }
    }

    #[test]
    fn every_entry_is_whole_and_has_a_name_of_its_own() {
        let mut names: Vec<&str> = table().iter().map(|error| error.id.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table().len());
        for error in table() {
            assert!(!error.texts.is_empty(), "{}", error.id);
            assert!(error.cause.ends_with('.') && error.cure.ends_with('.'), "{}", error.id);
            assert!(!error.look.ends_with('.'), "{}", error.id);
            for advice in &error.advice {
                let sentences = [advice.cause.as_ref(), Some(&advice.cure)];
                assert!(sentences.into_iter().flatten().all(|words| words.ends_with('.')), "{}", error.id);
                assert!(!advice.look.as_ref().is_some_and(|look| look.ends_with('.')), "{}", error.id);
            }
        }
    }
}

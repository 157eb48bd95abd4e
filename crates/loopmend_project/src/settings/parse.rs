//! Reads the options from TOML; every error has its place in the file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use ignore::gitignore::GitignoreBuilder;
use loopmend_catalog::{Facts, FactsReader, Role, WrongFact, named};
use loopmend_core::{Level, LineIndex};
use loopmend_files::PatternBudget;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::nearest::{did_you_mean, nearest_or_all};
use crate::paths;
use crate::settings::options::{
    BlockingOptions, CategoriesOptions, DriftOptions, FixOptions, Options, OverrideOptions, RuleLevels,
};
use crate::settings::selector::RuleSelector;
use crate::settings::{BlockingGroup, Category, ResourceKind};
use crate::{KnownRule, ProjectError, PythonVersion};

type Value<'i> = Spanned<DeValue<'i>>;

/// The text of a configuration file, with the path it is shown under.
pub(crate) struct ConfigurationText<'t> {
    pub(crate) shown: &'t str,
    pub(crate) text: &'t str,
}

impl ConfigurationText<'_> {
    /// An error at a byte of the file: `path:line:column: message`.
    pub(crate) fn error_at(&self, offset: usize, message: &str) -> ProjectError {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        let place = LineIndex::new(self.text).line_column(offset, self.text);
        ProjectError { message: format!("{}:{}:{}: {message}", self.shown, place.line, place.column) }
    }

    /// A wrong entry about a library, with the nearest known word, or all if they are few.
    pub(crate) fn wrong_fact(&self, wrong: &WrongFact) -> ProjectError {
        let unknown = wrong.unknown.as_ref();
        let help = unknown.map(|(word, known)| nearest_or_all(word, known)).unwrap_or_default();
        self.error_at(wrong.at, &format!("{}{help}", wrong.message))
    }

    /// The whole file as a table.
    ///
    /// # Errors
    /// The first syntax error.
    pub(crate) fn parse(&self) -> Result<Spanned<DeTable<'_>>, ProjectError> {
        DeTable::parse(self.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            self.error_at(offset, &format!("invalid TOML: {}", error.message().trim().replace('\n', ", ")))
        })
    }
}

/// Reads options from their table.
pub(super) struct OptionsReader<'t> {
    pub(super) file: &'t ConfigurationText<'t>,
    /// The dotted name of the table, empty at the top level of `loopmend.toml`.
    pub(super) table: &'t str,
    /// The rules there are.
    pub(super) rules: &'t [KnownRule],
    /// What the globs of all settings may take.
    pub(super) globs: &'t PatternBudget,
}

/// So many import roots can be stated.
const MOST_ROOTS: usize = 1000;

impl OptionsReader<'_> {
    /// Reads and checks every key.
    ///
    /// # Errors
    /// The first wrong key or value in the order of the file.
    pub(super) fn options(&self, table: &DeTable<'_>) -> Result<Options, ProjectError> {
        let mut options = Options::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "include" => options.include = Some(self.globs(key, value)?),
                "exclude" => options.exclude = self.globs(key, value)?,
                "respect-gitignore" => options.respect_gitignore = Some(self.boolean(key, value)?),
                "roots" => options.roots = Some(self.roots(key, value)?),
                "python" => options.python = Some(self.path(key, value)?),
                "python-version" => options.python_version = Some(self.python_version(key, value)?),
                "cache-dir" => options.cache_dir = Some(self.path(key, value)?),
                "rules" => options.rules = self.levels(key, value)?,
                "overrides" => options.overrides = self.overrides(key, value)?,
                "strict" => options.strict = self.boolean(key, value)?,
                "blocking" => options.blocking = self.blocking(key, value)?,
                "categories" => options.categories = self.categories(key, value)?,
                "fix" => options.fix = self.fix(key, value)?,
                "drift" => options.drift = self.drift(key, value)?,
                "libraries" => options.libraries = self.libraries(key, value)?,
                _ => return Err(self.unknown_key(key, &span, "", &Options::KEYS)),
            }
        }
        Ok(options)
    }

    /// Each is compared with each directory.
    fn roots(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        let roots = self.strings(key, value)?;
        if roots.len() > MOST_ROOTS {
            let many = format!("`{key}` names {} directories; at most {MOST_ROOTS} are allowed", roots.len());
            return Err(self.file.error_at(value.span().start, &many));
        }
        roots.iter().try_for_each(|root| self.refuse_share(key, value, root))?;
        Ok(roots)
    }

    fn path(&self, key: &str, value: &Value<'_>) -> Result<String, ProjectError> {
        let path = self.string(key, value)?;
        self.refuse_share(key, value, &path)?;
        Ok(path)
    }

    /// Windows logs in to the computer that such a path names.
    fn refuse_share(&self, key: &str, value: &Value<'_>, path: &str) -> Result<(), ProjectError> {
        if !paths::is_share(Path::new(path)) {
            return Ok(());
        }
        let message = format!("`{key}` names a network share, which a file of the project may not do");
        Err(self.file.error_at(value.span().start, &message))
    }

    fn overrides(&self, key: &str, value: &Value<'_>) -> Result<Vec<OverrideOptions>, ProjectError> {
        let tables =
            value.get_ref().as_array().ok_or_else(|| self.wrong_type(key, value, "an array of tables"))?;
        tables.iter().map(|table| self.one_override(key, table)).collect()
    }

    fn one_override(&self, key: &str, value: &Value<'_>) -> Result<OverrideOptions, ProjectError> {
        let table =
            value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "an array of tables"))?;
        let mut options = OverrideOptions::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "paths" => options.paths = self.globs(key, value)?,
                "rules" => options.rules = self.levels(key, value)?,
                _ => return Err(self.unknown_key(key, &span, "overrides", &OverrideOptions::KEYS)),
            }
        }
        if options.paths.is_empty() {
            let message =
                format!("{} needs `paths`, the globs of the files it is for", self.table_name("overrides"));
            return Err(self.file.error_at(value.span().start, &message));
        }
        Ok(options)
    }

    fn blocking(&self, key: &str, value: &Value<'_>) -> Result<BlockingOptions, ProjectError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table"))?;
        let mut options = BlockingOptions::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "groups" => options.groups = Some(self.blocking_groups(key, value)?),
                "callables" => options.callables = self.dotted_names(key, value)?,
                _ => return Err(self.unknown_key(key, &span, "blocking", &BlockingOptions::KEYS)),
            }
        }
        Ok(options)
    }

    fn fix(&self, key: &str, value: &Value<'_>) -> Result<FixOptions, ProjectError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table"))?;
        let mut options = FixOptions::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "helpers" => options.helpers = self.boolean(key, value)?,
                _ => return Err(self.unknown_key(key, &span, "fix", &FixOptions::KEYS)),
            }
        }
        Ok(options)
    }

    fn drift(&self, key: &str, value: &Value<'_>) -> Result<DriftOptions, ProjectError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table"))?;
        let mut options = DriftOptions::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "everywhere" => options.everywhere = self.boolean(key, value)?,
                _ => return Err(self.unknown_key(key, &span, "drift", &DriftOptions::KEYS)),
            }
        }
        Ok(options)
    }

    fn libraries(&self, key: &str, value: &Value<'_>) -> Result<BTreeMap<String, Facts>, ProjectError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table"))?;
        let (names, wrong) = FactsReader { roles: Role::all() }.names(table);
        wrong.first().map_or(Ok(names), |wrong| Err(self.file.wrong_fact(wrong)))
    }

    fn categories(&self, key: &str, value: &Value<'_>) -> Result<CategoriesOptions, ProjectError> {
        let table = value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table"))?;
        let kinds = ResourceKind::ALL.map(|kind| (kind.name(), kind));
        let categories = Category::ALL.map(|category| (category.name(), category));
        let mut options = CategoriesOptions::default();
        for (key, span, value) in in_file_order(table) {
            match key {
                "callables" => {
                    options.callables =
                        self.lists_by(key, value, &kinds, |key, value| self.dotted_names(key, value))?;
                }
                "fixtures" => {
                    options.fixtures =
                        self.lists_by(key, value, &kinds, |key, value| self.identifiers(key, value))?;
                }
                "marks" => {
                    options.marks =
                        self.lists_by(key, value, &categories, |key, value| self.marks(key, value))?;
                }
                _ => return Err(self.unknown_key(key, &span, "categories", &CategoriesOptions::KEYS)),
            }
        }
        Ok(options)
    }

    /// A table of lists whose keys are among those that are `known`.
    fn lists_by<K: Copy + Ord>(
        &self,
        key: &str,
        value: &Value<'_>,
        known: &[(&str, K)],
        read: impl Fn(&str, &Value<'_>) -> Result<Vec<String>, ProjectError>,
    ) -> Result<BTreeMap<K, Vec<String>>, ProjectError> {
        let table =
            value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table of lists"))?;
        let mut lists = BTreeMap::new();
        for (name, span, value) in in_file_order(table) {
            let Some((_, meant)) = known.iter().find(|(known, _)| *known == name) else {
                let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
                return Err(self.unknown_key(name, &span, &format!("categories.{key}"), &names));
            };
            let names = read(name, value)?;
            self.refuse_twice(name, value, &names, known, &lists)?;
            lists.insert(*meant, names);
        }
        Ok(lists)
    }

    /// The error that one of the names of a list stands in one of those before, if it does.
    fn refuse_twice<K: Copy + Ord>(
        &self,
        key: &str,
        value: &Value<'_>,
        names: &[String],
        known: &[(&str, K)],
        before: &BTreeMap<K, Vec<String>>,
    ) -> Result<(), ProjectError> {
        let other_with = |name: &String| {
            let (other, _) = before.iter().find(|(_, listed)| listed.contains(name))?;
            known.iter().find(|(_, meant)| meant == other).map(|(other, _)| *other)
        };
        let twice = names.iter().find_map(|name| Some((name, other_with(name)?)));
        twice.map_or(Ok(()), |(name, other)| {
            let message =
                format!("`{name}` is listed under `{other}` and under `{key}`: it can mean one of them only");
            Err(self.file.error_at(value.span().start, &message))
        })
    }

    fn blocking_groups(&self, key: &str, value: &Value<'_>) -> Result<Vec<BlockingGroup>, ProjectError> {
        let groups = self.strings(key, value)?;
        let values = value.get_ref().as_array().into_iter().flat_map(|array| array.iter());
        let pairs = groups.iter().zip(values);
        pairs
            .map(|(group, value)| {
                BlockingGroup::named(group).ok_or_else(|| {
                    let near = did_you_mean(group, BlockingGroup::ALL.map(|(name, _)| name));
                    let message = format!("unknown group of blocking calls `{group}`{near}");
                    self.file.error_at(value.span().start, &message)
                })
            })
            .collect()
    }

    /// The names of marks that a project makes.
    fn marks(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        let names = self.identifiers(key, value)?;
        self.refuse(value, names.iter().find(|name| named(name.as_str()).has(Role::PytestMark)), |name| {
            format!("the mark `{name}` is pytest's own and says nothing about what a test reaches")
        })?;
        Ok(names)
    }

    fn identifiers(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        let names = self.strings(key, value)?;
        self.refuse(value, names.iter().find(|name| !is_identifier(name)), |name| {
            format!("`{name}` is not the name of a fixture or mark; write the bare name, such as `large`")
        })?;
        Ok(names)
    }

    /// The error that a value has a wrong name, if there is one.
    fn refuse(
        &self,
        value: &Value<'_>,
        wrong: Option<&String>,
        message: impl Fn(&str) -> String,
    ) -> Result<(), ProjectError> {
        wrong.map_or(Ok(()), |name| Err(self.file.error_at(value.span().start, &message(name))))
    }

    fn dotted_names(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        let names = self.strings(key, value)?;
        let values = value.get_ref().as_array().into_iter().flat_map(|array| array.iter());
        for (name, value) in names.iter().zip(values) {
            if !name.contains('.') || !name.split('.').all(is_identifier) {
                let message =
                    format!("`{name}` is not the dotted name of a callable, such as `package.function`");
                return Err(self.file.error_at(value.span().start, &message));
            }
        }
        Ok(names)
    }

    fn levels(&self, key: &str, value: &Value<'_>) -> Result<RuleLevels, ProjectError> {
        let table =
            value.get_ref().as_table().ok_or_else(|| self.wrong_type(key, value, "a table of levels"))?;
        let mut levels = BTreeMap::new();
        let mut seen: BTreeMap<RuleSelector, &str> = BTreeMap::new();
        for (name, span, value) in in_file_order(table) {
            let error = |message: String| self.file.error_at(span.start, &message);
            let selector = RuleSelector::parse(name, self.rules).map_err(error)?;
            if let Some(other) = seen.insert(selector, name) {
                return Err(error(format!("`{name}` and `{other}` are the same rule; keep one of them")));
            }
            levels.insert(name.to_owned(), self.level(name, value)?);
        }
        Ok(RuleLevels(levels))
    }

    fn level(&self, rule: &str, value: &Value<'_>) -> Result<Level, ProjectError> {
        const NAMES: [&str; 3] = ["ignore", "warn", "error"];
        let text =
            value.get_ref().as_str().ok_or_else(|| self.wrong_type(rule, value, "a level as a string"))?;
        text.parse().map_err(|error| {
            let message = format!("unknown level `{text}` of `{rule}`: {error}{}", did_you_mean(text, NAMES));
            self.file.error_at(value.span().start, &message)
        })
    }

    fn python_version(&self, key: &str, value: &Value<'_>) -> Result<String, ProjectError> {
        let text = match value.get_ref().as_str() {
            Some(text) => text,
            None => return Err(self.wrong_type(key, value, "a string such as \"3.12\"")),
        };
        let version: PythonVersion = text
            .parse()
            .map_err(|error| self.file.error_at(value.span().start, &format!("`{key}`: {error}")))?;
        Ok(version.to_string())
    }

    fn globs(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        let globs = self.strings(key, value)?;
        if let Err(limit) = self.globs.take(globs.iter().map(String::as_str)) {
            return Err(self.file.error_at(value.span().start, &format!("`{key}` has wrong globs: {limit}")));
        }
        let values = value.get_ref().as_array().into_iter().flat_map(|array| array.iter());
        for (glob, value) in globs.iter().zip(values) {
            if let Err(error) = GitignoreBuilder::new(Path::new("")).add_line(None, glob) {
                return Err(self
                    .file
                    .error_at(value.span().start, &format!("`{key}` has a wrong glob: {error}")));
            }
        }
        Ok(globs)
    }

    fn strings(&self, key: &str, value: &Value<'_>) -> Result<Vec<String>, ProjectError> {
        const EXPECTED: &str = "an array of strings";
        let array = value.get_ref().as_array().ok_or_else(|| self.wrong_type(key, value, EXPECTED))?;
        let text = |item: &Value<'_>| {
            item.get_ref().as_str().map(str::to_owned).ok_or_else(|| self.wrong_type(key, item, EXPECTED))
        };
        array.iter().map(text).collect()
    }

    fn string(&self, key: &str, value: &Value<'_>) -> Result<String, ProjectError> {
        value.get_ref().as_str().map(str::to_owned).ok_or_else(|| self.wrong_type(key, value, "a string"))
    }

    fn boolean(&self, key: &str, value: &Value<'_>) -> Result<bool, ProjectError> {
        value.get_ref().as_bool().ok_or_else(|| self.wrong_type(key, value, "true or false"))
    }

    fn wrong_type(&self, key: &str, value: &Value<'_>, expected: &str) -> ProjectError {
        let found = value.get_ref().type_str();
        self.file
            .error_at(value.span().start, &format!("`{key}` must be {expected}, this has the type {found}"))
    }

    fn unknown_key(&self, key: &str, span: &Range<usize>, table: &str, known: &[&str]) -> ProjectError {
        let near = did_you_mean(key, known.iter().copied());
        let table = self.table_name(table);
        self.file.error_at(span.start, &format!("unknown key `{key}` in {table}{near}"))
    }

    fn table_name(&self, inner: &str) -> String {
        match (self.table, inner) {
            ("", "") => "the top level".to_owned(),
            ("", name) | (name, "") => format!("[{name}]"),
            (outer, inner) => format!("[{outer}.{inner}]"),
        }
    }
}

/// Keywords of Python (docs.python.org/3/reference/lexical_analysis.html#keywords).
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Whether a text is a name in Python.
fn is_identifier(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
        && !text.starts_with(|first: char| first.is_ascii_digit())
        && !text.is_empty()
        && !KEYWORDS.contains(&text)
}

fn in_file_order<'t, 'i>(table: &'t DeTable<'i>) -> Vec<(&'t str, Range<usize>, &'t Value<'i>)> {
    let mut entries: Vec<_> =
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
    entries.sort_by_key(|(_, span, _)| span.start);
    entries
}

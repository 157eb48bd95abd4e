//! The settings of how texts are written.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::{Tree, Violation};

/// Where the settings are.
pub(crate) const PATH: &str = "xtask/tidy.toml";

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The files and directories of pages for users.
    pub(crate) user_pages: Vec<String>,
    /// The directories below them whose pages are for developers.
    pub(crate) developer_pages: Vec<String>,
    /// Words and phrases that are wrong everywhere, in lower case.
    pub(crate) wrong_words: Vec<String>,
    /// Files and directories that are not checked yet.
    pub(crate) not_yet: Vec<String>,
    /// Files whose lists look like names of Python and are not, with what they are.
    not_python: BTreeMap<String, String>,
}

impl Settings {
    /// The settings of the workspace.
    ///
    /// # Errors
    /// When the file is missing, or is not as it must be.
    pub(crate) fn of(tree: &Tree) -> Result<Self, Violation> {
        let wrong = |message: String| Violation::new(PATH, 0, message);
        let text = tree.text(PATH).ok_or_else(|| wrong("is missing".to_owned()))?;
        let mut table: Table = text.parse().map_err(|error| wrong(format!("is not TOML: {error}")))?;
        let not_python = match table.remove("not-python").map(Value::try_into) {
            Some(Ok(reasons)) => reasons,
            Some(Err(_)) => return Err(wrong("`not-python` must have a reason for each file".to_owned())),
            None => BTreeMap::new(),
        };
        let mut list = |key: &str| {
            let Some(Value::Array(values)) = table.remove(key) else {
                return Err(wrong(format!("`{key}` must be a list")));
            };
            let string = |value: Value| value.as_str().map(str::to_owned);
            let strings: Option<Vec<String>> = values.into_iter().map(string).collect();
            strings.ok_or_else(|| wrong(format!("`{key}` must be a list of strings")))
        };
        let settings = Self {
            user_pages: list("user-pages")?,
            developer_pages: list("developer-pages")?,
            wrong_words: list("wrong-words")?,
            not_yet: list("not-yet")?,
            not_python,
        };
        match table.keys().next() {
            Some(key) => Err(wrong(format!("`{key}` is not a setting"))),
            None => Ok(settings),
        }
    }

    /// `true` if users read the page, apart from the pages of rules.
    pub(crate) fn is_user_page(&self, path: &str) -> bool {
        path.ends_with(".md") && lies_in(path, &self.user_pages) && !lies_in(path, &self.developer_pages)
    }

    /// The files that may have lists of names of Python.
    pub(crate) fn excuses_for_names(&self) -> impl Iterator<Item = &str> {
        self.not_python.keys().map(String::as_str)
    }

    /// The entry that excuses the lists of a file.
    pub(crate) fn excuse_for_names(&self, path: &str) -> Option<&str> {
        self.excuses_for_names().find(|entry| has(entry, path))
    }

    /// The entry of `not-yet` that has this file.
    pub(crate) fn not_yet(&self, path: &str) -> Option<&str> {
        self.not_yet.iter().map(String::as_str).find(|entry| has(entry, path))
    }
}

fn lies_in(path: &str, entries: &[String]) -> bool {
    entries.iter().any(|entry| has(entry, path))
}

/// Directories end with `/`.
fn has(entry: &str, path: &str) -> bool {
    path == entry || entry.ends_with('/') && path.starts_with(entry)
}

#[cfg(test)]
mod tests {
    use super::{PATH, Settings};
    use crate::Tree;

    const TEXT: &str = "user-pages = [\"README.md\", \"docs/\"]\ndeveloper-pages = [\"docs/dev/\"]\n\
        wrong-words = [\"mend\"]\nnot-yet = [\"docs/old.md\", \"docs/a/\"]\n";

    fn problem(text: &str) -> String {
        Settings::of(&Tree::of(&[(PATH, text)])).unwrap_err().to_string()
    }

    #[test]
    fn settings_are_read() {
        let settings = Settings::of(&Tree::of(&[(PATH, TEXT)])).unwrap();
        assert_eq!(settings.wrong_words, ["mend"]);
        let paths = ["README.md", "docs/a.md", "docs/dev/b.md", "docs/a.svg", "README.md.md", "LICENSE.md"];
        let are_for_users: Vec<_> = paths.into_iter().filter(|path| settings.is_user_page(path)).collect();
        assert_eq!(are_for_users, ["README.md", "docs/a.md"]);
        let not_yet = ["docs/old.md", "docs/a/x.md", "docs/older.md"].map(|path| settings.not_yet(path));
        assert_eq!(not_yet, [Some("docs/old.md"), Some("docs/a/"), None]);
    }

    #[test]
    fn wrong_settings_are_named() {
        assert_eq!(Settings::of(&Tree::default()).unwrap_err().to_string(), format!("{PATH}: is missing"));
        assert!(problem("x = [").contains("is not TOML"));
        assert!(problem(&TEXT.replace("not-yet", "not_yet")).contains("`not-yet` must be a list"));
        assert!(
            problem(&TEXT.replace("[\"mend\"]", "[1]")).contains("`wrong-words` must be a list of strings")
        );
        assert!(problem(&format!("{TEXT}more = []\n")).contains("`more` is not a setting"));
    }
}

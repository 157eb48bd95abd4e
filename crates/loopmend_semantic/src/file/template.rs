//! Templates: files from which a generator makes Python.

use std::path::Path;

use loopmend_catalog::Words;
use loopmend_core::Span;
use loopmend_python::Code;

use super::File;

/// A statement of a template on a line of its own: `{% if name %}`, also in a comment, or `# % if name`
/// (jinja.palletsprojects.com/en/stable/templates/#line-statements).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Statement<'t> {
    /// The number of its line, from 0.
    line: usize,
    keyword: &'t str,
    /// `true` if the statement has the prefix of line statements: `# %`.
    has_prefix: bool,
}

impl File<'_> {
    /// Returns whether the file is a template. Its path has a placeholder, or it has syntax errors and one of these: a placeholder where an error
    /// is or outside of strings, a statement of a template, or any placeholder in a directory with the name of templates.
    pub(super) fn is_template(&self) -> bool {
        let engine = self.engine();
        let path = engine
            .module_path(self.module())
            .and_then(|path| path.strip_prefix(engine.project().root_dir()).ok());
        if path.is_some_and(|path| has_placeholder(&path.to_string_lossy())) {
            return true;
        }
        let text = self.text();
        let errors = self.syntax_errors();
        if errors.is_empty() || self.is_notebook() || !may_be_template(text) {
            return false;
        }
        let code = self.code();
        errors.iter().any(|error| is_in_placeholder(text, error.span))
            || code.has_double_brace()
            || has_statements(&statements(&code, text))
            || has_placeholder(text) && path.is_some_and(is_in_template_directory)
    }

    /// Returns whether statements of a template choose between parts of the code. Which definitions a name refers to depends on the choice.
    pub fn has_template_branches(&self) -> bool {
        let text = self.text();
        may_be_template(text) && text.contains("endif") && chooses_code(text, &statements(&self.code(), text))
    }
}

fn has_placeholder(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}

/// Returns whether a text may have placeholders or statements of a template.
fn may_be_template(text: &str) -> bool {
    has_placeholder(text) || text.contains("# %") || text.contains("#%")
}

fn is_in_template_directory(path: &Path) -> bool {
    let is_of_templates = |name: &str| {
        let name = name.to_lowercase();
        name.split(|letter: char| !letter.is_alphanumeric()).any(|word| Words::TemplateDirectories.has(word))
    };
    path.ancestors().skip(1).filter_map(|directory| directory.file_name()?.to_str()).any(is_of_templates)
}

/// Returns whether a syntax error is at a template placeholder: `{{ name }}`, `{% if name %}`.
fn is_in_placeholder(text: &str, error: Span) -> bool {
    let Some((before, behind)) = text.split_at_checked(error.start as usize) else { return false };
    behind.starts_with("{{")
        || behind.starts_with("{%")
        || before.ends_with('{') && behind.starts_with(['{', '%'])
}

/// Returns the statements of a template outside of strings.
fn statements<'t>(code: &Code, text: &'t str) -> Vec<Statement<'t>> {
    let mut start = 0;
    let mut found = Vec::new();
    for (line, written) in text.split_inclusive('\n').enumerate() {
        if let Some((keyword, has_prefix)) = statement_on(written)
            && !code.is_in_string(start + (written.len() - written.trim_start().len()) as u32)
        {
            found.push(Statement { line, keyword, has_prefix });
        }
        start += written.len() as u32;
    }
    found
}

/// Returns the keyword of the statement that a line consists of, and whether it is written with the prefix of line statements.
fn statement_on(line: &str) -> Option<(&str, bool)> {
    let line = line.trim();
    let written = line.trim_start_matches('#').trim_start();
    let (inside, has_prefix) = match written.strip_prefix("{%") {
        Some(behind) => {
            let (inside, rest) = behind.split_once("%}")?;
            rest.is_empty().then_some((inside, false))?
        }
        None if line.starts_with('#') => (written.strip_prefix('%')?, true),
        None => return None,
    };
    let inside = inside.strip_prefix(['-', '+']).unwrap_or(inside).trim_start();
    let end = inside.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(inside.len());
    let keyword = &inside[..end];
    Words::TemplateStatements.has(keyword).then_some((keyword, has_prefix))
}

/// Returns whether statements are those of a template. A comment may look like a single one with a prefix.
fn has_statements(statements: &[Statement]) -> bool {
    statements.iter().any(|statement| !statement.has_prefix)
        || statements.iter().any(|statement| Words::TemplateEnds.has(statement.keyword))
}

/// Returns whether code is between the start of a choice and its end. A comment may show a template.
fn chooses_code(text: &str, statements: &[Statement]) -> bool {
    let mut statements = statements.iter().peekable();
    // For each open choice, the number of lines of code before it.
    let mut open: Vec<usize> = Vec::new();
    let mut lines_of_code = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        match statements.next_if(|statement| statement.line == number).map(|statement| statement.keyword) {
            Some("if") => open.push(lines_of_code),
            Some("endif") if open.pop().is_some_and(|before| before < lines_of_code) => return true,
            Some(_) => {}
            None => lines_of_code += usize::from(is_code(line)),
        }
    }
    false
}

fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with('#')
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_in_template_directory, statement_on};

    #[test]
    fn statements_have_lines_to_themselves() {
        let cases = [
            ("{% if name %}\n", Some(("if", false))),
            ("    {%- elif cookiecutter.db == 'none' -%}\n", Some(("elif", false))),
            ("# {%+ endif %}", Some(("endif", false))),
            ("# % extends 'main.py'", Some(("extends", true))),
            ("#%- endblock", Some(("endblock", true))),
            ("x = 1  # {% if name %}", None),
            ("{% if name %}x = 1{% endif %}", None),
            ("# %% [markdown]", None),
            ("# %time run()", None),
            ("% if name", None),
            ("# {% unknown %}", None),
        ];
        for (line, expected) in cases {
            assert_eq!(statement_on(line), expected, "{line}");
        }
    }

    #[test]
    fn generators_have_directories_of_templates() {
        for path in ["templates/a.py", "src/project_template/b/a.py", "cli/scaffold/a.py"] {
            assert!(is_in_template_directory(Path::new(path)), "{path}");
        }
        for path in ["template.py", "src/templatetags/a.py", "src/contemplate/a.py"] {
            assert!(!is_in_template_directory(Path::new(path)), "{path}");
        }
    }
}

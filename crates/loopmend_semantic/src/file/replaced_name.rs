//! Names of the project that tests replace with something else.

use std::path::Path;

use loopmend_catalog::{Role, Words, named};
use loopmend_index::summary::{ArgumentKind, CallSite};
use loopmend_index::test_files::{is_test_file, is_test_path};

use super::File;
use crate::engine::ModuleId;

impl File<'_> {
    /// Returns whether the file, or a file of the tests that the file may use, may replace what has this name: `patch("shop.load")`.
    pub(super) fn may_replace(&mut self, name: &str) -> bool {
        if self.summary().sets_attribute(name) {
            return true;
        }
        self.inference_mut().rest_on_all_texts();
        let engine = self.engine();
        let may_name = |module: ModuleId| {
            let names = engine.in_text(module, |text| names_in_text(text, name)).unwrap_or(true);
            names || module != self.module() && engine.sets_on_others(module, name)
        };
        let mut files = engine.files_with_word(name).into_iter();
        files.any(|module| self.may_use_patches(module) && may_name(module))
            || self.summary().calls.iter().any(|site| self.may_patch(site, name))
    }

    /// Returns whether patches in a module may be in effect when tests of the file run. Of other files with tests, only those that the file
    /// names count.
    fn may_use_patches(&self, module: ModuleId) -> bool {
        let engine = self.engine();
        let Some(file) = engine.project().files().get(module.index()) else { return false };
        let stem = || Path::new(&file.display).file_stem().unwrap_or_default().to_string_lossy();
        module == self.module()
            || is_test_path(&file.display)
                && (!is_test_file(&file.display) || engine.mentions_any(self.module(), &[&stem()]))
    }

    /// Returns whether a call patches this name by a keyword, or a name that the call does not state.
    fn may_patch(&self, site: &CallSite, name: &str) -> bool {
        let summary = self.summary();
        let Some(parts) = summary.dotted_parts(summary.callee_or_itself(site.expression)) else {
            return false;
        };
        let given = summary.arguments_of(site.expression).unwrap_or_default();
        match parts.as_slice() {
            [.., "patch", variant] if named(*variant).has(Role::PatchesSeveral) => given
                .iter()
                .any(|given| matches!(given.kind, ArgumentKind::Keyword(key) if summary.name(key) == name)),
            ["patch"] => !self.states_target(site, 1),
            // Clients of HTTP have a method `patch` too.
            [.., owner, "patch"] if owner.contains("mock") => !self.states_target(site, 1),
            [.., last] if named(*last).has(Role::PatchesAttribute) => {
                let object = given.first().and_then(|object| summary.last_name(object.value));
                // `monkeypatch.setattr("shop.load", load)`
                let is_dotted = given.len() == 2 && !named(*last).has(Role::PatchVariant);
                !Words::OwnObject.has(object) && !self.states_target(site, if is_dotted { 1 } else { 2 })
            }
            _ => false,
        }
    }

    /// Returns whether a call that patches states the name that is replaced, in one of its first arguments or by keyword.
    fn states_target(&self, site: &CallSite, first: usize) -> bool {
        let summary = self.summary();
        let given = summary.arguments_of(site.expression).unwrap_or_default().iter().enumerate();
        let mut targets = given.filter(|(place, given)| match given.kind {
            ArgumentKind::Positional => *place < first,
            ArgumentKind::Keyword(key) => named(summary.name(key)).has(Role::PatchedName),
            _ => false,
        });
        targets.any(|(_, target)| ends_with_name(self.slice(summary.span(target.value))))
    }
}

/// Returns whether a text in quotes has a name at its end, as a whole or after a dot: `"load"`, `f"{MODULE}.load"`.
fn ends_with_name(literal: &str) -> bool {
    let Some(text) = literal.strip_suffix(is_quote) else { return false };
    let before = text.trim_end_matches(|character: char| character == '_' || character.is_alphanumeric());
    before.len() < text.len() && before.ends_with(|character| character == '.' || is_quote(character))
}

fn is_quote(character: char) -> bool {
    matches!(character, '"' | '\'')
}

/// Returns whether a text has a name at the end of quotes, as a whole or after a dot: `"load"`, `"shop.load"`.
fn names_in_text(text: &[u8], name: &str) -> bool {
    let mut places = memchr::memmem::find_iter(text, name.as_bytes());
    places.any(|place| {
        let before = text[..place].last();
        let after = text.get(place + name.len());
        matches!(before, Some(b'.' | b'"' | b'\'')) && matches!(after, Some(b'"' | b'\''))
    })
}

#[cfg(test)]
mod tests {
    use super::{ends_with_name, names_in_text};

    #[test]
    fn a_name_ends_quotes() {
        for text in ["patch('load')", "patch(\"shop.load\")", "f\"{SHOP}.load\"", "SHOP + '.load'"] {
            assert!(names_in_text(text.as_bytes(), "load"), "{text}");
        }
        for text in ["\"Orders load\"", "\"load it\"", "\"reload\"", "shop.load", "\"shop.loads\""] {
            assert!(!names_in_text(text.as_bytes(), "load"), "{text}");
        }
    }

    #[test]
    fn a_target_states_its_name() {
        for text in ["\"load\"", "'shop.load'", "f\"{SHOP}.load\"", "SHOP + \".load\""] {
            assert!(ends_with_name(text), "{text}");
        }
        for text in ["TARGET", "f\"{SHOP}.{name}\"", "f'{SHOP}_load'", "\"shop.\" + name", "\"\""] {
            assert!(!ends_with_name(text), "{text}");
        }
    }
}

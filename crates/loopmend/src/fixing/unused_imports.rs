//! Imports that nothing uses any more once the fixes are made: a linter would stumble over them.

use std::collections::BTreeSet;

use loopmend_catalog::{Role, is};
use loopmend_core::{Edit, Span};
use rustc_hash::FxHashMap;

/// An import that nothing uses any more.
pub(super) struct UnusedImport {
    /// The name that it binds.
    pub(super) name: String,
    /// The edit of the new text that removes it.
    pub(super) edit: Edit,
}

/// Returns the first import of the new text of a file that nothing uses any more. It is `import module` or `from module import names` on
/// one line of its own, and imports a module of the standard library or of pytest. The name stood elsewhere before and does not now: in
/// code, texts or comments. `kept` are names that stay.
pub(super) fn first(
    before: &str,
    after: &str,
    is_standard_library: &dyn Fn(&str) -> bool,
    kept: &BTreeSet<String>,
) -> Option<UnusedImport> {
    let is_removable = |module: &str| {
        let top = module.split('.').next().unwrap_or(module);
        top != "__future__" && (is_standard_library(top) || is(top, Role::LeftUnused))
    };
    let (old_uses, new_uses) = (uses(before), uses(after));
    let count = |uses: &FxHashMap<&str, usize>, name: &str| uses.get(name).copied().unwrap_or_default();
    let mut start = 0;
    for line in after.split_inclusive('\n') {
        let place = Span::new(start, start + line.len() as u32);
        start = place.end;
        let Some(import) = Import::of(line.trim_end_matches(['\r', '\n'])) else { continue };
        let before_line = after[..place.start as usize].trim_end_matches(['\r', '\n']);
        if !is_removable(import.module) || before_line.ends_with('\\') {
            continue;
        }
        let is_left = |name: &&str| {
            let own = count(&uses(line), name);
            !kept.contains(*name) && count(&new_uses, name) == own && count(&old_uses, name) > own
        };
        let Some(name) = import.names.iter().copied().find(is_left) else { continue };
        if after.matches(line).count() > 1 {
            continue;
        }
        let edit = match import.without(name) {
            Some(shorter) => {
                let words = line.trim_end_matches(['\r', '\n']).len() as u32;
                Edit::replacement(Span::new(place.start, place.start + words), shorter)
            }
            None => Edit::replacement(with_blank_lines(after, place), ""),
        };
        return Some(UnusedImport { name: name.to_owned(), edit });
    }
    None
}

/// A plain import at the start of a line.
struct Import<'t> {
    module: &'t str,
    names: Vec<&'t str>,
    is_from: bool,
}

impl<'t> Import<'t> {
    fn of(line: &'t str) -> Option<Self> {
        let is_name = |name: &&str| {
            !name.is_empty() && name.chars().all(|character| character.is_alphanumeric() || character == '_')
        };
        if let Some(module) = line.strip_prefix("import ").filter(is_name) {
            return Some(Self { module, names: vec![module], is_from: false });
        }
        let (module, names) = line.strip_prefix("from ")?.split_once(" import ")?;
        let names: Vec<&str> = names.split(", ").collect();
        (!module.contains(' ') && names.iter().all(is_name)).then_some(Self { module, names, is_from: true })
    }

    /// The import without one of its names; `None` if that is the only one.
    fn without(&self, name: &str) -> Option<String> {
        let others: Vec<&str> = self.names.iter().copied().filter(|other| *other != name).collect();
        (self.is_from && !others.is_empty())
            .then(|| format!("from {} import {}", self.module, others.join(", ")))
    }
}

/// Returns how often a text has each name, other than as an attribute.
fn uses(text: &str) -> FxHashMap<&str, usize> {
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    let mut uses = FxHashMap::default();
    let mut end = 0;
    for name in text.split(|character| !is_part(character)) {
        let is_attribute = text[..end].ends_with('.');
        end += name.len();
        end += text[end..].chars().next().map_or(0, char::len_utf8);
        if !name.is_empty() && !is_attribute {
            *uses.entry(name).or_default() += 1;
        }
    }
    uses
}

/// Returns a line with the blank lines that would be too many without the line: those after it at the start of the file, or else those before
/// it if other blank lines follow.
fn with_blank_lines(text: &str, line: Span) -> Span {
    let blank = |part: &str| -> usize {
        let lines = part.split_inclusive('\n').take_while(|line| line.trim().is_empty());
        lines.map(str::len).sum()
    };
    let (before, after) = (&text[..line.start as usize], &text[line.end as usize..]);
    let blank_after = blank(after) as u32;
    if before.trim().is_empty() {
        return Span::new(0, line.end + blank_after);
    }
    let kept = before.trim_end_matches(['\r', '\n', ' ', '\t']).len();
    let kept = kept + before[kept..].find('\n').map_or(0, |end| end + 1);
    match blank_after {
        0 => line,
        _ => Span::new(kept as u32, line.end),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::edited;

    use super::first;

    fn swept_but(before: &str, after: &str, kept: &[&str]) -> String {
        let names = kept.iter().map(|name| (*name).to_owned()).collect();
        let is_standard_library =
            |module: &str| ["asyncio", "time", "contextlib", "__future__"].contains(&module);
        match first(before, after, &is_standard_library, &names) {
            Some(unused) => swept_but(before, &edited(after, &[unused.edit]).unwrap(), kept),
            None => after.to_owned(),
        }
    }

    fn swept(before: &str, after: &str) -> String {
        swept_but(before, after, &[])
    }

    const OVERRIDE: &str = "import asyncio\n\nimport pytest\n\n\n@pytest.fixture\ndef event_loop():\n    loop = asyncio.new_event_loop()\n    yield loop\n    loop.close()\n";

    #[test]
    fn imports_of_what_is_gone_go_too() {
        assert_eq!(swept(OVERRIDE, "import asyncio\n\nimport pytest\n"), "");
        let kept = "\n\nasync def test_a():\n    await asyncio.sleep(0)\n";
        let before = format!("{OVERRIDE}{kept}");
        assert_eq!(
            swept(&before, &format!("import asyncio\n\nimport pytest\n{kept}")),
            format!("import asyncio\n{kept}")
        );
        let marked = "\n\n@pytest.mark.asyncio\nasync def test_a(): ...\n";
        let before = format!("'''Tests.'''\n\n{OVERRIDE}{marked}");
        assert_eq!(
            swept(&before, &format!("'''Tests.'''\n\nimport asyncio\nimport pytest\n{marked}")),
            format!("'''Tests.'''\n\nimport pytest\n{marked}")
        );
    }

    #[test]
    fn other_imports_stay() {
        for after in [
            "import asyncio, pytest\n",
            "import asyncio  # for others\nimport pytest  # noqa\n",
            "if True:\n    import asyncio\n    import pytest\n",
            "import asyncio\nimport pytest\n# asyncio and pytest\n",
            "import asyncio\nimport pytest\n__all__ = ['asyncio', 'pytest']\n",
        ] {
            assert_eq!(swept(OVERRIDE, after), after);
        }
        let unused = "import asyncio\nimport pytest\n";
        assert_eq!(swept(unused, unused), unused);
        let other = "import requests\n\nrequests.get()\n";
        assert_eq!(swept(other, "import requests\n\nget()\n"), "import requests\n\nget()\n");
        let program = "import time\n\ntime.sleep(1)\n";
        assert_eq!(swept_but(program, "import time\n", &["time"]), "import time\n");
        let future = "from __future__ import annotations\n# annotations\n";
        assert_eq!(
            swept(future, "from __future__ import annotations\n"),
            "from __future__ import annotations\n"
        );
    }

    #[test]
    fn programs_lose_imports_too() {
        let before = "import asyncio\nimport time\n\nasync def f():\n    time.sleep(1)\n";
        let after = "import asyncio\nimport time\n\nasync def f():\n    await asyncio.sleep(1)\n";
        assert_eq!(swept(before, after), after.replace("import time\n", ""));
        let before = "from time import monotonic, sleep\n\nsleep(monotonic())\n";
        let after = "from time import monotonic, sleep\n\nasyncio.sleep(monotonic())\n";
        assert_eq!(swept(before, after), "from time import monotonic\n\nasyncio.sleep(monotonic())\n");
        let before = "from time import sleep\nimport x\n\nsleep(1)\n";
        assert_eq!(
            swept(before, "from time import sleep\nimport x\n\nx.sleep(1)\n"),
            "import x\n\nx.sleep(1)\n"
        );
    }
}

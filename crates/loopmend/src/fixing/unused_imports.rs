//! Imports of test suites that nothing uses any more once the fixes are made: a linter would stumble over them.

use loopmend_catalog::{Derived, Role};
use loopmend_core::{Edit, Span};
use regex::Regex;

/// The modules that fixes of test suites leave unused. Importing them has no side effect that a suite needs.
fn modules() -> &'static [(&'static str, Regex)] {
    static MODULES: Derived<Vec<(&str, Regex)>> = Derived::new();
    MODULES.get(|| {
        let patterns = Role::LeftUnused.names().iter().map(|name| {
            let used = format!(r"(?:^|[^\w.]){name}\b");
            (*name, Regex::new(&used).expect("the pattern is constant"))
        });
        patterns.collect()
    })
}

/// The edit of the new text of a file that takes the first such import away. Only a statement `import …` on a line of its own goes, whose
/// name stood elsewhere before and does not now, in whatever way: in code, texts or comments.
pub(super) fn first(before: &str, after: &str) -> Option<Edit> {
    let is_of_tests = modules().iter().any(|(name, used)| *name == "pytest" && used.is_match(before));
    let mut unused = modules().iter().filter(|_| is_of_tests);
    unused.find_map(|(name, used)| {
        let line = only_line(after, &format!("import {name}"))?;
        let is_used = |text: &str| used.find_iter(text).count() > 1;
        let is_left = is_used(before) && !is_used(after);
        is_left.then(|| Edit::replacement(with_blank_lines(after, line), ""))
    })
}

/// The line that says this, with its end; `None` where none or several do.
fn only_line(text: &str, words: &str) -> Option<Span> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        let span = Span::new(start as u32, (start + line.len()) as u32);
        start += line.len();
        (line, span)
    });
    let mut found = lines.filter(|(line, _)| line.trim_end_matches(['\r', '\n']) == words);
    let (_, line) = found.next()?;
    found.next().is_none().then_some(line)
}

/// A line with the blank ones that would be too many without it: those before it where others follow, or where the file begins, those
/// behind it.
fn with_blank_lines(text: &str, line: Span) -> Span {
    let blank = |part: &str| -> usize {
        let lines = part.split_inclusive('\n').take_while(|line| line.trim().is_empty());
        lines.map(str::len).sum()
    };
    let (before, behind) = (&text[..line.start as usize], &text[line.end as usize..]);
    let blank_behind = blank(behind) as u32;
    if before.trim().is_empty() {
        return Span::new(0, line.end + blank_behind);
    }
    let kept = before.trim_end_matches(['\r', '\n', ' ', '\t']).len();
    let kept = kept + before[kept..].find('\n').map_or(0, |end| end + 1);
    match blank_behind {
        0 => line,
        _ => Span::new(kept as u32, line.end),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::edited;

    use super::first;

    fn swept(before: &str, after: &str) -> String {
        match first(before, after) {
            Some(edit) => swept(before, &edited(after, &[edit]).unwrap()),
            None => after.to_owned(),
        }
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
        let program = "import asyncio\n\nasyncio.run(main())\n";
        assert_eq!(swept(program, "import asyncio\n\nmain()\n"), "import asyncio\n\nmain()\n");
    }
}

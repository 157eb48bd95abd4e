use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use loopmend_core::{Applicability, Diagnostic, Edit, FileEdits, Fix, Level, RuleCode, Span};
use loopmend_project::KnownRule;

use super::{PageRun, rewrite};
use crate::failure::Failures;
use crate::page::Page;
use crate::program::DirectoryProgram;
use crate::reveal::{Line, Revealed};

const RULE: KnownRule = KnownRule {
    name: "fake-rule",
    code: RuleCode::new(900),
    default_level: Level::Error,
    strict_level: Level::Error,
};

/// What stands in every page above its tests.
const COMPLETE: &str = "\
# fake-rule (LM900)
## What it does
## Why is this bad?
## Examples
```python
bad()  # error
```
```fixed
good()
```
## Fix safety
## Limitations
## References
## Tests
witness none: nothing runs here
";

/// A stand-in for the real check: `bad()` is an error that becomes `good()`, `odd()` is a warning of another
/// rule, `grow()` has a fix that never ends.
fn fake_check(directory: &Path) -> Result<Vec<Diagnostic>, String> {
    let configuration = fs::read_to_string(directory.join("loopmend.toml")).unwrap();
    if configuration.contains("nonsense") {
        return Err("unknown key `nonsense`".to_owned());
    }
    let mut paths: Vec<_> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    Ok(paths.iter().flat_map(|path| fake_check_file(path)).collect())
}

fn fake_check_file(path: &Path) -> Vec<Diagnostic> {
    let text = fs::read_to_string(path).unwrap();
    let finding = |word: &str, rule: &str, level: Level, replacement: Option<&str>| {
        let at = |at: usize| Span::new(at as u32, (at + word.len()) as u32);
        let fix = |span: Span| {
            let edit = |text: &str| Edit::replacement(span, text);
            replacement.map(|text| Fix::new("mend", Applicability::Unsafe, vec![edit(text)]))
        };
        let code = if rule == RULE.name { RULE.code } else { RuleCode::new(901) };
        let name = path.file_name().unwrap().to_string_lossy();
        let message = format!("`{word}` is called");
        let found = text.match_indices(word).map(|(offset, _)| Diagnostic {
            level,
            fix: fix(at(offset)),
            ..Diagnostic::new(code, rule, name.as_ref(), at(offset), message.as_str())
        });
        found.collect::<Vec<_>>()
    };
    let mut diagnostics = finding("bad()", "fake-rule", Level::Error, Some("good()"));
    diagnostics.extend(finding("odd()", "other-rule", Level::Warn, None));
    diagnostics.extend(finding("grow()", "fake-rule", Level::Error, Some("grow()  # and grow")));
    diagnostics
}

/// A program that checks directories by a function; every line is of type `int`.
struct Fake<C> {
    rule: KnownRule,
    check: C,
}

impl<C: Fn(&Path) -> Result<Vec<Diagnostic>, String>> DirectoryProgram for Fake<C> {
    fn rules(&self) -> Vec<KnownRule> {
        vec![self.rule]
    }

    fn check(&self, directory: &Path) -> Result<Vec<Diagnostic>, String> {
        (self.check)(directory)
    }

    fn reveal(&self, directory: &Path, lines: &[Line]) -> Result<Vec<Option<Revealed>>, String> {
        let revealed = |line: &Line| {
            let text = fs::read_to_string(directory.join(&line.path)).unwrap();
            assert!(
                text.lines().nth(line.number as usize - 1).is_some_and(|line| line.contains("# reveal:"))
            );
            Some(Revealed { ty: "int".to_owned(), confidence: None })
        };
        Ok(lines.iter().map(revealed).collect())
    }
}

fn run(page: &Page, check: impl Fn(&Path) -> Result<Vec<Diagnostic>, String>) -> Result<(), Failures> {
    PageRun::new(page, &Fake { rule: RULE, check }, false).run().1
}

fn page(text: &str) -> Page {
    Page::parse(Path::new("lm900_fake_rule.md"), text)
}

/// Runs a page with these tests; an expected text without failures is empty.
fn check(tests: &str, expected: &Expect) {
    check_page(&format!("{COMPLETE}{tests}"), expected);
}

fn check_page(text: &str, expected: &Expect) {
    expected.assert_eq(
        &run(&page(text), fake_check).err().map(|failures| failures.to_string()).unwrap_or_default(),
    );
}

#[test]
fn a_page_that_says_what_comes_passes() {
    check(
        "### several files\n```python\nx = 1\nbad()  # error: 1 [fake-rule] \"is called\"\n```\n```fixed\nx = 1\ngood()\n```\n\
         `b.py`:\n```python\nodd(); bad()  # warn: [other-rule] # error: 8 [LM900]\n```\n```fixed\n\
         odd(); good()  # warn: [LM901]\n```\n### two tests\n```python\ngood()\n```\n```python\n# error\nbad()\n```\n",
        &expect![[""]],
    );
}

#[test]
fn a_missing_diagnostic_fails() {
    check(
        "### a\n```python\ngood()  # error\n```\n",
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:18: expected # error: [fake-rule]
                but nothing came on this line
        "#]],
    );
}

#[test]
fn an_unexpected_diagnostic_fails() {
    check(
        "### a\n```python\n\nx = 1; bad()\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:19: unexpected # error: 8 [fake-rule] "`bad()` is called"
    "#]],
    );
}

#[test]
fn a_diagnostic_of_another_rule_needs_its_name() {
    check(
        "### a\n```python\nodd()  # warn\n```\n",
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:18: expected # warn: [fake-rule]
                but came # warn: 1 [other-rule] "`odd()` is called"
        "#]],
    );
}

#[test]
fn another_level_column_or_message_fails() {
    check(
        "### a\n```python\nbad()  # warn\nbad()  # error: 2\nbad()  # error: \"is lost\"\n```\n",
        &expect![[r#"
            3 failures in lm900_fake_rule.md
            lm900_fake_rule.md:18: expected # warn: [fake-rule]
                but came # error: 1 [fake-rule] "`bad()` is called"
            lm900_fake_rule.md:19: expected # error: 2 [fake-rule]
                but came # error: 1 [fake-rule] "`bad()` is called"
            lm900_fake_rule.md:20: expected # error: [fake-rule] "is lost"
                but came # error: 1 [fake-rule] "`bad()` is called"
        "#]],
    );
}

#[test]
fn every_diagnostic_of_a_line_is_asserted() {
    check(
        "### a\n```python\nbad(); bad()  # error\ngood()  # error # error: 1\nbad()  # error # error\n```\n",
        &expect![[r#"
            4 failures in lm900_fake_rule.md
            lm900_fake_rule.md:18: unexpected # error: 8 [fake-rule] "`bad()` is called"
            lm900_fake_rule.md:19: expected # error: 1 [fake-rule]
                but nothing came on this line
            lm900_fake_rule.md:19: expected # error: [fake-rule]
                but nothing came on this line
            lm900_fake_rule.md:20: expected # error: [fake-rule]
                but nothing came on this line
        "#]],
    );
}

#[test]
fn a_diagnostic_in_a_file_that_is_no_block_fails() {
    let elsewhere = |directory: &Path| {
        fs::write(directory.join("conjured.py"), "bad()\n").unwrap();
        fake_check(directory)
    };
    let result = run(&page(COMPLETE), elsewhere);
    expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:6: unexpected in `conjured.py`: # error: 1 [fake-rule] "`bad()` is called"
    "#]]
    .assert_eq(&result.unwrap_err().to_string());
}

#[test]
fn what_is_known_of_a_line_may_be_asserted_beside_its_diagnostics() {
    check(
        "### a\n```python\nbad()  # reveal: int # error\nx  # reveal: str\n```\n",
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:19: expected  str
                but came  int
        "#]],
    );
}

#[test]
fn a_fixed_text_that_differs_fails() {
    check(
        "### a\n```python\nx = 1\ny = 2\nz = 3\nbad()  # error\n```\n```fixed\nx = 1\ny = 2\nz = 3\nbetter()\n```\n",
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:24: the text after the fixes differs
                --- expected
                +++ came
                @@ -2,3 +2,3 @@
                 y = 2
                 z = 3
                -better()
                +good()
        "#]],
    );
}

#[test]
fn a_fix_of_several_files_is_shown_in_all_of_them() {
    let both = "`notes.txt`:\n```text\nold\n```\n```fixed\nnew\n```\n`b.py`:\n```python\nbad()  # error\n```\n```fixed\ngood()\n```\n";
    let mends_notes = |directory: &Path| {
        let mut diagnostics = fake_check(directory)?;
        for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.path == "b.py") {
            let edits = vec![Edit::replacement(Span::new(0, 3), "new")];
            diagnostic.fix = diagnostic.fix.take().map(|fix| fix.and_in(FileEdits::new("notes.txt", edits)));
        }
        Ok(diagnostics)
    };
    assert_eq!(run(&page(&format!("{COMPLETE}### a\n{both}")), mends_notes), Ok(()));
    let alone = both.replace("```fixed\nnew\n```\n", "");
    let result = run(&page(&format!("{COMPLETE}### a\n{alone}")), mends_notes);
    expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:26: a fix changes `notes.txt` too, which has no `fixed` block
    "#]]
    .assert_eq(&result.unwrap_err().to_string());
}

#[test]
fn a_fixed_text_that_is_not_clean_fails() {
    check(
        "### a\n```python\nodd()  # warn: [other-rule]\n```\n```fixed\nodd()\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:21: unexpected # warn: 1 [other-rule] "`odd()` is called"
    "#]],
    );
}

#[test]
fn fixes_without_end_fail() {
    check(
        "### a\n```python\ngrow()  # error\n```\n```fixed\ngrow()\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:21: after 20 rounds there are still fixes; the text is then
            grow()  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow  # and grow
    "#]],
    );
}

#[test]
fn a_project_that_cannot_be_opened_fails() {
    check(
        "### a\n```toml\nnonsense = 1\n```\n```python\nbad()\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:18: the project cannot be opened: unknown key `nonsense`
    "#]],
    );
}

#[test]
fn a_page_without_its_parts_fails() {
    check_page(
        "# another-name (LM900)\n## Examples\n```python\nx\n```\n## What it does\n## Tests\n## More\n",
        &expect![[r#"
            10 failures in lm900_fake_rule.md
            lm900_fake_rule.md:1: a page of this title is `lm900_another_name`, not `lm900_fake_rule`
            lm900_fake_rule.md:1: no rule of this name and code is registered
            lm900_fake_rule.md:1: no `witness` block, and no paragraph `witness none: REASON`
            lm900_fake_rule.md:2: `## Examples` stands too early: What it does, Why is this bad?, Examples, Fix safety, Limitations, References, Tests
            lm900_fake_rule.md:2: no flagged example
            lm900_fake_rule.md:6: no heading `## Why is this bad?`
            lm900_fake_rule.md:6: no heading `## Fix safety`
            lm900_fake_rule.md:6: no heading `## Limitations`
            lm900_fake_rule.md:6: no heading `## References`
            lm900_fake_rule.md:8: `## Tests` is the last section
        "#]],
    );
    check_page(
        "## What it does\n## What it does\n",
        &expect![[r#"
        9 failures in lm900_fake_rule.md
        lm900_fake_rule.md:1: the page starts with a title `# name (LMnnn)`
        lm900_fake_rule.md:1: no heading `## Why is this bad?`
        lm900_fake_rule.md:1: no heading `## Examples`
        lm900_fake_rule.md:1: no heading `## Fix safety`
        lm900_fake_rule.md:1: no heading `## Limitations`
        lm900_fake_rule.md:1: no heading `## References`
        lm900_fake_rule.md:1: no heading `## Tests`
        lm900_fake_rule.md:1: no `witness` block, and no paragraph `witness none: REASON`
        lm900_fake_rule.md:2: a second heading `## What it does`
    "#]],
    );
}

#[test]
fn a_page_may_say_why_it_has_no_example() {
    let example = "```python\nbad()  # error\n```\n```fixed\ngood()\n```\n";
    let reason = "example none: no text makes this rule fire\n";
    check_page(&COMPLETE.replace(example, reason), &expect![[""]]);
    check_page(
        &COMPLETE.replace(example, &format!("{reason}{example}")),
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:5: there is a flagged example: leave out the paragraph `example none:`
        "#]],
    );
}

#[test]
fn failures_of_grammar_and_of_tests_come_together() {
    check(
        "### a\n```pyhton\n```\n```python\ngood()  # error\nbad()  # error 5\n```\n",
        &expect![[r#"
            4 failures in lm900_fake_rule.md
            lm900_fake_rule.md:17: `pyhton` is no block of a page: python, pyi, toml, installed, fixed, witness, text or console
            lm900_fake_rule.md:20: expected # error: [fake-rule]
                but nothing came on this line
            lm900_fake_rule.md:21: no assertion: # error 5
                after `# error` or `# warn` come a colon, a column, [a rule], "a part of the message": one of them at least, in this order
            lm900_fake_rule.md:21: unexpected # error: 1 [fake-rule] "`bad()` is called"
        "#]],
    );
}

#[test]
fn an_update_rewrites_fixed_blocks_only() {
    let text = format!(
        "{COMPLETE}### a\n```python\nbad()  # error\n```\n```fixed\n```\n### b\n```python\nbad()  # error\n```\n\
         ```fixed\nold()\n# text\n```\nafter\n"
    );
    let page = page(&text);
    let (rewrites, result) = PageRun::new(&page, &Fake { rule: RULE, check: fake_check }, true).run();
    assert_eq!(result, Ok(()));
    let expected = format!(
        "{COMPLETE}### a\n```python\nbad()  # error\n```\n```fixed\ngood()\n```\n### b\n```python\nbad()  # error\n```\n\
         ```fixed\ngood()\n```\nafter\n"
    );
    assert_eq!(rewrite(&text, rewrites), expected);
}

#[test]
fn a_rule_that_is_off_is_on_in_its_own_page() {
    let off = KnownRule { default_level: Level::Ignore, strict_level: Level::Warn, ..RULE };
    let needs_the_setting = |directory: &Path| {
        let configuration = fs::read_to_string(directory.join("loopmend.toml")).unwrap();
        assert_eq!(configuration, "[rules]\nfake-rule = \"warn\"\n");
        fake_check(directory)
    };
    let (_, result) =
        PageRun::new(&page(COMPLETE), &Fake { rule: off, check: needs_the_setting }, false).run();
    assert_eq!(result, Ok(()));
}

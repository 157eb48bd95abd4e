use loopmend_core::RuleCode;
use loopmend_project::KnownRule;

use crate::failure::Failure;
use crate::page::Page;
use crate::page_test::PageTest;

const SECTIONS: [&str; 7] =
    ["What it does", "Why is this bad?", "Examples", "Fix safety", "Limitations", "References", "Tests"];

/// Checks the title, the headings, that there is a flagged and a clean example, and that there is a witness; or
/// that the page says why there is none.
pub(crate) fn check_structure(page: &Page, tests: &[PageTest], rules: &[KnownRule]) -> Vec<Failure> {
    let mut failures = check_title(page, rules);
    failures.extend(check_sections(page));
    failures.extend(check_examples(page, tests));
    if page.no_witness.is_none() && !page.blocks.iter().any(|block| block.is_witness()) {
        failures.push(Failure::new(1, "no `witness` block, and no paragraph `witness none: REASON`"));
    }
    failures
}

fn check_title(page: &Page, rules: &[KnownRule]) -> Vec<Failure> {
    let Some((name, code)) = page.rule() else {
        return vec![Failure::new(1, "the page starts with a title `# name (LMnnn)`")];
    };
    let expected_stem = format!("{}_{}", code.to_lowercase(), name.replace('-', "_"));
    let mut failures = Vec::new();
    if page.stem != expected_stem {
        let message = format!("a page of this title is `{expected_stem}`, not `{}`", page.stem);
        failures.push(Failure::new(1, message));
    }
    let code = code.parse::<RuleCode>().ok();
    if !rules.iter().any(|rule| rule.name == name && Some(rule.code) == code) {
        failures.push(Failure::new(1, "no rule of this name and code is registered"));
    }
    failures
}

fn check_sections(page: &Page) -> Vec<Failure> {
    let sections: Vec<_> = page.headings.iter().filter(|heading| heading.level == 2).collect();
    let mut failures = Vec::new();
    let mut last_line = 1;
    for required in SECTIONS {
        let mut with_title = sections.iter().filter(|heading| heading.title == required);
        match with_title.next() {
            None => failures.push(Failure::new(last_line, format!("no heading `## {required}`"))),
            Some(heading) if heading.line < last_line => {
                let message = format!("`## {required}` stands too early: {}", SECTIONS.join(", "));
                failures.push(Failure::new(heading.line, message));
            }
            Some(heading) => last_line = heading.line,
        }
        if let Some(second) = with_title.next() {
            failures.push(Failure::new(second.line, format!("a second heading `## {required}`")));
        }
    }
    let after_tests = sections.iter().skip_while(|heading| heading.title != "Tests").skip(1);
    failures.extend(
        after_tests
            .filter(|heading| !SECTIONS.contains(&heading.title.as_str()))
            .map(|heading| Failure::new(heading.line, "`## Tests` is the last section")),
    );
    failures
}

fn check_examples(page: &Page, tests: &[PageTest]) -> Vec<Failure> {
    let Some(section) = page.headings.iter().find(|heading| heading.title == "Examples") else {
        return Vec::new();
    };
    let examples = || tests.iter().filter(|test| page.section(test.heading) == Some("Examples"));
    let files = || examples().flat_map(|test| &test.files);
    let has_flagged = files().any(|file| !file.source.assertions.is_empty());
    let is_clean = |test: &PageTest| test.files.iter().all(|file| file.source.assertions.is_empty());
    let has_clean = examples().any(is_clean) || files().any(|file| file.fixed.is_some());
    if let Some(line) = page.no_example {
        let message = "there is a flagged example: leave out the paragraph `example none:`";
        return has_flagged.then(|| Failure::new(line, message)).into_iter().collect();
    }
    let mut failures = Vec::new();
    if !has_flagged {
        failures.push(Failure::new(section.line, "no flagged example"));
    }
    if !has_clean {
        failures.push(Failure::new(section.line, "no clean example"));
    }
    failures
}

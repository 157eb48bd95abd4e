//! The pages of the rules on a terminal: headings stand out, code keeps its place. Markdown was made to be
//! read as it is, so nothing is moved.

use std::fmt::Write;

use crate::style::{CODE, FAINT, STRONG};

/// The page with styles.
pub(crate) fn styled(page: &str) -> String {
    let mut out = String::with_capacity(page.len() * 2);
    let mut in_code = false;
    for line in page.lines() {
        let _ = match line.trim_start() {
            fence if fence.starts_with("```") => {
                in_code = !in_code;
                writeln!(out, "{FAINT}{line}{FAINT:#}")
            }
            _ if in_code => writeln!(out, "{CODE}{line}{CODE:#}"),
            heading if heading.starts_with('#') => {
                writeln!(out, "{STRONG}{}{STRONG:#}", heading.trim_start_matches('#').trim_start())
            }
            _ => writeln!(out, "{}", with_code_spans(line)),
        };
    }
    out
}

/// A line with its `` `code` `` in colour; a backtick without its other half stays.
fn with_code_spans(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((code, remaining)) = after.split_once('`') else { break };
        let _ = write!(out, "{before}{CODE}{code}{CODE:#}");
        rest = remaining;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    #[test]
    fn headings_and_code_stand_out() {
        let page = "# a-rule\n\nCall `f()` or `g\n\n```python\n# no heading\nx = `1`\n```\n";
        let visible = super::styled(page).replace('\x1b', "␛");
        expect![[r#"
            ␛[1ma-rule␛[0m

            Call ␛[36mf()␛[0m or `g

            ␛[2m```python␛[0m
            ␛[36m# no heading␛[0m
            ␛[36mx = `1`␛[0m
            ␛[2m```␛[0m
        "#]]
        .assert_eq(&visible);
    }
}

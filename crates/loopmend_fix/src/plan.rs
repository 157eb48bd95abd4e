//! Fixes as data for other tools: what would be done, and enough to do it later.

use loopmend_core::{Applicability, Edit, FileEdits};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::ContentHash;

/// The number of the form of plans; it grows when an old reader would misunderstand a new plan.
pub const FORMAT: u32 = 2;

/// What would be done to the files of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// [`FORMAT`] of the program that wrote it.
    pub format: u32,
    /// The version of that program.
    pub version: String,
    /// The files that the fixes edit, by their paths.
    pub files: Vec<PlannedFile>,
    /// The fixes, in the order of their places.
    pub fixes: Vec<PlannedFix>,
}

/// A file that is edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedFile {
    /// Relative to the working directory, with `/`.
    pub path: String,
    /// Of its bytes; the plan holds only for these.
    pub hash: ContentHash,
}

/// A fix of one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedFix {
    /// The file, as in [`Plan::files`].
    pub path: String,
    /// The name of the rule.
    pub rule: String,
    /// The code of the rule.
    pub code: String,
    /// Of a notebook, the cell, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<u32>,
    /// The line of the finding, from 1.
    pub line: u32,
    /// The column of the finding, from 1, in characters.
    pub column: u32,
    /// What was found.
    pub message: String,
    /// What the fix does.
    pub title: String,
    /// What it promises.
    pub applicability: Applicability,
    /// What the page of the rule says about that promise.
    pub safety: String,
    /// The edits of that file, in bytes of the decoded text: UTF-8 without a byte order mark; of a notebook, its Python cells one
    /// after the other, each with a line feed.
    pub edits: Vec<Edit>,
    /// Those of other files, which are in [`Plan::files`] too; of what is no Python, in bytes of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<FileEdits>,
}

impl PlannedFix {
    /// The files that it edits.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let own = (!self.edits.is_empty()).then_some(self.path.as_str());
        own.into_iter().chain(self.elsewhere.iter().map(|file| file.path.as_str()))
    }
}

/// The fields of a JSON object that say what it is, read without the rest of it; `None` of other JSON.
///
/// # Errors
/// When the text is no JSON.
pub fn read_head<'t, T: Deserialize<'t>>(text: &'t str) -> serde_json::Result<Option<T>> {
    match serde_json::from_str(text) {
        Ok(head) => Ok(text.trim_start().starts_with('{').then_some(head)),
        Err(_) => serde_json::from_str::<IgnoredAny>(text).map(|_| None),
    }
}

impl Plan {
    /// Reads a plan that `version` of the program can apply.
    ///
    /// # Errors
    /// Why it is none.
    pub fn read(text: &str, version: &str) -> Result<Self, String> {
        /// What every plan has, of whatever form.
        #[derive(Deserialize)]
        struct Head {
            format: u32,
            version: String,
        }
        let head: Option<Head> = read_head(text).map_err(|error| format!("it is not JSON: {error}"))?;
        let head = head.ok_or("it is not a plan of `loopmend fix --output-format json`")?;
        if head.format != FORMAT || head.version != version {
            return Err(format!(
                "it was made by loopmend {} and this is {version}; make it again with `loopmend fix --output-format json`",
                head.version
            ));
        }
        let plan: Self = serde_json::from_str(text).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            format!("it is not a plan: the value before line {line}, column {column} does not belong there")
        })?;
        let is_turned = |edits: &Vec<Edit>| edits.iter().any(|edit| edit.span.start > edit.span.end);
        let has_turned = |fix: &PlannedFix| {
            is_turned(&fix.edits) || fix.elsewhere.iter().any(|file| is_turned(&file.edits))
        };
        match plan.fixes.iter().any(has_turned) {
            true => Err("it is not a plan: an edit ends before it starts".to_owned()),
            false => Ok(plan),
        }
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Applicability, Edit, FileEdits};

    use super::{FORMAT, Plan, PlannedFile, PlannedFix};
    use crate::ContentHash;

    fn plan() -> Plan {
        let fix = PlannedFix {
            path: "a.py".into(),
            rule: "unawaited-coroutine".into(),
            code: "LM101".into(),
            cell: None,
            line: 1,
            column: 1,
            message: "coroutine `f` is never awaited".into(),
            title: "await the call".into(),
            applicability: Applicability::Unsafe,
            safety: "The body starts to run.".into(),
            edits: vec![Edit::insertion(0, "await ")],
            elsewhere: vec![FileEdits::new("pytest.ini", vec![Edit::insertion(9, "x = 1")])],
        };
        let file = PlannedFile { path: "a.py".into(), hash: ContentHash::of(b"f()") };
        Plan { format: FORMAT, version: "1.0.0".into(), files: vec![file], fixes: vec![fix] }
    }

    fn json(plan: &Plan) -> String {
        serde_json::to_string(plan).unwrap()
    }

    #[test]
    fn a_plan_is_read_as_it_was_written() {
        assert_eq!(Plan::read(&json(&plan()), "1.0.0"), Ok(plan()));
    }

    #[test]
    fn what_is_no_plan_is_said_in_plain_words() {
        let none = "it is not a plan of `loopmend fix --output-format json`";
        for text in ["[]", "{}", "[1, \"1.0.0\"]", "null", r#"{"format": "x", "version": 1}"#] {
            assert_eq!(Plan::read(text, "1.0.0"), Err(none.to_owned()), "{text}");
        }
        let error = Plan::read("", "1.0.0").unwrap_err();
        assert!(error.starts_with("it is not JSON: "), "{error}");
        let broken = json(&plan()).replace("\"files\":[", "\"files\":[[],");
        let error = Plan::read(&broken, "1.0.0").unwrap_err();
        assert!(error.starts_with("it is not a plan: the value before line 1, column "), "{error}");
    }

    #[test]
    fn a_plan_of_another_version_is_refused_whatever_else_it_says() {
        let error = Plan::read(&json(&plan()), "1.0.1").unwrap_err();
        assert!(error.starts_with("it was made by loopmend 1.0.0 and this is 1.0.1"), "{error}");
        let newer = r#"{"format": 9, "version": "1.0.0", "steps": []}"#;
        assert!(Plan::read(newer, "1.0.0").unwrap_err().starts_with("it was made by"));
        for text in ["[]", r#"{"format": 2, "version": "1.0.0", "files": []}"#] {
            assert!(Plan::read(text, "1.0.0").unwrap_err().starts_with("it is not a plan"), "{text}");
        }
    }

    #[test]
    fn an_edit_that_is_turned_round_is_refused() {
        let mut turned = plan();
        turned.fixes[0].edits[0].span.start = 5;
        assert!(Plan::read(&json(&turned), "1.0.0").is_err());
        let mut turned = plan();
        turned.fixes[0].elsewhere[0].edits[0].span.end = 5;
        assert!(Plan::read(&json(&turned), "1.0.0").is_err());
    }
}

use std::collections::BTreeMap;

use loopmend_core::{Applicability, Diagnostic, Edit, FileEdits, edited};
use loopmend_fix::without_overlaps;

/// Applies the fixes that are no mere suggestions and that can be applied together, to texts by their paths; those of several files go
/// first. Gives the files that changed; `None` when there is nothing to apply.
///
/// # Errors
/// A file that a fix changes and that is not among the texts.
pub(crate) fn apply_one_round(
    texts: &BTreeMap<String, String>,
    diagnostics: &[&Diagnostic],
) -> Result<Option<BTreeMap<String, String>>, String> {
    let offered = diagnostics.iter().filter_map(|diagnostic| Some((diagnostic, diagnostic.fix.as_ref()?)));
    let applied = offered.filter(|(_, fix)| fix.applicability > Applicability::DisplayOnly);
    let mut fixes: Vec<Vec<FileEdits>> =
        applied.map(|(diagnostic, fix)| fix.files(&diagnostic.path)).collect();
    fixes.sort_by_key(|files| files.len() < 2);
    let chosen = without_overlaps(fixes.iter().map(Vec::as_slice));
    let mut taken: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for (files, _) in fixes.into_iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen) {
        for file in files {
            taken.entry(file.path).or_default().extend(file.edits);
        }
    }
    let mut changed = BTreeMap::new();
    for (path, mut edits) in taken {
        let text = texts.get(&path).ok_or_else(|| path.clone())?;
        edits.sort_by_key(|edit| edit.span);
        changed.insert(path, edited(text, &edits).unwrap_or_else(|| text.clone()));
    }
    Ok(Some(changed).filter(|changed| !changed.is_empty()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use loopmend_core::{Applicability, Diagnostic, Edit, FileEdits, Fix, RuleCode, Span};

    use super::apply_one_round;

    fn diagnostic(applicability: Applicability, edits: Vec<Edit>) -> Diagnostic {
        Diagnostic {
            fix: Some(Fix::new("fix", applicability, edits)),
            ..Diagnostic::new(RuleCode::new(900), "fake", "main.py", Span::default(), "")
        }
    }

    /// What becomes of `abc` in `main.py` and `xyz` in `b.ini`.
    fn applied(diagnostics: &[&Diagnostic]) -> Result<Option<String>, String> {
        let texts = [("main.py", "abc"), ("b.ini", "xyz")];
        let texts = texts.map(|(path, text)| (path.to_owned(), text.to_owned()));
        let changed = apply_one_round(&BTreeMap::from(texts), diagnostics)?;
        Ok(changed.map(|changed| changed.into_values().collect::<Vec<_>>().join(" ")))
    }

    #[test]
    fn fixes_that_overlap_wait() {
        let first =
            diagnostic(Applicability::Unsafe, vec![Edit::insertion(0, "s;"), Edit::insertion(1, "1")]);
        let same_place =
            diagnostic(Applicability::Safe, vec![Edit::insertion(0, "s;"), Edit::insertion(2, "2")]);
        let apart = diagnostic(Applicability::Safe, vec![Edit::replacement(Span::new(2, 3), "C")]);
        assert_eq!(applied(&[&first, &same_place, &apart]), Ok(Some("s;a1bC".to_owned())));
    }

    #[test]
    fn a_fix_of_several_files_is_applied_whole_and_first() {
        let elsewhere = |path: &str| {
            let mut both = diagnostic(Applicability::Unsafe, vec![Edit::insertion(0, "1")]);
            let file = FileEdits::new(path, vec![Edit::insertion(3, "2")]);
            both.fix = both.fix.map(|fix| fix.and_in(file));
            both
        };
        let alone = diagnostic(Applicability::Safe, vec![Edit::insertion(0, "3")]);
        assert_eq!(applied(&[&alone, &elsewhere("b.ini")]), Ok(Some("xyz2 1abc".to_owned())));
        assert_eq!(applied(&[&elsewhere("c.ini")]), Err("c.ini".to_owned()));
    }

    #[test]
    fn a_suggestion_is_not_applied() {
        let suggestion = diagnostic(Applicability::DisplayOnly, vec![Edit::insertion(0, "x")]);
        assert_eq!(applied(&[&suggestion]), Ok(None));
    }
}

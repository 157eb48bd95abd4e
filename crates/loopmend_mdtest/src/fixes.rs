use loopmend_core::{Applicability, Diagnostic, Edit, Fix};

/// Applies, in order, the fixes that are no mere suggestions and do not touch what an earlier one changes.
/// `None` when there is nothing to apply.
pub(crate) fn apply_one_round(text: &str, diagnostics: &[&Diagnostic]) -> Option<String> {
    let mut taken: Vec<Edit> = Vec::new();
    let fixes = diagnostics.iter().filter_map(|diagnostic| diagnostic.fix.as_ref());
    for fix in fixes.filter(|fix| fix.applicability > Applicability::DisplayOnly) {
        if !fix.edits.iter().any(|edit| taken.iter().any(|other| overlap(edit, other))) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    if taken.is_empty() {
        return None;
    }
    Some(Fix::new("apply the fixes", Applicability::Unsafe, taken).apply(text))
}

/// Whether the order of two edits would matter: they share a byte, or insert at the same place.
fn overlap(one: &Edit, other: &Edit) -> bool {
    one.span == other.span || (one.span.start < other.span.end && other.span.start < one.span.end)
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Applicability, Confidence, Diagnostic, Edit, Evidence, Fix, Level, RuleCode, Span};

    use super::apply_one_round;

    fn diagnostic(applicability: Applicability, edits: Vec<Edit>) -> Diagnostic {
        Diagnostic {
            code: RuleCode::new(900),
            rule: "fake".to_owned(),
            path: "main.py".to_owned(),
            span: Span::default(),
            level: Level::Error,
            confidence: Confidence::Certain,
            evidence: Evidence::Inferred,
            message: String::new(),
            symbol: String::new(),
            notes: Vec::new(),
            fix: Some(Fix::new("fix", applicability, edits)),
        }
    }

    #[test]
    fn fixes_that_overlap_wait() {
        let first =
            diagnostic(Applicability::Unsafe, vec![Edit::insertion(0, "s;"), Edit::insertion(1, "1")]);
        let same_place =
            diagnostic(Applicability::Safe, vec![Edit::insertion(0, "s;"), Edit::insertion(2, "2")]);
        let apart = diagnostic(Applicability::Safe, vec![Edit::replacement(Span::new(2, 3), "C")]);
        let text = apply_one_round("abc", &[&first, &same_place, &apart]);
        assert_eq!(text.as_deref(), Some("s;a1bC"));
    }

    #[test]
    fn a_suggestion_is_not_applied() {
        let suggestion = diagnostic(Applicability::DisplayOnly, vec![Edit::insertion(0, "x")]);
        assert_eq!(apply_one_round("abc", &[&suggestion]), None);
    }
}

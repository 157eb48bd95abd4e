//! The nearest known name, for "did you mean".

/// The known name that `name` is most likely a misspelling of.
pub(crate) fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let folded = name.to_lowercase().replace('_', "-");
    let distances =
        known.into_iter().map(|it| (strsim::damerau_levenshtein(&folded, &it.to_lowercase()), it));
    let (distance, best) = distances.min()?;
    (distance <= best.chars().count().max(3) / 3).then_some(best)
}

/// `; did you mean ...?`, or nothing when no known name is near.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    nearest(name, known).map(|best| format!("; did you mean `{best}`?")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn only_near_names_are_offered() {
        let known = ["exclude", "include", "python-version"];
        assert_eq!(did_you_mean("exlude", known), "; did you mean `exclude`?");
        assert_eq!(did_you_mean("python_version", known), "; did you mean `python-version`?");
        assert_eq!(did_you_mean("line-length", known), "");
    }
}

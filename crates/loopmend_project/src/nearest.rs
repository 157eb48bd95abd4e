//! The nearest known name, for "did you mean".

/// Returns the known name that `name` is most likely a misspelling of.
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
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

/// At most so many known words are listed.
const MAX_LISTED: usize = 16;

/// `; did you mean ...?`, or the known words when none is near and they are few.
pub(crate) fn nearest_or_all(name: &str, known: &[String]) -> String {
    let near = did_you_mean(name, known.iter().map(String::as_str));
    if !near.is_empty() || known.len() > MAX_LISTED {
        return near;
    }
    let all: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    format!("; expected one of {}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{did_you_mean, nearest_or_all};

    #[test]
    fn a_few_known_words_are_listed_if_none_is_near() {
        let known = ["start", "close"].map(str::to_owned);
        assert_eq!(nearest_or_all("strt", &known), "; did you mean `start`?");
        assert_eq!(nearest_or_all("begin", &known), "; expected one of `start`, `close`");
        assert_eq!(nearest_or_all("begin", &vec!["close".to_owned(); 17]), "");
    }

    #[test]
    fn only_near_names_are_offered() {
        let known = ["exclude", "include", "python-version"];
        assert_eq!(did_you_mean("exlude", known), "; did you mean `exclude`?");
        assert_eq!(did_you_mean("python_version", known), "; did you mean `python-version`?");
        assert_eq!(did_you_mean("line-length", known), "");
    }
}

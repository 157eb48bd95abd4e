//! What became of the findings when fixes were applied.

use std::collections::BTreeMap;

use loopmend_core::{Confidence, Diagnostic, Edit, Span};
use loopmend_fix::Shift;
use rustc_hash::FxHashMap;

use super::candidate::Candidate;
use super::marks::touches;

/// Something that must not be after fixes were applied, and the fixes that may be why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Complaint {
    /// The places of the fixes among those that were applied, ascending.
    pub(crate) suspects: Vec<usize>,
    /// The file, as it is shown, the rule and the function of the finding that it is about.
    pub(crate) path: String,
    rule: String,
    symbol: String,
    /// In the words of the report.
    pub(crate) why: String,
}

impl Complaint {
    /// About the text of a file, in which no rule found anything.
    pub(crate) fn about_text(path: &str, suspects: Vec<usize>, why: String) -> Self {
        Self { suspects, path: path.to_owned(), rule: String::new(), symbol: String::new(), why }
    }

    fn about(finding: &Diagnostic, suspects: Vec<usize>, why: String) -> Self {
        let Diagnostic { path, rule, symbol, .. } = finding;
        Self { suspects, path: path.clone(), rule: rule.clone(), symbol: symbol.clone(), why }
    }

    /// `true` if both are about the same. What a finding counts depends on the files that are looked at, and its words do on that.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        (&self.path, &self.rule, &self.symbol) == (&other.path, &other.rule, &other.symbol)
    }
}

/// Compares the findings before and after fixes were applied; `shifts` says where things moved, by path.
pub(crate) fn complaints<'d>(
    before: &'d [Diagnostic],
    after: &'d [Diagnostic],
    applied: &'d [Candidate],
    shifts: &'d BTreeMap<String, Shift>,
) -> Vec<Complaint> {
    let mut comparison = Comparison::new(after, shifts);
    let fixed: Vec<(usize, &Diagnostic)> = applied
        .iter()
        .enumerate()
        .flat_map(|(place, one)| one.mends.iter().map(move |it| (place, it)))
        .collect();
    let mut fixed_by_place: FxHashMap<_, Vec<&Diagnostic>> = FxHashMap::default();
    for (_, finding) in &fixed {
        fixed_by_place.entry((finding.path.as_str(), finding.span.start)).or_default().push(finding);
    }
    let is_kept = |finding: &&Diagnostic| {
        let there = fixed_by_place.get(&(finding.path.as_str(), finding.span.start));
        !there.is_some_and(|fixed| fixed.contains(finding))
    };
    let mut kept: Vec<&Diagnostic> = before.iter().filter(is_kept).collect();
    let mut still_there = Vec::new();

    kept.retain(|finding| !comparison.take(finding, Likeness::PlaceAndWords));
    for likeness in [Likeness::PlaceAndWords, Likeness::Place] {
        for (place, finding) in &fixed {
            if comparison.take(finding, likeness) {
                let why = "its finding is still there".to_owned();
                still_there.push(Complaint::about(finding, vec![*place], why));
            }
        }
        if likeness == Likeness::PlaceAndWords {
            kept.retain(|finding| !comparison.take(finding, Likeness::Place));
        }
    }
    kept.retain(|finding| !comparison.take(finding, Likeness::Words));

    let was_hidden = |finding: &&Diagnostic| {
        let hid = |(place, old): &(usize, &Diagnostic)| {
            hides(old, finding, shifts) && !is_of_new_await(&applied[*place], finding)
        };
        fixed.iter().any(hid)
    };
    let was_revealed = |finding: &&Diagnostic| reveals(applied, finding, shifts);
    let rest = comparison.rest().filter(|finding| !was_hidden(finding) && !was_revealed(finding));
    let new = rest.map(|finding| {
        let why = format!("the fix causes `{}`: {}", finding.rule, finding.message);
        Complaint::about(finding, suspects(finding, applied, shifts), why)
    });
    still_there.into_iter().chain(new).collect()
}

/// `true` if a rule spoke at a place in another one's stead, whose finding was there all the time.
fn hides(old: &Diagnostic, finding: &Diagnostic, shifts: &BTreeMap<String, Shift>) -> bool {
    let superseded = loopmend_rules::find_rule(&old.rule).map_or(&[][..], |rule| rule.spec.supersedes);
    let image = shifts.get(&old.path).map_or(old.span, |shift| shift.image(old.span));
    old.path == finding.path && superseded.contains(&finding.rule.as_str()) && touches(finding.span, image)
}

/// `true` if a finding is about an `await` that a fix wrote: no other finding can have hidden it before.
fn is_of_new_await(fix: &Candidate, finding: &Diagnostic) -> bool {
    let writes_await = |edit: &Edit| edit.replacement.trim_end().ends_with("await");
    finding.rule == "await-on-non-awaitable" && fix.edits_of(&finding.path).iter().any(writes_await)
}

/// `true` if a finding elsewhere is likely only because a fix of the same rule shows how a name is used: once one `store.save()` is
/// awaited, the others look forgotten.
fn reveals(applied: &[Candidate], finding: &Diagnostic, shifts: &BTreeMap<String, Shift>) -> bool {
    let image = |span: Span| shifts.get(&finding.path).map_or(span, |shift| shift.image(span));
    let is_edited = |one: &Candidate| {
        one.edits_of(&finding.path).iter().any(|edit| touches(image(edit.span), finding.span))
    };
    let is_of_rule = |one: &Candidate| one.mends.iter().any(|mended| mended.rule == finding.rule);
    finding.confidence == Confidence::Likely
        && applied.iter().any(is_of_rule)
        && !applied.iter().any(is_edited)
}

/// By what a finding is known again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    PlaceAndWords,
    Place,
    Words,
}

/// The findings afterwards that are not accounted for.
struct Comparison<'a> {
    after: FxHashMap<(&'a str, &'a str), Vec<&'a Diagnostic>>,
    shifts: &'a BTreeMap<String, Shift>,
}

impl<'a> Comparison<'a> {
    fn new(after: &'a [Diagnostic], shifts: &'a BTreeMap<String, Shift>) -> Self {
        let mut by_rule: FxHashMap<_, Vec<&Diagnostic>> = FxHashMap::default();
        for finding in after {
            by_rule.entry((finding.path.as_str(), finding.rule.as_str())).or_default().push(finding);
        }
        Self { after: by_rule, shifts }
    }

    /// Takes the finding that is a former one; `false` when there is none.
    fn take(&mut self, former: &'a Diagnostic, likeness: Likeness) -> bool {
        let Some(found) = self.after.get_mut(&(former.path.as_str(), former.rule.as_str())) else {
            return false;
        };
        let image = self.shifts.get(&former.path).map_or(former.span, |shift| shift.image(former.span));
        let is_alike = |finding: &&Diagnostic| {
            let same_place = touches(finding.span, image);
            let same_words = finding.message == former.message && finding.symbol == former.symbol;
            match likeness {
                Likeness::PlaceAndWords => same_place && same_words,
                Likeness::Place => same_place,
                Likeness::Words => same_words,
            }
        };
        let place = found.iter().position(is_alike);
        if let Some(place) = place {
            found.remove(place);
        }
        place.is_some()
    }

    /// The new findings, in order.
    fn rest(self) -> impl Iterator<Item = &'a Diagnostic> {
        let mut rest: Vec<&Diagnostic> = self.after.into_values().flatten().collect();
        rest.sort_by_key(|finding| finding.sort_key());
        rest.into_iter()
    }
}

/// The fixes that may be why something is found that was not before: the nearest ones.
fn suspects(finding: &Diagnostic, applied: &[Candidate], shifts: &BTreeMap<String, Shift>) -> Vec<usize> {
    let those = |is_one: &dyn Fn(&Candidate) -> bool| -> Vec<usize> {
        (0..applied.len()).filter(|place| is_one(&applied[*place])).collect()
    };
    let image = |span: Span| shifts.get(&finding.path).map_or(span, |shift| shift.image(span));
    let mends = |one: &Candidate, is_it: &dyn Fn(&Diagnostic) -> bool| {
        one.path == finding.path && one.mends.iter().any(is_it)
    };
    let edits = |one: &Candidate| {
        one.edits_of(&finding.path).iter().any(|edit| touches(image(edit.span), finding.span))
    };
    let in_file = |one: &Candidate| one.path == finding.path || !one.edits_of(&finding.path).is_empty();
    let at_place =
        |one: &Candidate| edits(one) || mends(one, &|mended| touches(image(mended.span), finding.span));
    let in_symbol = |one: &Candidate| mends(one, &|mended| mended.symbol == finding.symbol);
    let ways: [&dyn Fn(&Candidate) -> bool; 4] = [&at_place, &in_symbol, &in_file, &|_| true];
    ways.into_iter().map(those).find(|found| !found.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use loopmend_core::{Confidence, Diagnostic, Edit, FileEdits, Span};
    use loopmend_fix::Shift;

    use super::{Candidate, complaints};
    use crate::render::samples::diagnostic;

    fn at(start: u32, end: u32, message: &str) -> Diagnostic {
        diagnostic("a.py", Span::new(start, end), message)
    }

    fn inserting(finding: &Diagnostic) -> Candidate {
        Candidate {
            path: finding.path.clone(),
            title: "await the call".to_owned(),
            files: vec![FileEdits::new(
                finding.path.clone(),
                vec![Edit::insertion(finding.span.start, "await ")],
            )],
            mends: vec![finding.clone()],
        }
    }

    fn judged(
        before: &[Diagnostic],
        after: &[Diagnostic],
        applied: &[Candidate],
    ) -> Vec<(Vec<usize>, String)> {
        let edits = applied.iter().flat_map(Candidate::edits);
        let shifts = BTreeMap::from([("a.py".to_owned(), Shift::new(edits))]);
        let found = complaints(before, after, applied, &shifts);
        found.into_iter().map(|complaint| (complaint.suspects, complaint.why)).collect()
    }

    #[test]
    fn what_is_gone_and_what_only_moved_are_fine() {
        let before = [at(0, 3, "one"), at(10, 13, "two"), at(20, 23, "one")];
        let applied = [inserting(&before[1])];
        assert_eq!(judged(&before, &[at(0, 3, "one"), at(26, 29, "one")], &applied), []);
    }

    #[test]
    fn a_finding_that_stays_tells_on_its_own_fix() {
        let before = [at(0, 3, "one"), at(10, 13, "one")];
        let applied = [inserting(&before[0]), inserting(&before[1])];
        let why = "its finding is still there".to_owned();
        assert_eq!(judged(&before, &[at(22, 25, "other words")], &applied), [(vec![1], why)]);
    }

    #[test]
    fn a_new_finding_tells_on_the_nearest_fixes() {
        let before = [at(0, 3, "one"), at(10, 13, "one")];
        let applied = [inserting(&before[0]), inserting(&before[1])];
        let mut new = at(17, 19, "new");
        new.rule = "other-rule".to_owned();
        let why = "the fix causes `other-rule`: new".to_owned();
        assert_eq!(judged(&before, &[new.clone()], &applied), [(vec![1], why.clone())]);
        new.path = "b.py".to_owned();
        assert_eq!(judged(&before, &[new], &applied), [(vec![0, 1], why)]);
    }

    #[test]
    fn what_is_likely_by_the_fix_alone_may_stay() {
        let before = [at(0, 3, "one")];
        let applied = [inserting(&before[0])];
        let mut new = at(20, 23, "likely");
        new.confidence = Confidence::Likely;
        assert_eq!(judged(&before, &[new.clone()], &applied), []);
        new.rule = "other-rule".to_owned();
        assert_eq!(judged(&before, &[new], &applied).len(), 1);
    }

    #[test]
    fn what_the_mended_finding_hid_may_stay() {
        let mut old = at(0, 3, "one");
        old.rule = "task-without-running-loop".to_owned();
        let applied = [inserting(&old)];
        let mut new = at(6, 9, "new");
        new.rule = "discarded-task".to_owned();
        assert_eq!(judged(std::slice::from_ref(&old), &[new.clone()], &applied), []);
        new.rule = "lock-reentry".to_owned();
        assert_eq!(judged(&[old], &[new], &applied).len(), 1);
    }

    #[test]
    fn an_await_that_a_fix_wrote_was_not_hidden() {
        let mut old = at(0, 3, "one");
        old.rule = "run-in-running-loop".to_owned();
        let applied = [inserting(&old)];
        let mut new = at(6, 9, "cannot be awaited");
        new.rule = "await-on-non-awaitable".to_owned();
        assert_eq!(judged(&[old], &[new], &applied).len(), 1);
    }
}

//! Which of many fixes does harm to a file: that file alone is checked again, with fewer of them, until one is left.

use std::collections::BTreeSet;

use super::candidate::Candidate;
use super::verdict::{Complaint, complaints};
use super::{Fixer, Look, Wish, shifts, without};

/// A complaint of which the reason is sought, and where to look whether it is still made.
struct Doubt {
    complaint: Complaint,
    /// `None` where it takes a check of all files.
    files: Option<BTreeSet<String>>,
}

impl Fixer<'_> {
    /// Takes out the fixes that are the reason of complaints.
    pub(super) fn without_culprits(
        &mut self,
        trial: Vec<Candidate>,
        found: Vec<Complaint>,
        wish: &Wish<'_>,
    ) -> Vec<Candidate> {
        let count = trial.len();
        let (mut trial, mut open) = self.without_guilty(trial, found);
        while !open.is_empty() && !trial.is_empty() {
            let files: BTreeSet<String> = open.iter().map(|complaint| complaint.path.clone()).collect();
            let all: Vec<usize> = (0..trial.len()).collect();
            let Some(now) = self.found_with(&trial, &all, Some(&files), wish) else { return Vec::new() };
            let seen: Vec<Complaint> =
                now.into_iter().filter(|one| open.iter().any(|other| one.is_like(other))).collect();
            let doubt = match seen.first() {
                Some(first) => Doubt { files: Some([first.path.clone()].into()), complaint: first.clone() },
                // The next check of all files says whether anything is left.
                None if trial.len() < count => return trial,
                None => Doubt { files: None, complaint: open[0].clone() },
            };
            let Some(culprit) = self.culprit(&trial, &doubt, wish) else { return Vec::new() };
            self.condemn(&trial[culprit], &doubt.complaint.why);
            trial = without(trial, &[culprit].into());
            open = seen;
        }
        trial
    }

    /// The first fix with which something is found that is not found with those before it; `None` where the user stops it.
    fn culprit(&mut self, trial: &[Candidate], doubt: &Doubt, wish: &Wish<'_>) -> Option<usize> {
        let all: Vec<usize> = (0..trial.len()).collect();
        let why = &doubt.complaint.why;
        let alike: Vec<usize> = all.iter().copied().filter(|place| speaks_of(&trial[*place], why)).collect();
        let mut likely = [&alike, &doubt.complaint.suspects];
        likely.sort_by_key(|suspects| suspects.len());
        for suspects in likely.into_iter().filter(|suspects| (1..all.len()).contains(&suspects.len())) {
            if !self.is_found_with(trial, suspects, 0, doubt, wish)? {
                return self.first_of(trial, suspects, doubt, wish);
            }
        }
        self.first_of(trial, &all, doubt, wish)
    }

    /// The first of the suspects that brings the complaint, by halving. It is made with all of them, and not with none.
    fn first_of(
        &mut self,
        trial: &[Candidate],
        suspects: &[usize],
        doubt: &Doubt,
        wish: &Wish<'_>,
    ) -> Option<usize> {
        let (mut without, mut with) = (0, suspects.len());
        while with - without > 1 {
            let middle = usize::midpoint(without, with);
            match self.is_found_with(trial, suspects, middle, doubt, wish)? {
                true => with = middle,
                false => without = middle,
            }
        }
        suspects.get(without).copied()
    }

    /// Applies the first `count` suspects and all fixes that are no suspects, and checks whether the complaint appears. `None` if
    /// the user interrupts the search.
    fn is_found_with(
        &mut self,
        trial: &[Candidate],
        suspects: &[usize],
        count: usize,
        doubt: &Doubt,
        wish: &Wish<'_>,
    ) -> Option<bool> {
        let out: BTreeSet<usize> = suspects[count..].iter().copied().collect();
        let applied: Vec<usize> = (0..trial.len()).filter(|place| !out.contains(place)).collect();
        let found = self.found_with(trial, &applied, doubt.files.as_ref(), wish)?;
        Some(found.iter().any(|complaint| complaint.is_like(&doubt.complaint)))
    }

    /// Applies only the fixes at `applied`, checks `files` (all files if `None`), and returns the new complaints. `None` if the user
    /// interrupts the search.
    fn found_with(
        &mut self,
        trial: &[Candidate],
        applied: &[usize],
        files: Option<&BTreeSet<String>>,
        wish: &Wish<'_>,
    ) -> Option<Vec<Complaint>> {
        let mut applied: Vec<Candidate> = applied.iter().map(|place| trial[*place].clone()).collect();
        let edits = self.write_in_memory(&mut applied);
        let look = files.map_or(Look::All(trial.len()), |files| Look::At(files, trial.len()));
        let after = (wish.analyze)(self.project, look);
        self.put_back(&edits);
        if after.interrupted {
            self.interrupted = true;
            return None;
        }
        Some(complaints(&self.analysis.diagnostics, &after.diagnostics, &applied, &shifts(&edits)))
    }
}

/// `true` if a complaint and a finding that the fix removes name the same function. Editing one call of a function
/// can cause complaints about its other calls.
fn speaks_of(candidate: &Candidate, why: &str) -> bool {
    let names: BTreeSet<&str> = named(why).collect();
    candidate.mends.iter().any(|finding| named(&finding.message).any(|name| names.contains(name)))
}

/// The last name of each piece of code in a text.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('`').skip(1).step_by(2);
    pieces.filter_map(|piece| {
        let called = piece.rsplit_once('(').map_or(piece, |(called, _)| called);
        called.rsplit(|c: char| !c.is_alphanumeric() && c != '_').find(|name| !name.is_empty())
    })
}

//! Fisher's exact test and Holm's correction, by which a flaky test is told from one that a change reached.

/// The probability of a table of two rows at least as uneven as this one, if the rows do not differ: two-sided, by summing all tables
/// with the same margins that are no more likely. Each row is how often something was seen, and how often it was not.
///
/// Source: R. A. Fisher, Statistical Methods for Research Workers, § 21.02.
pub fn fisher_exact(one: (u32, u32), other: (u32, u32)) -> f64 {
    let (rows, seen) = ((one.0 + one.1, other.0 + other.1), one.0 + other.0);
    let all = rows.0 + rows.1;
    let ln_probability =
        |first: u32| ln_choose(rows.0, first) + ln_choose(rows.1, seen - first) - ln_choose(all, seen);
    let observed = ln_probability(one.0);
    // Tables as likely as this one differ by rounding alone.
    let is_as_uneven = |probability: &f64| *probability <= observed + 1e-9;
    let tables = seen.saturating_sub(rows.1)..=seen.min(rows.0);
    let sum: f64 = tables.map(ln_probability).filter(is_as_uneven).map(f64::exp).sum();
    sum.min(1.0)
}

fn ln_choose(of: u32, taken: u32) -> f64 {
    ln_factorial(of) - ln_factorial(taken) - ln_factorial(of - taken)
}

fn ln_factorial(number: u32) -> f64 {
    (2..=number).map(|factor| f64::from(factor).ln()).sum()
}

/// Which of some hypotheses are rejected at a level, all together: Holm's step-down procedure.
///
/// Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of Statistics 6 (1979).
pub fn holm(probabilities: &[f64], level: f64) -> Vec<bool> {
    let mut order: Vec<usize> = (0..probabilities.len()).collect();
    order.sort_by(|a, b| probabilities[*a].total_cmp(&probabilities[*b]));
    let mut rejected = vec![false; probabilities.len()];
    for (rank, place) in order.into_iter().enumerate() {
        if probabilities[place] * (probabilities.len() - rank) as f64 > level {
            break;
        }
        rejected[place] = true;
    }
    rejected
}

#[cfg(test)]
mod tests {
    use super::{fisher_exact, holm};

    fn is_near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    /// The values are those of `scipy.stats.fisher_exact`.
    #[test]
    fn known_tables() {
        assert!(is_near(fisher_exact((8, 2), (1, 5)), 0.034_965_034_965_034_94));
        assert!(is_near(fisher_exact((4, 0), (0, 4)), 2.0 / 70.0));
        assert!(is_near(fisher_exact((11, 0), (0, 11)), 2.0 / 705_432.0));
        assert!(is_near(fisher_exact((3, 3), (3, 3)), 1.0));
        assert!(is_near(fisher_exact((0, 5), (0, 5)), 1.0));
        assert!(is_near(fisher_exact((1, 0), (0, 1)), 1.0));
    }

    #[test]
    fn what_is_rejected_together() {
        assert_eq!(holm(&[0.01, 0.04, 0.03, 0.005], 0.05), [true, false, false, true]);
        assert_eq!(holm(&[0.02], 0.05), [true]);
        assert_eq!(holm(&[], 0.05), Vec::<bool>::new());
    }
}

//! The cost of one run of a program: medians, and ratios of paired runs with their uncertainty.

use std::time::Instant;

use wait4::Wait4;

use super::*;

/// The cost of a run, child processes included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Cost {
    /// User and system time of all processors, in seconds.
    pub(crate) cpu: f64,
    /// Time by the clock, in seconds.
    pub(crate) wall: f64,
    /// The largest resident set of any one of the processes, in bytes.
    pub(crate) peak: f64,
}

/// Runs a program without its output. Fails if it cannot be started or its status is none of `accepted`.
pub(crate) fn measure(command: &mut Command, accepted: &[i32]) -> Result<Cost> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot start `{}`", workspace::shown(command)))?;
    let used = child.wait4().with_context(|| format!("cannot wait for `{}`", workspace::shown(command)))?;
    let wall = start.elapsed().as_secs_f64();
    if !used.status.code().is_some_and(|code| accepted.contains(&code)) {
        bail!("`{}` ended with {}", workspace::shown(command), used.status);
    }
    let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    Ok(Cost { cpu, wall, peak: used.rusage.maxrss as f64 })
}

/// The median; `None` of no values.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 1 => Some(sorted[middle]),
        _ => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
    }
}

/// A ratio and the interval that holds the true one in 95 of 100 repetitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Ratio {
    /// The geometric mean of the ratios of the pairs.
    pub(crate) mean: f64,
    /// The lower end of the interval.
    pub(crate) low: f64,
    /// The upper end of the interval.
    pub(crate) high: f64,
    /// How many pairs there are.
    pub(crate) pairs: usize,
}

/// The ratio of paired measurements, numerator and denominator of one round being a pair. The interval is
/// Student's, on the logarithms; `None` with fewer than two pairs or a value that is not positive.
pub(crate) fn paired_ratio(pairs: &[(f64, f64)]) -> Option<Ratio> {
    if pairs.len() < 2 || pairs.iter().any(|(a, b)| *a <= 0.0 || *b <= 0.0) {
        return None;
    }
    let logarithms: Vec<f64> = pairs.iter().map(|(a, b)| (a / b).ln()).collect();
    let count = logarithms.len() as f64;
    let mean = logarithms.iter().sum::<f64>() / count;
    let variance = logarithms.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0);
    let half_width = students_t_975(pairs.len() - 1) * (variance / count).sqrt();
    Some(Ratio {
        mean: mean.exp(),
        low: (mean - half_width).exp(),
        high: (mean + half_width).exp(),
        pairs: pairs.len(),
    })
}

/// The 97.5 % quantile of Student's t distribution: from the usual table up to 10 degrees of freedom, then by the
/// first terms of its expansion around the normal quantile (Abramowitz and Stegun 26.7.5), right to three digits.
fn students_t_975(degrees_of_freedom: usize) -> f64 {
    const TABLE: [f64; 10] = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228];
    if let Some(value) = degrees_of_freedom.checked_sub(1).and_then(|index| TABLE.get(index)) {
        return *value;
    }
    let z: f64 = 1.959_964;
    let n = degrees_of_freedom as f64;
    let terms = [
        (z.powi(3) + z) / 4.0,
        (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / 96.0,
        (3.0 * z.powi(7) + 19.0 * z.powi(5) + 17.0 * z.powi(3) - 15.0 * z) / 384.0,
    ];
    terms.iter().rfold(0.0, |sum, term| (sum + term) / n) + z
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_costs_time_and_memory() {
        let cargo = std::env::var_os("CARGO").unwrap();
        let cost = measure(Command::new(cargo).arg("--version"), &[0]).unwrap();
        assert!(cost.wall > 0.0 && cost.peak > 100_000.0, "{cost:?}");
    }

    #[test]
    fn an_unexpected_status_is_an_error() {
        let cargo = std::env::var_os("CARGO").unwrap();
        assert!(measure(Command::new(cargo).arg("no-such-task"), &[0]).is_err());
    }

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
    }

    #[test]
    fn the_quantile_agrees_with_published_tables() {
        for (degrees, expected) in
            [(1, 12.706), (2, 4.303), (10, 2.228), (11, 2.201), (19, 2.093), (120, 1.980)]
        {
            assert!((students_t_975(degrees) - expected).abs() < 0.001, "{degrees}");
        }
    }

    #[test]
    fn equal_ratios_have_no_width() {
        let ratio = paired_ratio(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]).unwrap();
        assert!((ratio.mean - 0.5).abs() < 1e-12 && (ratio.high - ratio.low).abs() < 1e-12);
        assert_eq!(ratio.pairs, 3);
    }

    #[test]
    fn the_interval_is_students_on_the_logarithms() {
        let ratio = paired_ratio(&[(1.0, 1.0), (std::f64::consts::E.powi(2), 1.0)]).unwrap();
        assert!((ratio.mean - std::f64::consts::E).abs() < 1e-9);
        assert!((ratio.high.ln() - (1.0 + 12.706)).abs() < 1e-9);
        assert!((ratio.low.ln() - (1.0 - 12.706)).abs() < 1e-9);
    }

    #[test]
    fn too_few_or_impossible_pairs_have_no_ratio() {
        assert_eq!(paired_ratio(&[(1.0, 2.0)]), None);
        assert_eq!(paired_ratio(&[(1.0, 2.0), (0.0, 1.0)]), None);
    }
}

//! How the cost of a check grows with the number of functions and of other parts, on made-up projects.

mod packages;
mod picture;
mod projects;

use crate::harness::*;

use packages::Shape;

/// The steepest line that is allowed, on logarithms.
const STEEPEST: f64 = 1.15;
/// The most CPU for the largest package, in seconds.
const MOST_CPU: f64 = 15.0;

/// The arguments of `cargo lab scale`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The numbers of functions, or of other parts
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 3_000, 10_000, 30_000, 100_000])]
    sizes: Vec<usize>,
    /// Only the shapes whose name contains this
    #[arg(long)]
    only: Option<String>,
    /// How often each package is checked
    #[arg(long, default_value_t = 5)]
    runs: usize,
    #[command(flatten)]
    common: Common,
}

/// What the check of one package costs.
#[derive(Clone, Copy, Debug)]
struct Point {
    shape: Shape,
    functions: usize,
    /// In seconds.
    cpu: f64,
    /// In megabytes.
    peak: f64,
    findings: usize,
}

/// Runs `cargo lab scale`. Fails if a package cannot be written or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = arguments.common.loopmend(Loopmend::build_for_measuring)?;
    let mut points = Vec::new();
    let is_asked = |shape: &Shape| arguments.only.as_ref().is_none_or(|only| shape.name().contains(only));
    for shape in Shape::ALL.into_iter().filter(is_asked) {
        for functions in &arguments.sizes {
            let point = point(&loopmend, shape, *functions, arguments.runs)?;
            println!("{}, {functions} functions: {:.2} s, {:.0} MB", shape.name(), point.cpu, point.peak);
            points.push(point);
        }
    }
    publish("scaling.md", "scale", &report(&points, arguments.runs), arguments.common.update)?;
    if arguments.common.update {
        picture::write(&root("docs/lab/scaling.svg"), &points)?;
    }
    let most = points.iter().map(|point| point.functions).max().unwrap_or_default();
    let is_cheap = points.iter().filter(|point| point.functions == most).all(|point| point.cpu <= MOST_CPU);
    let slopes = Shape::ALL.iter().flat_map(|shape| {
        [slope(&points, *shape, |point| point.cpu), slope(&points, *shape, |point| point.peak)]
    });
    let is_flat = slopes.flatten().all(|slope| slope <= STEEPEST);
    Ok(Outcome::passed_if(is_cheap && is_flat))
}

fn point(loopmend: &Loopmend, shape: Shape, functions: usize, runs: usize) -> Result<Point> {
    let directory = target("scale");
    packages::write(&directory, shape, functions)?;
    let check = || {
        let mut command = loopmend.command(&directory);
        command.args(["check", "--no-cache", "--exit-zero", "--quiet", "--output-format", "concise", "."]);
        command
    };
    let costs = (0..runs).map(|_| measure(&mut check(), &[0])).collect::<Result<Vec<Cost>>>()?;
    let middle = |part: fn(&Cost) -> f64| {
        median(&costs.iter().map(part).collect::<Vec<_>>()).context("at least one run is needed")
    };
    // What this process holds is counted for those that it starts, so it holds little.
    let found = workspace::run_captured(&mut check(), &[0])?;
    let findings = found.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    let (cpu, peak) = (middle(|cost| cost.cpu)?, middle(|cost| cost.peak)? / 1e6);
    Ok(Point { shape, functions, cpu, peak, findings })
}

/// The slope of the line through the points of a shape, on logarithms (least squares).
fn slope(points: &[Point], shape: Shape, value: fn(&Point) -> f64) -> Option<f64> {
    let own = points.iter().filter(|point| point.shape == shape);
    let logarithms: Vec<(f64, f64)> =
        own.map(|point| ((point.functions as f64).ln(), value(point).ln())).collect();
    let count = logarithms.len() as f64;
    let mean = |part: fn(&(f64, f64)) -> f64| logarithms.iter().map(part).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let spread: f64 = logarithms.iter().map(|point| (point.0 - x).powi(2)).sum();
    let common: f64 = logarithms.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    (spread > 0.0).then(|| common / spread)
}

fn report(points: &[Point], runs: usize) -> String {
    let costs = Table::of(points)
        .words("shape", |point| point.shape.name())
        .number("parts", |point| point.functions)
        .number("CPU, s", |point| format!("{:.2}", point.cpu))
        .number("peak memory, MB", |point| format!("{:.0}", point.peak))
        .number("findings", |point| point.findings);
    let shown = |shape: &Shape, value| {
        slope(points, *shape, value).map_or("–".to_owned(), |slope| format!("{slope:.2}"))
    };
    let slopes = Table::of(&Shape::ALL)
        .words("shape", |shape| shape.name())
        .number("CPU", |shape| shown(shape, |point| point.cpu))
        .number("peak memory", |shape| shown(shape, |point| point.peak));
    format!(
        "Medians of {runs} checks without a cache.\n\n{costs}\nSlopes on logarithms (asked: at most {STEEPEST}):\n\n{slopes}"
    )
}

#[cfg(test)]
mod tests {
    use super::{Point, Shape, slope};

    #[test]
    fn the_slope_is_the_power() {
        let point = |functions: usize| Point {
            shape: Shape::Cycles,
            functions,
            cpu: (functions as f64).powf(1.5),
            peak: 3.0,
            findings: 0,
        };
        let points = [10, 100, 1000].map(point);
        assert!((slope(&points, Shape::Cycles, |point| point.cpu).unwrap() - 1.5).abs() < 1e-9);
        assert!(slope(&points, Shape::Cycles, |point| point.peak).unwrap().abs() < 1e-9);
        assert_eq!(slope(&points, Shape::Chains, |point| point.cpu), None);
    }
}

//! Runs each rule alone on the corpora and compares with all rules: no finding depends on which other rules run.

use crate::harness::*;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The corpora; all of them without a name
    names: Vec<String>,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
}

/// A line of `loopmend debug-alone PATH`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    /// What is found only by a rule alone, or only among all.
    Difference { path: String, start: usize, end: usize, rule: String, message: String },
    /// How many findings all rules have.
    Sum { findings: usize },
}

/// Compares, and prints each difference. Fails if a corpus is unknown, cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = Loopmend::at_or_built(arguments.binary.as_deref(), Loopmend::build_for_tests)?;
    let mut differences = 0;
    for corpus in &ready(&arguments.names)? {
        differences += compare(corpus, &loopmend)?;
    }
    Ok(Outcome::passed_if(differences == 0))
}

fn compare(corpus: &Corpus, loopmend: &Loopmend) -> Result<usize> {
    let environment = corpus.environment();
    let arguments = ["debug-alone".as_ref(), ".".as_ref(), "--python".as_ref(), environment.as_os_str()];
    let mut differences = 0;
    for line in loopmend.list(&corpus.source(), &arguments)? {
        match line {
            Line::Difference { path, start, end, rule, message } => {
                differences += 1;
                println!("{}: {path}, bytes {start} to {end}: {rule}: {message}", corpus.name);
            }
            Line::Sum { findings } => {
                println!("{}: {findings} findings, {differences} differences", corpus.name);
            }
        }
    }
    Ok(differences)
}

#[cfg(test)]
mod tests {
    use super::Line;

    #[test]
    fn both_kinds_of_lines_are_read() {
        let difference = r#"{"path": "a.py", "start": 1, "end": 2, "rule": "r", "message": "m"}"#;
        assert!(matches!(serde_json::from_str(difference).unwrap(), Line::Difference { end: 2, .. }));
        assert!(matches!(serde_json::from_str(r#"{"findings": 3}"#).unwrap(), Line::Sum { findings: 3 }));
    }
}

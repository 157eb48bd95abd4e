//! Kills `loopmend fix --verify` at random points, pytest with it, and compares the tree byte for byte.

use super::bench::{Bench, make_directory};
use super::tree::{difference, same_texts, snapshot};
use crate::harness::*;

/// So many modules with a forgotten `await`, which a test imports and does not run: nothing differs, and no test runs again.
const MODULES: usize = 12;

/// The status where fixes were written that no test ran.
const UNTESTED: i32 = 3;

/// What was counted.
#[derive(Debug, Default)]
struct Counts {
    kills: usize,
    /// The tree was as before.
    before: usize,
    /// The tree was as after.
    after: usize,
    /// Files were being changed; `fix --undo` put them back.
    restored: usize,
    failures: Vec<String>,
}

/// Runs the task: so many kills. Fails if the project cannot be made, or loopmend does not verify it undisturbed.
pub(super) fn run(kills: usize, seed: u64, loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let mut bench = make(loopmend, seed)?;
    let mut counts = Counts::default();
    for number in 0..kills {
        kill(&mut bench, number, &mut counts)?;
    }
    let rows = [
        ("runs of `fix --verify` that were killed", counts.kills),
        ("– the tree was as before", counts.before),
        ("– the tree was as after", counts.after),
        ("– files were being changed, and `fix --undo` put them back", counts.restored),
        ("trees that are neither", counts.failures.len()),
    ];
    let table = Table::of(&rows).words("", |row| row.0).number("", |row| row.1).to_string();
    publish("fixes.md", "verify-crash", &table, update)?;
    counts.failures.iter().for_each(|failure| println!("{failure}"));
    Ok(Outcome::passed_if(counts.failures.is_empty()))
}

fn make(loopmend: &Loopmend, seed: u64) -> Result<Bench> {
    let directory = workspace::outside("crash");
    let original = directory.join("original");
    make_directory(&original)?;
    let settings = "[tool.pytest.ini_options]\npythonpath = [\".\"]\n";
    workspace::write(&original.join("pyproject.toml"), settings)?;
    for number in 0..MODULES {
        let module = "saved = []\n\n\nasync def save(record):\n    saved.append(record)\n\n\nasync def handle(record):\n    save(record)\n";
        let test = format!(
            "import module_{number} as module\n\n\ndef test_saved():\n    assert module.saved == []\n"
        );
        workspace::write(&original.join(format!("module_{number}.py")), module)?;
        workspace::write(&original.join(format!("test_{number}.py")), &test)?;
    }
    // What is built meanwhile is not run.
    let loopmend = loopmend.copied_to(&directory)?;
    let mut bench = Bench::new(loopmend, &directory, fastrand::Rng::with_seed(seed))?;
    bench.always = ["--isolated", "--no-cache"].map(str::to_owned).to_vec();
    let python = target("probes-venv/bin/python").display().to_string();
    let fix = ["--verify", "--unsafe", "--allow-dirty", "--all-tests", "--python", &python];
    bench.fix = fix.map(str::to_owned).to_vec();
    bench.run_undisturbed(UNTESTED)?;
    ensure!(!same_texts(&bench.after, &bench.before), "`loopmend fix --verify` fixes nothing undisturbed");
    Ok(bench)
}

/// Kills a run: any time, and two times of four while files are written.
fn kill(bench: &mut Bench, number: usize, counts: &mut Counts) -> Result<()> {
    match number % 4 {
        2 => bench.kill(&["draft", "pending"], bench.writing)?,
        3 => bench.kill(&["pending"], bench.writing)?,
        _ => bench.kill(&[], bench.whole)?,
    }
    counts.kills += 1;
    let was_pending = bench.has_journal("pending");
    if was_pending {
        bench.command(&["--undo"]).status()?;
    }
    let now = snapshot(&bench.tree)?;
    if difference(&bench.before, &now).is_none() {
        *if was_pending { &mut counts.restored } else { &mut counts.before } += 1;
    } else if same_texts(&bench.after, &now) {
        counts.after += 1;
    } else {
        counts.failures.push(format!("kill {number}: the tree is neither as before nor as after"));
    }
    Ok(())
}

//! A suite of very many tests, one whose worker is killed, and one whose coroutines die while garbage is collected: nothing is
//! lost, nothing crashes, and memory is bounded.

use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::companions::environment;
use super::{Machine, versions};
use crate::harness::*;

/// How many files there are, and how many tests in each.
const FILES: usize = 20;
const TESTS: usize = 1_000;
/// Each test whose number this divides forgets to await.
const FORGETS: usize = 100;
/// How many tests drop a coroutine.
const DROPPED: usize = 400;
/// So many bytes probe and program may need together above what pytest needs alone.
const MOST: u64 = 150_000_000;

/// Runs them. Fails if packages cannot be installed, loopmend does not compile, or a suite does not run.
pub(super) fn run(machine: &Machine) -> Result<Outcome> {
    let loopmend = Loopmend::build_for_tests()?;
    let mut is_complete = dropped_everywhere(&loopmend, machine)?;
    if let Some(environment) = environment(machine, &machine.manifest.newest)? {
        let python = environment.join("bin/python");
        is_complete &= many_tests(&loopmend, &python)?;
        is_complete &= killed_worker(&loopmend, &python)?;
    } else {
        println!("stress: there is no {}", machine.manifest.newest.interpreter());
    }
    Ok(Outcome::passed_if(is_complete))
}

/// 400 tests that drop a coroutine each while garbage is collected all the time, on each interpreter: no signal ends one.
fn dropped_everywhere(loopmend: &Loopmend, machine: &Machine) -> Result<bool> {
    let mut is_complete = true;
    for cell in &machine.manifest.version {
        let Some(environment) = versions::environment(machine, cell)? else {
            println!("dropped coroutines: there is no {}", cell.interpreter());
            continue;
        };
        let directory = target("matrix/suites/dropped");
        copy_afresh(&root("tests/dropped"), &directory)?;
        let arguments = ["-W", "ignore", "-p", "no:warnings"];
        let (report, _) = watch(loopmend, &environment.join("bin/python"), &directory, &arguments)?;
        let ending = report["ending"].as_str().unwrap_or_default();
        println!("dropped coroutines on {}: {}; {ending}", cell.title(), found(&report));
        let seen = report["findings"].as_array().map_or(0, Vec::len);
        is_complete &= ending == "finished" && seen == DROPPED;
    }
    Ok(is_complete)
}

/// 20,000 tests: all are told of, with what they forget, and memory stays below its limit.
fn many_tests(loopmend: &Loopmend, python: &Path) -> Result<bool> {
    let directory = suite("many", FILES, TESTS)?;
    let mut plain = Command::new(python);
    plain.args(["-m", "pytest"]).args(ARGUMENTS).current_dir(&directory);
    let plain = measure(&mut plain, &[0])?.peak as u64;
    let (report, program) = watch(loopmend, python, &directory, &[])?;
    let probed = report["processes"][0]["peak_memory"].as_u64().context("no memory was measured")?;
    let above = (probed + program).saturating_sub(plain);
    let million = |bytes: u64| bytes as f64 / 1e6;
    println!(
        "{} tests: {}; pytest alone {:.1} MB, with the probe {:.1} MB, the program {:.1} MB: {:.1} MB above",
        FILES * TESTS,
        found(&report),
        million(plain),
        million(probed),
        million(program),
        million(above)
    );
    Ok(is_complete(&report, FILES, TESTS, FILES * TESTS) && above < MOST)
}

/// Two workers of which one is killed: the others' findings are complete, and the crash is named.
fn killed_worker(loopmend: &Loopmend, python: &Path) -> Result<bool> {
    let files = 2;
    let directory = suite("killed", files, TESTS)?;
    let text = "import os\nimport signal\nimport time\n\n\ndef test_killed():\n    time.sleep(0.2)\n    os.kill(os.getpid(), signal.SIGKILL)\n";
    workspace::write(&directory.join("test_killed.py"), text)?;
    let (report, _) = watch(loopmend, python, &directory, &["-n", "2"])?;
    let ending = report["ending"].as_str().unwrap_or_default();
    println!("{} tests on two workers, one killed: {}; {ending}", files * TESTS, found(&report));
    let is_named = ending.contains("was killed by signal 9 while `test_killed.py::test_killed` ran");
    Ok(is_complete(&report, files, TESTS, files * TESTS + 1) && is_named)
}

const ARGUMENTS: [&str; 5] = ["-q", "-p", "no:cacheprovider", "-p", "no:randomly"];

/// Writes a suite of trivial tests, some of which forget to await.
fn suite(name: &str, files: usize, tests: usize) -> Result<PathBuf> {
    let directory = target("matrix/suites").join(name);
    workspace::remove_directory(&directory)?;
    workspace::write(&directory.join("pytest.ini"), "[pytest]\n")?;
    let text = format!(
        "import pytest\n\n\nasync def save():\n    pass\n\n\n@pytest.mark.parametrize(\"number\", range({tests}))\n\
         def test_it(number):\n    if number % {FORGETS} == 0:\n        save()\n"
    );
    for file in 0..files {
        workspace::write(&directory.join(format!("test_{file}.py")), &text)?;
    }
    Ok(directory)
}

/// The report of a run, and the most memory that the program had, in bytes.
fn watch(loopmend: &Loopmend, python: &Path, directory: &Path, arguments: &[&str]) -> Result<(Value, u64)> {
    let file = directory.join("report.json");
    let mut command = loopmend.command(directory);
    command.args(["test", "--memory", "--output-format", "json", "--output-file"]).arg(&file);
    command.arg("--python").arg(python).arg("--").args(ARGUMENTS).args(arguments);
    let shown = workspace::shown(&command);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("cannot start `{shown}`"))?;
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        peak = peak.max(high_water(child.id()).unwrap_or_default());
        thread::sleep(Duration::from_millis(5));
    }
    let report = serde_json::from_str(&workspace::read(&file)?).with_context(|| format!("from `{shown}`"))?;
    Ok((report, peak))
}

/// The most memory that a process had so far, in bytes, where the system says it.
fn high_water(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}

/// How many tests and findings a report has, in words.
fn found(report: &Value) -> String {
    let count = |name: &str| report[name].as_array().map_or(0, Vec::len);
    format!("{} told of, {} findings", count("facts"), count("findings"))
}

/// Whether the report has all tests, and what each of those that forget left.
fn is_complete(report: &Value, files: usize, tests: usize, all: usize) -> bool {
    let names = |list: &Value, name: fn(&Value) -> &Value| -> BTreeSet<String> {
        let rows = list.as_array().map_or(&[][..], Vec::as_slice);
        rows.iter().filter_map(|row| name(row).as_str().map(str::to_owned)).collect()
    };
    let seen = names(&report["findings"], |it| &it["born"]["test"]);
    let expected: BTreeSet<String> = (0..files)
        .flat_map(|file| (0..tests).step_by(FORGETS).map(move |it| format!("test_{file}.py::test_it[{it}]")))
        .collect();
    seen == expected && names(&report["facts"], |it| &it["test"]).len() == all
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::is_complete;

    #[test]
    fn a_lost_line_is_seen() {
        let facts: Vec<_> = (0..100).map(|it| json!({"test": format!("test_0.py::test_it[{it}]")})).collect();
        let finding = json!({"born": {"test": "test_0.py::test_it[0]"}});
        let report = json!({"facts": facts, "findings": [finding]});
        assert!(is_complete(&report, 1, 100, 100));
        assert!(!is_complete(&report, 1, 101, 100), "a finding is lost");
        assert!(!is_complete(&report, 1, 100, 101), "a test is lost");
    }
}

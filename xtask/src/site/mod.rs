//! Builds the documentation site from `docs/`, the pages of the rules and the program's own help.

mod built;
mod served;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::loopmend::Loopmend;
use crate::page::browser::{Browser, Window};
use crate::tools::Tools;
use crate::{Outcome, workspace};

use served::Served;

/// The generator and what it needs, all with exact versions.
const REQUIREMENTS: &str = include_str!("requirements.txt");

/// The interpreter that the generator runs on.
const PYTHON: &str = ">=3.11.5";

/// What the pictures show: the name of a page of the site.
const PICTURED: [(&str, &str); 4] = [
    ("site-start", "index.html"),
    ("site-rule", "rules/unawaited-coroutine.html"),
    ("site-error", "errors/different-loop.html"),
    ("site-comparison", "comparison.html"),
];

/// A telephone and a large screen.
const SIZES: [(u32, u32); 2] = [(400, 900), (1600, 1100)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// No committed picture is wider than this, in pixels.
const WIDEST_PICTURE: u32 = 1000;

/// The arguments of `cargo xtask site`.
#[derive(clap::Args)]
#[command(after_help = "\
The site is written to target/site-src/site. The build fails on a warning of the generator, on a link to nothing, and on anything that a
page would load from another host. The generator comes from the package index that pip is
configured for; its version and those of what it needs are in xtask/src/site/requirements.txt.")]
pub(crate) struct Arguments {
    /// Ask this program for the rules, the help and the schema, instead of building it
    #[arg(long, value_name = "PATH")]
    loopmend: Option<PathBuf>,
    /// Open four pages in a headless Chromium, on a telephone and a large screen, light and dark
    #[arg(long)]
    look: bool,
    /// With `--look`, write the pictures to docs/screenshots
    #[arg(long, requires = "look")]
    update: bool,
}

/// Runs `cargo xtask site`. Fails if the program, the generator or the browser fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = match &arguments.loopmend {
        Some(binary) => Loopmend::at(binary),
        None => Loopmend::build_for_tests()?,
    };
    let environment = environment(&Tools::ready()?)?;
    let source = workspace::target().join("site-src");
    workspace::remove_directory(&source)?;
    std::fs::create_dir_all(&source).with_context(|| format!("cannot make {}", source.display()))?;
    let assemble = workspace::root().join("xtask/src/site/assemble.py");
    let mut assembling = Command::new(environment.join("bin/python"));
    assembling.arg(assemble).arg(workspace::root()).arg(loopmend.binary()).arg(&source);
    workspace::run_visibly(&mut assembling)?;
    let mut generator = Command::new(environment.join("bin/zensical"));
    generator.args(["build", "--strict", "--clean", "--config-file", "zensical.toml"]).current_dir(&source);
    workspace::run_visibly(&mut generator)?;
    let site = source.join("site");
    let mut faults = built::faults(&site)?;
    if arguments.look {
        faults.extend(look(&site, &environment, arguments.update)?);
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    println!("{}", site.join("index.html").display());
    Ok(if faults.is_empty() { Outcome::Passed } else { Outcome::Failed })
}

/// The environment of the generator, made once for its requirements.
fn environment(tools: &Tools) -> Result<PathBuf> {
    let environment = workspace::target().join("tools/site");
    let stamp = environment.join("installed.txt");
    if workspace::read(&stamp).is_ok_and(|installed| installed == REQUIREMENTS) {
        return Ok(environment);
    }
    tools.make_environment(&environment, PYTHON)?;
    let requirements: Vec<String> =
        REQUIREMENTS.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect();
    let failed = tools.install_locked(&environment, &requirements)?;
    anyhow::ensure!(failed.is_empty(), "cannot install {failed:?}");
    workspace::write(&stamp, REQUIREMENTS)?;
    Ok(environment)
}

/// Opens pages in a browser: none asks for anything elsewhere, has an error or is wider than the window.
fn look(site: &Path, environment: &Path, update: bool) -> Result<Vec<String>> {
    let directory = workspace::target().join("site-look");
    std::fs::create_dir_all(&directory).with_context(|| format!("cannot make {}", directory.display()))?;
    let served = Served::start(site, environment)?;
    let mut browser = Browser::start(None, &directory)?;
    let mut faults = Vec::new();
    for (name, page) in PICTURED {
        anyhow::ensure!(site.join(page).is_file(), "the site has no page {page}");
        for (width, height) in SIZES {
            for scheme in SCHEMES {
                let window = Window { width, height, scheme, has_scripts: true };
                let mut tab = browser.open_address(format!("{}{page}", served.address), window)?;
                let wider = tab.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
                )?;
                if wider.as_i64() != Some(0) {
                    faults.push(format!("{page}, {width} px, {scheme}: {wider} px wider than the window"));
                }
                let png = tab.screenshot(window, WIDEST_PICTURE)?;
                let found = tab.close()?;
                // The site itself is loaded from where it is.
                let own = format!("asks for {}", served.address);
                let found = found.into_iter().filter(|fault| !fault.starts_with(&own));
                faults.extend(found.map(|fault| format!("{page}, {width} px, {scheme}: {fault}")));
                if update {
                    let picture = format!("docs/screenshots/{name}-{scheme}-{width}.png");
                    let path = workspace::root().join(picture);
                    std::fs::write(&path, png).with_context(|| format!("cannot write {}", path.display()))?;
                }
            }
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::REQUIREMENTS;

    #[test]
    fn the_generator_and_what_it_needs_have_exact_versions() {
        let lines: Vec<&str> = REQUIREMENTS.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.iter().all(|line| line.contains("==")), "{lines:?}");
        assert!(lines.iter().any(|line| line.starts_with("zensical==")), "{lines:?}");
    }
}

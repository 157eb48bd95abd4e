//! The configuration of pytest: which file, and what it says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Draw;

/// A file that pytest takes its settings from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    None,
    PytestIni,
    HiddenIni,
    Pyproject,
    PyprojectNative,
    PytestToml,
    SetupCfg,
    ToxIni,
}

impl Kind {
    fn path(self) -> &'static str {
        match self {
            Self::None => "",
            Self::PytestIni => "pytest.ini",
            Self::HiddenIni => ".pytest.ini",
            Self::Pyproject | Self::PyprojectNative => "pyproject.toml",
            Self::PytestToml => "pytest.toml",
            Self::SetupCfg => "setup.cfg",
            Self::ToxIni => "tox.ini",
        }
    }

    fn header(self) -> &'static str {
        match self {
            Self::SetupCfg => "[tool:pytest]",
            Self::Pyproject => "[tool.pytest.ini_options]",
            Self::PyprojectNative => "[tool.pytest]",
            _ => "[pytest]",
        }
    }

    fn line(self, name: &str, value: &str) -> String {
        let is_list = matches!(name, "addopts" | "filterwarnings");
        match self {
            Self::PytestToml | Self::PyprojectNative if is_list => {
                let words: Vec<String> = value.split(' ').map(|word| format!("\"{word}\"")).collect();
                format!("{name} = [{}]\n", words.join(", "))
            }
            Self::Pyproject if name == "filterwarnings" => format!("{name} = [\"{value}\"]\n"),
            Self::Pyproject | Self::PyprojectNative | Self::PytestToml => format!("{name} = \"{value}\"\n"),
            _ => format!("{name} = {value}\n"),
        }
    }
}

/// Adds the files, and says whether the mode is meant to be `auto`.
pub(super) fn add(draw: &mut Draw, files: &mut BTreeMap<String, String>) -> bool {
    let kind = draw.weighted(&[
        (14, Kind::None),
        (30, Kind::PytestIni),
        (3, Kind::HiddenIni),
        (30, Kind::Pyproject),
        (4, Kind::PyprojectNative),
        (4, Kind::PytestToml),
        (9, Kind::SetupCfg),
        (6, Kind::ToxIni),
    ]);
    let is_auto = kind != Kind::None && draw.chance(48);
    if kind != Kind::None {
        let options = options(draw, is_auto);
        files.insert(kind.path().to_owned(), text(kind, &options));
    }
    if draw.chance(8) {
        add_second(draw, kind, files);
    }
    is_auto
}

fn text(kind: Kind, options: &[(&str, String)]) -> String {
    let mut text = format!("{}\n", kind.header());
    for (name, value) in options {
        let _ = write!(text, "{}", kind.line(name, value));
    }
    text
}

/// Another file, of which pytest may take no notice.
fn add_second(draw: &mut Draw, first: Kind, files: &mut BTreeMap<String, String>) {
    let kind = draw.choose(&[Kind::PytestIni, Kind::Pyproject, Kind::SetupCfg, Kind::ToxIni]);
    if kind.path() != first.path() {
        let is_auto = draw.chance(50);
        let options = options(draw, is_auto);
        files.insert(kind.path().to_owned(), text(kind, &options));
    }
}

fn options(draw: &mut Draw, is_auto: bool) -> Vec<(&'static str, String)> {
    let mut options = Vec::new();
    let mut further = Vec::new();
    match (is_auto, draw.weighted(&[(86, "option"), (12, "command line"), (2, "wrong")])) {
        (true, "command line") => further.push("--asyncio-mode=auto"),
        (_, "wrong") => options.push(("asyncio_mode", "legacy".to_owned())),
        (true, _) => options.push(("asyncio_mode", "auto".to_owned())),
        (false, _) if draw.chance(35) => options.push(("asyncio_mode", "strict".to_owned())),
        (false, _) => {}
    }
    if draw.chance(50) {
        options.push(("asyncio_default_fixture_loop_scope", loop_scope(draw)));
    }
    if draw.chance(32) {
        options.push(("asyncio_default_test_loop_scope", loop_scope(draw)));
    }
    if draw.chance(7) {
        options.push(("filterwarnings", "error".to_owned()));
    }
    let words = [(4, "--strict-config"), (6, "--strict-markers"), (3, "-Werror"), (2, "-pno:asyncio")];
    further.extend(words.into_iter().filter(|(percent, _)| draw.chance(*percent)).map(|(_, word)| word));
    if !further.is_empty() {
        options.push(("addopts", further.join(" ")));
    }
    options
}

fn loop_scope(draw: &mut Draw) -> String {
    match draw.weighted(&[(94, ""), (3, "fixture-scope"), (3, "sesion")]) {
        "" => draw.scope().to_owned(),
        other => other.to_owned(),
    }
}

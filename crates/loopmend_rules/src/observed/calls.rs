//! The calls that led to an observation: each call of the project, and the libraries between two of them.

use std::path::{Component, Path};

use loopmend_core::ProbeFrame;

/// A call of the project, with the library calls between it and the next inner call of the project.
#[derive(Debug, PartialEq)]
pub(super) struct Call<'f> {
    /// The place of the call.
    pub(super) frame: &'f ProbeFrame,
    /// How often the call is repeated in a row, if a function calls itself.
    pub(super) times: usize,
    /// The library calls in between, innermost first.
    pub(super) through: Vec<&'f ProbeFrame>,
}

impl Call<'_> {
    /// The call in words: ``called from `main`, through 7 calls in `asyncio` ``.
    pub(super) fn in_words(&self) -> String {
        let times = if self.times > 1 { format!(", {} times in a row", self.times) } else { String::new() };
        format!("called from `{}`{times}{}", self.frame.function, through(&self.through))
    }
}

/// The calls of the project among frames, innermost first. The callers of the outermost one are left out.
pub(super) fn calls<'f>(
    frames: &'f [ProbeFrame],
    is_of_project: impl Fn(&ProbeFrame) -> bool,
) -> Vec<Call<'f>> {
    let mut found: Vec<Call<'f>> = Vec::new();
    let mut through = Vec::new();
    for frame in frames {
        match found.last_mut() {
            _ if !is_of_project(frame) => through.push(frame),
            Some(last) if through.is_empty() && last.frame == frame => last.times += 1,
            _ => found.push(Call { frame, times: 1, through: std::mem::take(&mut through) }),
        }
    }
    found
}

/// The calls of libraries in words: ``, through 7 calls in `asyncio` ``; empty if there are none.
pub(super) fn through(frames: &[&ProbeFrame]) -> String {
    let mut libraries: Vec<String> = Vec::new();
    for frame in frames {
        let library = format!("`{}`", library_of(&frame.file));
        if !libraries.contains(&library) {
            libraries.push(library);
        }
    }
    match frames.len() {
        0 => String::new(),
        1 => format!(", through 1 call in {}", libraries.concat()),
        calls => format!(", through {calls} calls in {}", libraries.join(", ")),
    }
}

/// The library of a file: the package or module below the directory of libraries.
fn library_of(file: &str) -> &str {
    let names: Vec<&str> = Path::new(file)
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    let is_top = |name: &&str| {
        let of_version = name.strip_prefix("python").is_some_and(|version| version.starts_with('3'));
        of_version || matches!(*name, "site-packages" | "dist-packages" | "Lib")
    };
    let below = names.iter().rposition(is_top).map_or(names.len().saturating_sub(1), |top| top + 1);
    let name = names.get(below).copied().unwrap_or(file);
    name.strip_suffix(".py").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use loopmend_core::ProbeFrame;

    use super::{calls, library_of, through};

    fn frame(file: &str, function: &str) -> ProbeFrame {
        ProbeFrame { file: file.to_owned(), line: 1, function: function.to_owned() }
    }

    #[test]
    fn libraries_stand_between_the_calls_of_the_project() {
        let lib = "/usr/lib/python3.12";
        let frames = [
            frame("/p/a.py", "make"),
            frame("/p/a.py", "make"),
            frame(&format!("{lib}/asyncio/events.py"), "_run"),
            frame(&format!("{lib}/asyncio/runners.py"), "run"),
            frame(&format!("{lib}/contextlib.py"), "__enter__"),
            frame("/p/t.py", "test_a"),
            frame(&format!("{lib}/site-packages/plugin/__init__.py"), "runs"),
        ];
        let found = calls(&frames, |frame| frame.file.starts_with("/p/"));
        let words: Vec<String> = found.iter().map(super::Call::in_words).collect();
        let expected = [
            "called from `make`, 2 times in a row",
            "called from `test_a`, through 3 calls in `asyncio`, `contextlib`",
        ];
        assert_eq!(words, expected);
        assert_eq!(through(&[&frames[2]]), ", through 1 call in `asyncio`");
    }

    #[test]
    fn a_library_is_called_as_it_is_imported() {
        let cases = [
            ("/venv/lib/python3.11/site-packages/aiohttp/client.py", "aiohttp"),
            ("/venv/lib/python3.11/site-packages/six.py", "six"),
            ("/usr/lib/python3.11/contextlib.py", "contextlib"),
            ("/opt/other/tools.py", "tools"),
            ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ];
        for (file, library) in cases {
            assert_eq!(library_of(file), library);
        }
    }
}

//! Edits that register marks in a configuration of pytest (docs.pytest.org/en/stable/how-to/mark.html#registering-marks).

use loopmend_core::{Edit, Span};
use loopmend_project::{OptionValue, PytestConfiguration};
use loopmend_python::{end_of_line, line_ending};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::option_edits::{section, states_old_table_elsewhere};

/// A mark that is registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMarker {
    /// Its name.
    pub name: String,
    /// Its description.
    pub meaning: &'static str,
}

impl NewMarker {
    fn line(&self) -> String {
        format!("{}: {}", self.name, self.meaning)
    }
}

/// The edits that register further marks in a configuration; `None` if the present value is not understood.
pub fn marker_edits(configuration: &PytestConfiguration, markers: &[NewMarker]) -> Option<Vec<Edit>> {
    let text = configuration.text.as_str();
    let is_toml = configuration.path.extension().is_some_and(|extension| extension == "toml");
    let edit = match (configuration.option("markers"), is_toml) {
        (None, _) if states_old_table_elsewhere(configuration) => return None,
        (None, _) => {
            let head = section(configuration)?;
            let end = end_of_line(text, head.end);
            let rest = text.get(head.end as usize..end as usize)?.trim();
            let is_alone = rest.is_empty() || rest.starts_with(['#', ';']);
            let lines = option(markers, is_toml, line_ending(text));
            Some(Edit::insertion(end, lines)).filter(|_| is_alone)?
        }
        (Some(option), true) => match option.value {
            OptionValue::List(_) => add_to_array(text, option.span, markers)?,
            OptionValue::Text(_) | OptionValue::Other => return None,
        },
        (Some(option), false) => add_lines(text, option.span, markers),
    };
    Some(vec![edit])
}

/// The edit that adds a section with marks to a file that configures other tools, by its name; `None` for one that pytest does not read.
pub fn marker_section(file: &str, text: &str, markers: &[NewMarker]) -> Option<Edit> {
    let head = match file {
        "pyproject.toml" => "[tool.pytest.ini_options]",
        "setup.cfg" => "[tool:pytest]",
        "tox.ini" => "[pytest]",
        _ => return None,
    };
    let ending = line_ending(text);
    let between = match text.ends_with(['\n', '\r']) {
        _ if text.is_empty() => String::new(),
        true => ending.to_owned(),
        false => ending.repeat(2),
    };
    let lines = option(markers, file.ends_with(".toml"), ending);
    Some(Edit::insertion(text.len() as u32, format!("{between}{head}{lines}{ending}")))
}

/// The option for a configuration without one, each line after a line ending.
fn option(markers: &[NewMarker], is_toml: bool, ending: &str) -> String {
    let lines = markers.iter().map(NewMarker::line);
    if is_toml {
        let lines: String = lines.map(|line| format!("    \"{line}\",{ending}")).collect();
        format!("{ending}markers = [{ending}{lines}]")
    } else {
        let lines: String = lines.map(|line| format!("{ending}    {line}")).collect();
        format!("{ending}markers ={lines}")
    }
}

/// Adds elements to the array that is the value of a key.
fn add_to_array(text: &str, key: Span, markers: &[NewMarker]) -> Option<Edit> {
    let document = DeTable::parse(text).ok()?;
    let array = array_of_key(document.get_ref(), key)?;
    let quoted: Vec<String> = markers.iter().map(|marker| format!("\"{}\"", marker.line())).collect();
    let DeValue::Array(items) = array.get_ref() else { return None };
    let Some(last) = items.last().map(|last| last.span()) else {
        return Some(Edit::insertion(array.span().start as u32 + 1, quoted.join(", ")));
    };
    let ending = line_ending(text);
    let line_start = text[..last.start].rfind('\n').map_or(0, |at| at + 1);
    let indentation = &text[line_start..last.start];
    if !indentation.trim().is_empty() {
        return Some(Edit::insertion(last.end as u32, format!(", {}", quoted.join(", "))));
    }
    let behind = text.get(last.end..array.span().end)?;
    let lines = |elements: &[String]| -> String {
        elements.iter().map(|element| format!("{ending}{indentation}{element},")).collect()
    };
    match behind.find(',').filter(|at| behind[..*at].trim().is_empty()) {
        Some(comma) => {
            let end = end_of_line(text, (last.end + comma) as u32);
            Some(Edit::insertion(end, lines(&quoted)))
        }
        None => Some(Edit::insertion(last.end as u32, format!(",{}", lines(&quoted)))),
    }
}

/// The array of a key that stands at a place, in any table.
fn array_of_key<'t, 'd>(table: &'t DeTable<'d>, key: Span) -> Option<&'t Spanned<DeValue<'d>>> {
    table.iter().find_map(|(name, value)| match value.get_ref() {
        DeValue::Array(_) if name.span().start == key.start as usize => Some(value),
        DeValue::Table(inner) => array_of_key(inner, key),
        _ => None,
    })
}

/// Adds lines to the option of an INI file whose name stands at a place.
fn add_lines(text: &str, key: Span, markers: &[NewMarker]) -> Edit {
    let ending = line_ending(text);
    let mut end = end_of_line(text, key.end);
    let mut indentation = "    ";
    let mut next = end;
    while let Some((line, end_of_next)) = line_behind(text, next) {
        let is_blank = line.trim().is_empty();
        if !is_blank && !line.starts_with([' ', '\t']) {
            break;
        }
        next = end_of_next;
        if !is_blank {
            end = next;
            indentation = &line[..line.len() - line.trim_start().len()];
        }
    }
    let lines: String =
        markers.iter().map(|marker| format!("{ending}{indentation}{}", marker.line())).collect();
    Edit::insertion(end, lines)
}

/// The line after the line ending at a place, and its end; `None` after the last line.
fn line_behind(text: &str, end_of_line_before: u32) -> Option<(&str, u32)> {
    let rest = text.get(end_of_line_before as usize..)?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let start = (text.len() - rest.len()) as u32;
    let end = end_of_line(text, start);
    (!rest.is_empty()).then(|| (&text[start as usize..end as usize], end))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use loopmend_core::edited;
    use loopmend_project::{OptionValue, PytestConfiguration, PytestOption};

    use super::{NewMarker, marker_edits, marker_section};
    use loopmend_core::Span;

    fn unit() -> Vec<NewMarker> {
        vec![NewMarker { name: "unit".to_owned(), meaning: "small" }]
    }

    /// The text of a file of this name after the mark is registered in it.
    fn registered(file: &str, text: &str, value: Option<OptionValue>) -> Option<String> {
        let option = value.map(|value| {
            let start = text.find("markers").unwrap() as u32;
            PytestOption { name: "markers".to_owned(), span: Span::new(start, start + 7), value }
        });
        let options = option.into_iter().collect();
        let configuration = PytestConfiguration::new(PathBuf::from(file), text.to_owned(), options, None);
        edited(text, &marker_edits(&configuration, &unit())?)
    }

    fn in_toml(text: &str) -> String {
        let value = text.contains("markers").then(|| OptionValue::List(Vec::new()));
        registered("pyproject.toml", text, value).unwrap()
    }

    fn in_ini(text: &str) -> String {
        let value = text.contains("markers").then(|| OptionValue::Text(String::new()));
        registered("pytest.ini", text, value).unwrap()
    }

    #[test]
    fn arrays_are_continued_as_they_are_written() {
        let head = "[tool.pytest.ini_options]\n";
        let cases = [
            ("minversion = '6'\n", "markers = [\n    \"unit: small\",\n]\nminversion = '6'\n"),
            ("markers = []\n", "markers = [\"unit: small\"]\n"),
            ("markers = ['a', 'b']  # c\n", "markers = ['a', 'b', \"unit: small\"]  # c\n"),
            (
                "markers = [\n  'a',  # c\n  # d\n]\n",
                "markers = [\n  'a',  # c\n  \"unit: small\",\n  # d\n]\n",
            ),
            ("markers = [\n  'a'\n]\n", "markers = [\n  'a',\n  \"unit: small\",\n]\n"),
        ];
        for (before, after) in cases {
            assert_eq!(in_toml(&format!("{head}{before}")), format!("{head}{after}"));
        }
        let windows = "[tool.pytest.ini_options]\r\nmarkers = [\r\n\t'a',\r\n]\r\n";
        let after = "[tool.pytest.ini_options]\r\nmarkers = [\r\n\t'a',\r\n\t\"unit: small\",\r\n]\r\n";
        assert_eq!(in_toml(windows), after);
    }

    #[test]
    fn lines_of_ini_files_are_continued_as_they_are_indented() {
        let cases = [
            ("[pytest]", "[pytest]\nmarkers =\n    unit: small"),
            ("[pytest]\naddopts = -q\n", "[pytest]\nmarkers =\n    unit: small\naddopts = -q\n"),
            (
                "[pytest]\nmarkers =\n  a: b\n\n  c: d\n\naddopts = -q\n",
                "[pytest]\nmarkers =\n  a: b\n\n  c: d\n  unit: small\n\naddopts = -q\n",
            ),
            ("[pytest]\nmarkers = a: b\n", "[pytest]\nmarkers = a: b\n    unit: small\n"),
            ("[pytest]\r\nmarkers =\r\n\ta", "[pytest]\r\nmarkers =\r\n\ta\r\n\tunit: small"),
        ];
        for (before, after) in cases {
            assert_eq!(in_ini(before), after);
        }
    }

    #[test]
    fn what_is_not_understood_is_left() {
        let text = "[tool.pytest.ini_options]\nmarkers = 'a'\n";
        assert_eq!(registered("pyproject.toml", text, Some(OptionValue::Text("a".to_owned()))), None);
        let dotted = "[tool.pytest]\nini_options.addopts = '-q'\n";
        assert_eq!(registered("pyproject.toml", dotted, None), None);
        assert_eq!(registered("pyproject.toml", "tool.pytest.ini_options = {}\n", None), None);
    }

    #[test]
    fn files_of_other_tools_get_a_section() {
        let section = |file: &str, text: &str| edited(text, &[marker_section(file, text, &unit())?]);
        assert_eq!(
            section("pyproject.toml", "[project]\nname = 'a'").unwrap(),
            "[project]\nname = 'a'\n\n[tool.pytest.ini_options]\nmarkers = [\n    \"unit: small\",\n]\n"
        );
        assert_eq!(section("setup.cfg", "").unwrap(), "[tool:pytest]\nmarkers =\n    unit: small\n");
        assert_eq!(section("Pipfile", ""), None);
    }
}

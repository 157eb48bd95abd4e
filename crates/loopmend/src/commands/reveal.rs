//! `loopmend reveal`.

use std::path::{Path, PathBuf};

use loopmend_core::{LineColumn, LineIndex, Place, SourceText};
use loopmend_project::{DiscoverOptions, Project, ReadError};
use loopmend_reports::{Reveal, reveal_at, reveal_line};
use loopmend_semantic::{Engine, EngineOptions, File, ModuleId};
use rustc_hash::FxHashMap;

use crate::arguments::{RevealFormat, RevealOptions};
use crate::commands::working_directory;
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::{self, Revealed, Sources, counted};

/// What the place of an expression looks like.
const PLACE_FORM: &str = "a place is FILE:LINE:COLUMN or FILE:LINE, in a notebook FILE:cell N:LINE:COLUMN";

/// Says what is known of one expression, and why.
///
/// # Errors
/// When there is no such place, or no expression there.
pub(crate) fn run(options: &RevealOptions, output: &Output) -> Result<u8, Failure> {
    let place = Wanted::parse(&options.place)?;
    let project = Project::discover(&discover_options(options, &place.path)?)?;
    let engine = Engine::with(&project, EngineOptions { keeps_all: true, ..EngineOptions::default() });
    let module = module_of(&engine, &place.path)?;
    let mut file = File::new(&engine, module);
    let source = text_of(&file, &place.path)?;
    let at = place.find(source)?;
    let revealed = match at {
        At::Offset(offset) => reveal_at(&mut file, offset),
        At::Line(line) => reveal_line(&mut file, line),
    };
    let mut reveal = revealed.ok_or_else(|| nothing_there(&options.place, &at))?;
    show_places(&engine, &mut reveal);
    let path = project.files()[module.index()].display.clone();
    let texts = texts(&engine, &path, &reveal);
    let revealed = Revealed { path: &path, reveal: &reveal, sources: &Sources::new(&texts) };
    match options.output_format {
        RevealFormat::Text => output.styled(&render::reveal_text(&revealed))?,
        RevealFormat::Json => output.raw(&render::reveal_json(&revealed))?,
    }
    Ok(exit_code::CLEAN)
}

fn nothing_there(place: &str, at: &At) -> Failure {
    Failure::new(match at {
        At::Offset(_) => {
            format!("there is no expression at `{place}`; point at a name, a call's `(` or the word `await`")
        }
        At::Line(_) => {
            format!("no statement with a value ends at `{place}`; add the column: FILE:LINE:COLUMN")
        }
    })
}

/// The project around the file.
fn discover_options(options: &RevealOptions, file: &Path) -> Result<DiscoverOptions, Failure> {
    let cwd = working_directory()?;
    if !cwd.join(file).is_file() {
        return Err(Failure::new(format!("there is no file `{}`; {PLACE_FORM}", file.display())));
    }
    Ok(options.read_as.discover(cwd, vec![file.to_owned()]))
}

fn module_of(engine: &Engine, path: &Path) -> Result<ModuleId, Failure> {
    let project = engine.project();
    let wanted = project.file_at(path).display;
    let index = project.files().iter().position(|file| file.display == wanted);
    index
        .map(ModuleId::of_file)
        .ok_or_else(|| Failure::new(format!("`{}` is not a Python file, stub or notebook", path.display())))
}

fn text_of<'e>(file: &File<'e>, path: &Path) -> Result<&'e SourceText, Failure> {
    let loaded = file.loaded();
    loaded.source.as_deref().ok_or_else(|| {
        let reason = match &loaded.error {
            Some(ReadError::Io(reason) | ReadError::Encoding(reason) | ReadError::Notebook(reason)) => reason,
            None => "it has no text",
        };
        Failure::new(format!("failed to read `{}`: {reason}", path.display()))
    })
}

/// Turns definitions by name into places; one that is nowhere to be shown has none.
fn show_places(engine: &Engine, reveal: &mut Reveal) {
    for reason in &mut reveal.reasons {
        if let Some(Place::Definition { path, symbol }) = &reason.place {
            let span = engine.definition(engine.module_for(Path::new(path)), symbol);
            reason.place = span.map(|span| Place::Span { path: path.clone(), span });
        }
    }
}

/// The texts of the file and of all places of the reasons.
fn texts(engine: &Engine, path: &str, reveal: &Reveal) -> FxHashMap<String, SourceText> {
    let of_reasons = reveal.reasons.iter().filter_map(|reason| match &reason.place {
        Some(Place::Span { path, .. }) => Some(path.as_str()),
        Some(Place::Definition { .. }) | None => None,
    });
    let read = |path: &str| {
        let project = engine.project();
        let text = project.read(&project.absolute(Path::new(path))).ok()?;
        Some((path.to_owned(), text))
    };
    of_reasons.chain([path]).filter_map(read).collect()
}

/// A place as the user states it.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    path: PathBuf,
    /// Of a notebook, the number of the cell.
    cell: Option<u32>,
    line: u32,
    column: Option<u32>,
}

/// A place in a text.
#[derive(Debug, PartialEq, Eq)]
enum At {
    /// A byte.
    Offset(u32),
    /// A whole line, from 1.
    Line(u32),
}

impl Wanted {
    fn parse(text: &str) -> Result<Self, Failure> {
        let number = |part: &str| part.parse::<u32>().ok().filter(|number| *number > 0);
        let parts = text.rsplit_once(':').and_then(|(rest, last)| {
            let last = number(last)?;
            let before = rest.rsplit_once(':').and_then(|(path, line)| Some((path, number(line)?)));
            Some(before.map_or((rest, last, None), |(path, line)| (path, line, Some(last))))
        });
        let Some((path, line, column)) = parts.filter(|(path, ..)| !path.is_empty()) else {
            return Err(Failure::new(format!("`{text}` has no line; {PLACE_FORM}")));
        };
        let in_cell = path.rsplit_once(":cell ").and_then(|(path, cell)| Some((path, number(cell)?)));
        let (path, cell) = in_cell.map_or((path, None), |(path, cell)| (path, Some(cell)));
        Ok(Self { path: PathBuf::from(path), cell, line, column })
    }

    fn find(&self, source: &SourceText) -> Result<At, Failure> {
        let index = LineIndex::new(&source.text);
        let (first, last) = self.lines(source, &index)?;
        let line = first + self.line - 1;
        if line > last {
            let path = self.path.display();
            let lines = counted((last + 1 - first) as usize, "line");
            return Err(Failure::new(format!("`{path}` has {lines}, so there is no line {}", self.line)));
        }
        let text = index.line_text(line, &source.text);
        let Some(column) = self.column else { return Ok(At::Line(line)) };
        let columns = text.chars().count();
        if column as usize > columns {
            return Err(Failure::new(format!(
                "line {} of `{}` has {}, so there is no column {column}",
                self.line,
                self.path.display(),
                counted(columns, "column"),
            )));
        }
        let offset = index.offset(LineColumn { line, column }, &source.text);
        Ok(At::Offset(offset.unwrap_or_default()))
    }

    /// The first and the last line that may be meant.
    fn lines(&self, source: &SourceText, index: &LineIndex) -> Result<(u32, u32), Failure> {
        let path = self.path.display();
        let all = (1, index.line_count() as u32);
        let Some(wanted) = self.cell else {
            return match source.cells.first() {
                Some(_) => {
                    Err(Failure::new(format!("`{path}` is a notebook; write {path}:cell N:LINE:COLUMN")))
                }
                None => Ok(all),
            };
        };
        let Some(place) = source.cells.iter().position(|(_, number)| *number == wanted) else {
            return Err(Failure::new(format!("`{path}` has no code cell {wanted}")));
        };
        let line_of = |place: usize| source.cells.get(place).map(|(start, _)| index.line(*start));
        let last = line_of(place + 1).map_or(all.1, |next| next - 1);
        Ok((line_of(place).unwrap_or(1), last))
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use loopmend_core::{SourceKind, SourceText};

    use super::{At, Wanted};

    fn found(place: &str, source: &SourceText) -> Result<At, String> {
        Wanted::parse(place).and_then(|wanted| wanted.find(source)).map_err(|failure| failure.message)
    }

    #[test]
    fn a_place_is_read_from_its_end() {
        let wanted =
            |path: &str, cell, line, column| Wanted { path: PathBuf::from(path), cell, line, column };
        assert_eq!(Wanted::parse("a.py:3:4").unwrap(), wanted("a.py", None, 3, Some(4)));
        assert_eq!(Wanted::parse("c:/a.py:3").unwrap(), wanted("c:/a.py", None, 3, None));
        assert_eq!(Wanted::parse("n.ipynb:cell 2:3:4").unwrap(), wanted("n.ipynb", Some(2), 3, Some(4)));
        for wrong in ["a.py", "a.py:x", "a.py:0", ":3", "3"] {
            let message = Wanted::parse(wrong).unwrap_err().message;
            assert!(message.starts_with(&format!("`{wrong}` has no line; a place is ")), "{message}");
        }
    }

    #[test]
    fn a_place_is_a_byte_or_a_line_of_the_text() {
        let source = SourceText::new("é = f()\nx\n", SourceKind::Python);
        assert_eq!(found("a.py:1:5", &source), Ok(At::Offset(5)));
        assert_eq!(found("a.py:1", &source), Ok(At::Line(1)));
        assert_eq!(found("a.py:9:1", &source), Err("`a.py` has 3 lines, so there is no line 9".to_owned()));
        let no_column = "line 2 of `a.py` has 1 column, so there is no column 2";
        assert_eq!(found("a.py:2:2", &source), Err(no_column.to_owned()));
    }

    #[test]
    fn a_line_of_a_notebook_counts_from_its_cell() {
        let source = SourceText {
            text: "import a\nb\nx = 1\ny = 2\n".to_owned(),
            kind: SourceKind::Notebook,
            cells: vec![(0, 1), (11, 3)],
        };
        assert_eq!(found("n.ipynb:cell 3:2:5", &source), Ok(At::Offset(21)));
        assert_eq!(
            found("n.ipynb:cell 1:3:1", &source),
            Err("`n.ipynb` has 2 lines, so there is no line 3".to_owned())
        );
        assert_eq!(found("n.ipynb:cell 2:1:1", &source), Err("`n.ipynb` has no code cell 2".to_owned()));
        let message = found("n.ipynb:2:1", &source).unwrap_err();
        assert_eq!(message, "`n.ipynb` is a notebook; write n.ipynb:cell N:LINE:COLUMN");
    }
}

//! Edits that mark tests.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{File, MarkPrefix, MarkedPart, ModuleMarks};

use crate::edits::{end_of_line, ends_its_line, indentation_before, line_ending};
use crate::import_edits::import_module_in;

/// The edits that add marks of these names to parts of a file, with the import of pytest if it is missing, sorted by position. `None`
/// if a mark has no place, or `pytest` means something else there.
pub fn mark_edits(file: &File, marks: &[(MarkedPart, &str)]) -> Option<Vec<Edit>> {
    let text = file.text();
    let (prefix, bound, mut edits) = match file.mark_prefix() {
        MarkPrefix::Bound(prefix, place) => (prefix, place, Vec::new()),
        MarkPrefix::Unbound => {
            let import = import_module_in(file, "pytest")?;
            let place = import.first().map_or(0, |import| import.span.start);
            ("pytest.mark".to_owned(), place, import)
        }
    };
    for (part, name) in marks {
        let mark = format!("{prefix}.{name}");
        match part {
            MarkedPart::Module => mark_module(file, &mark, &mut edits)?,
            MarkedPart::Class(header) | MarkedPart::Function(header) => {
                let place = file.place_of_decorator(*header)?;
                let indentation = indentation_before(text, place)?;
                edits.push(Edit::insertion(place, format!("@{mark}{}{indentation}", line_ending(text))));
            }
        }
    }
    // The sort is stable: an import at the place of a mark stays before the mark.
    edits.sort_by_key(|edit| edit.span.start);
    edits.iter().all(|edit| edit.span.start >= bound).then_some(edits)
}

/// A mark for all tests of a file.
fn mark_module(file: &File, mark: &str, edits: &mut Vec<Edit>) -> Option<()> {
    let text = file.text();
    let ending = line_ending(text);
    match file.module_marks()? {
        ModuleMarks::BehindImport(end) => {
            let end = Some(end).filter(|end| ends_its_line(text, *end))?;
            edits.push(Edit::insertion(
                end_of_line(text, end),
                format!("{ending}{ending}pytestmark = {mark}"),
            ));
        }
        ModuleMarks::BeforeStatement(start) => {
            indentation_before(text, start)?;
            let before = std::mem::take(edits).into_iter().map(|import| without_last(import, ending));
            edits.extend(before);
            edits.push(Edit::insertion(start, format!("pytestmark = {mark}{ending}{ending}{ending}")));
        }
        ModuleMarks::One(value) => {
            edits.push(Edit::insertion(value.start, "["));
            edits.push(Edit::insertion(value.end, format!(", {mark}]")));
        }
        ModuleMarks::List(list, elements) => edits.push(add_element(text, list, &elements, mark)?),
    }
    Some(())
}

/// An import with one blank line after it, because `pytestmark` follows and no function.
fn without_last(mut import: Edit, ending: &str) -> Edit {
    let shorter = import.replacement.strip_suffix(ending).map(str::to_owned);
    import.replacement = shorter.unwrap_or(import.replacement);
    import
}

/// Adds an element to the end of a list, in the style of the other elements.
fn add_element(text: &str, list: Span, elements: &[Span], mark: &str) -> Option<Edit> {
    let Some(last) = elements.last() else {
        return Some(Edit::insertion(list.start + 1, mark));
    };
    let ending = line_ending(text);
    let behind = text.get(last.end as usize..list.end as usize)?;
    let comma =
        behind.find(',').filter(|at| behind[..*at].trim().is_empty()).map(|at| last.end + at as u32 + 1);
    let indentation = indentation_before(text, last.start);
    Some(match (comma, indentation) {
        (Some(comma), Some(indentation)) if ends_its_line(text, comma) => {
            Edit::insertion(end_of_line(text, comma), format!("{ending}{indentation}{mark},"))
        }
        (Some(comma), _) => Edit::insertion(comma, format!(" {mark},")),
        (None, Some(indentation)) => Edit::insertion(last.end, format!(",{ending}{indentation}{mark}")),
        (None, None) => Edit::insertion(last.end, format!(", {mark}")),
    })
}

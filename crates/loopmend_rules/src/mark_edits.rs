//! Edits that mark tests.

use loopmend_core::Edit;
use loopmend_semantic::{File, MarkPrefix, MarkedPart, ModuleMarks};

use crate::import_edits::import_module_in;

/// The edits that add marks of these names to parts of a file, with the import of pytest if it is missing, sorted by position. `None`
/// if a mark has no place, or `pytest` means something else there.
pub fn mark_edits(file: &File, marks: &[(MarkedPart, &str)]) -> Option<Vec<Edit>> {
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
                edits.push(file.code().insert_line_before(place, &format!("@{mark}"))?);
            }
        }
    }
    // The sort is stable: an import at the place of a mark stays before the mark.
    edits.sort_by_key(|edit| edit.span.start);
    edits.iter().all(|edit| edit.span.start >= bound).then_some(edits)
}

/// A mark for all tests of a file.
fn mark_module(file: &File, mark: &str, edits: &mut Vec<Edit>) -> Option<()> {
    let code = file.code();
    let ending = code.line_ending();
    match file.module_marks()? {
        ModuleMarks::BehindImport(end) => {
            edits.push(code.insert_after(end, "", &["", &format!("pytestmark = {mark}")])?);
        }
        ModuleMarks::BeforeStatement(start) => {
            code.indentation(start)?;
            let before = std::mem::take(edits).into_iter().map(|import| without_last(import, ending));
            edits.extend(before);
            edits.push(Edit::insertion(start, format!("pytestmark = {mark}{ending}{ending}{ending}")));
        }
        ModuleMarks::One(value) => {
            edits.push(Edit::insertion(value.start, "["));
            edits.push(Edit::insertion(value.end, format!(", {mark}]")));
        }
        ModuleMarks::List(list, elements) => edits.push(code.add_element(list, &elements, mark)?),
    }
    Some(())
}

/// An import with one blank line after it, because `pytestmark` follows and no function.
fn without_last(mut import: Edit, ending: &str) -> Edit {
    let shorter = import.replacement.strip_suffix(ending).map(str::to_owned);
    import.replacement = shorter.unwrap_or(import.replacement);
    import
}

//! Edits of the cells of a notebook, written into its JSON.

use std::ops::Range;

use loopmend_core::{Edit, SourceText, Span, edited};
use serde::Deserialize;
use serde_json::value::RawValue;

/// The cells, each with its source as it stands in the JSON.
#[derive(Deserialize)]
struct Notebook<'n> {
    #[serde(borrow)]
    cells: Vec<Cell<'n>>,
}

#[derive(Deserialize)]
struct Cell<'n> {
    #[serde(borrow)]
    source: &'n RawValue,
}

/// The bytes of a notebook after edits of the source of its cells.
///
/// # Errors
/// When an edit crosses cells.
pub(super) fn write(bytes: &[u8], source: &SourceText, edits: &[Edit]) -> Result<Vec<u8>, String> {
    let unlike = || "it is no notebook of the usual form".to_owned();
    let json = std::str::from_utf8(bytes).map_err(|_| unlike())?;
    let notebook: Notebook = serde_json::from_str(json).map_err(|_| unlike())?;
    let escapes = json.is_ascii();
    let mut written = String::with_capacity(json.len());
    let mut done = 0;
    for (place, (start, number)) in source.cells.iter().enumerate() {
        let end = source.cells.get(place + 1).map_or(source.text.len() as u32, |(next, _)| *next);
        let inside = edits_of_cell(edits, *start, end)?;
        if inside.is_empty() {
            continue;
        }
        let cell = notebook.cells.get(*number as usize - 1).ok_or_else(unlike)?;
        let range = range_in(json, cell.source);
        written.push_str(&json[done..range.start]);
        written.push_str(&write_cell(cell.source.get(), &inside, escapes).ok_or_else(unlike)?);
        done = range.end;
    }
    written.push_str(&json[done..]);
    Ok(written.into_bytes())
}

/// The edits between two offsets, counted from the first.
fn edits_of_cell(edits: &[Edit], start: u32, end: u32) -> Result<Vec<Edit>, String> {
    let mut inside = Vec::new();
    for edit in edits.iter().filter(|edit| start <= edit.span.start && edit.span.start < end) {
        // The line feed behind each cell is not part of it.
        if edit.span.end >= end {
            return Err("an edit crosses its cells".to_owned());
        }
        let span = Span::new(edit.span.start - start, edit.span.end - start);
        inside.push(Edit::replacement(span, edit.replacement.clone()));
    }
    Ok(inside)
}

fn range_in(json: &str, part: &RawValue) -> Range<usize> {
    let start = part.get().as_ptr() as usize - json.as_ptr() as usize;
    start..start + part.get().len()
}

fn write_cell(raw: &str, edits: &[Edit], escapes: bool) -> Option<String> {
    if let Ok(text) = serde_json::from_str::<String>(raw) {
        return Some(replace_changed(raw, &text, &edited(&text, edits)?, escapes));
    }
    let elements: Vec<&RawValue> = serde_json::from_str(raw).ok()?;
    let lines: Vec<String> =
        elements.iter().map(|element| serde_json::from_str(element.get())).collect::<Result<_, _>>().ok()?;
    let before = lines.concat();
    if !before.split_inclusive('\n').eq(lines.iter().map(String::as_str)) {
        let after = edit_strings(&lines, edits)?;
        return Some(replace_strings(raw, &elements, &lines, &after, escapes));
    }
    let after = edited(&before, edits)?;
    let after: Vec<&str> = after.split_inclusive('\n').collect();
    if after.len() == lines.len() {
        return Some(replace_strings(raw, &elements, &lines, &after, escapes));
    }
    let same_ahead = lines.iter().zip(&after).take_while(|(old, new)| old == *new).count();
    let most = lines.len().min(after.len()) - same_ahead;
    let same_behind =
        lines.iter().rev().zip(after.iter().rev()).take(most).take_while(|(old, new)| old == *new).count();

    let places: Vec<Range<usize>> = elements.iter().map(|element| range_in(raw, element)).collect();
    let separator = match &places[..] {
        [first, second, ..] => raw[first.end..second.start].to_owned(),
        [only] => format!(",{}", &raw[1..only.start]),
        [] => return None,
    };
    let changed = after[same_ahead..after.len() - same_behind].iter().map(|line| quoted(line, escapes));
    let changed: Vec<String> = changed.collect();
    let old = same_ahead..elements.len() - same_behind;
    Some(replace_elements(raw, &places, old, &changed.join(&separator), &separator))
}

/// The strings of a cell that are not one line each, with each edit in the string where it begins.
fn edit_strings(texts: &[String], edits: &[Edit]) -> Option<Vec<String>> {
    let mut start = 0;
    let texts = texts.iter().enumerate().map(|(place, text)| {
        let end = start + text.len() as u32;
        let inside = edits_of_string(edits, start, end, place + 1 == texts.len());
        start = end;
        edited(text, &inside)
    });
    texts.collect()
}

/// A JSON list of strings with other texts in as many strings.
fn replace_strings(
    raw: &str,
    elements: &[&RawValue],
    before: &[String],
    after: &[impl AsRef<str>],
    escapes: bool,
) -> String {
    let mut written = String::with_capacity(raw.len());
    let mut done = 0;
    for ((element, before), after) in elements.iter().zip(before).zip(after) {
        if before == after.as_ref() {
            continue;
        }
        let range = range_in(raw, element);
        written.push_str(&raw[done..range.start]);
        written.push_str(&replace_changed(element.get(), before, after.as_ref(), escapes));
        done = range.end;
    }
    written.push_str(&raw[done..]);
    written
}

/// The parts of edits in a string between two offsets, counted from the first.
fn edits_of_string(edits: &[Edit], start: u32, end: u32, is_last: bool) -> Vec<Edit> {
    let part = |edit: &Edit| {
        let begins = start <= edit.span.start && (edit.span.start < end || is_last);
        let (from, to) = (edit.span.start.max(start), edit.span.end.min(end));
        let replacement = if begins { edit.replacement.clone() } else { Default::default() };
        (begins || from < to).then(|| Edit::replacement(Span::new(from - start, to - start), replacement))
    };
    edits.iter().filter_map(part).collect()
}

/// A JSON list with some of its elements replaced by others, or by none; the rest stays as it is written.
fn replace_elements(
    raw: &str,
    places: &[Range<usize>],
    old: Range<usize>,
    new: &str,
    separator: &str,
) -> String {
    let (before, behind) = (old.start.checked_sub(1).map(|place| &places[place]), places.get(old.end));
    let (start, end) = match (old.is_empty(), before, behind) {
        (false, ..) if !new.is_empty() => (places[old.start].start, places[old.end - 1].end),
        (false, _, Some(behind)) => (places[old.start].start, behind.start),
        (false, Some(before), None) => (before.end, places[old.end - 1].end),
        (false, None, None) => (places[old.start].start, places[old.end - 1].end),
        (true, _, Some(behind)) => {
            return format!("{}{new}{separator}{}", &raw[..behind.start], &raw[behind.start..]);
        }
        (true, Some(before), None) => {
            return format!("{}{separator}{new}{}", &raw[..before.end], &raw[before.end..]);
        }
        (true, None, None) => return raw.to_owned(),
    };
    format!("{}{new}{}", &raw[..start], &raw[end..])
}

/// One JSON string with its changed part written anew: what is the same ahead and behind stays as it is written.
fn replace_changed(raw: &str, before: &str, after: &str, escapes: bool) -> String {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    let ahead = same(&mut before.chars().zip(after.chars()));
    let (count_before, count_after) = (before.chars().count(), after.chars().count());
    let most = count_before.min(count_after) - ahead;
    let behind = same(&mut before.chars().rev().zip(after.chars().rev())).min(most);
    let changed: String = after.chars().skip(ahead).take(count_after - ahead - behind).collect();
    let places = character_places(raw);
    let written = quoted(&changed, escapes);
    match (places.get(ahead), places.get(count_before - behind)) {
        (Some(start), Some(end)) => {
            format!("{}{}{}", &raw[..*start], &written[1..written.len() - 1], &raw[*end..])
        }
        _ => quoted(after, escapes),
    }
}

/// Where each character of a JSON string starts, and where its closing quote stands.
fn character_places(raw: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut at = 1;
    let unit = |at: usize| raw.get(at + 2..at + 6).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    while at < raw.len() {
        places.push(at);
        at += match raw.as_bytes()[at..] {
            [b'\\', b'u', ..] if unit(at).is_some_and(|unit| (0xd800..0xdc00).contains(&unit)) => 12,
            [b'\\', b'u', ..] => 6,
            [b'\\', ..] => 2,
            _ => raw[at..].chars().next().map_or(1, char::len_utf8),
        };
    }
    places
}

/// A JSON string as Jupyter writes it; with `escapes`, in ASCII alone.
fn quoted(text: &str, escapes: bool) -> String {
    let plain = serde_json::Value::from(text).to_string();
    if !escapes || plain.is_ascii() {
        return plain;
    }
    let mut out = String::with_capacity(plain.len());
    for character in plain.chars() {
        if character.is_ascii() {
            out.push(character);
        } else {
            let mut units = [0; 2];
            out.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Edit, Span};

    use super::write_cell;

    /// Elements on lines of their own or not.
    const RAW: &str = "[\"a\\n\", \"b\\n\",\n  \"c\\n\",\n\"d\"]";

    #[test]
    fn what_stands_between_the_lines_stays_where_they_do() {
        let written = |edit: Edit| write_cell(RAW, &[edit], true).unwrap();
        let replaced = |from: u32, to: u32, text: &str| written(Edit::replacement(Span::new(from, to), text));
        assert_eq!(replaced(2, 3, "x"), RAW.replace("b\\n", "x\\n"));
        assert_eq!(replaced(2, 4, ""), "[\"a\\n\", \"c\\n\",\n\"d\"]");
        assert_eq!(replaced(6, 7, "e"), RAW.replace("\"d\"", "\"e\""));
        assert_eq!(replaced(4, 4, "x\n"), "[\"a\\n\", \"b\\n\",\n  \"x\\n\", \"c\\n\",\n\"d\"]");
        assert_eq!(replaced(7, 7, "\nx"), RAW.replace("\"d\"", "\"d\\n\", \"x\""));
        assert_eq!(replaced(0, 7, ""), "[]");
    }

    #[test]
    fn strings_stay_that_are_no_lines() {
        let written = |raw: &str, from: u32, to: u32, text: &str| {
            write_cell(raw, &[Edit::replacement(Span::new(from, to), text)], true).unwrap()
        };
        let raw = r#"["\u0061\nb\n", "", "c",  "d\n" ]"#;
        assert_eq!(written(raw, 2, 2, "x\n"), r#"["\u0061\nx\nb\n", "", "c",  "d\n" ]"#);
        assert_eq!(written(raw, 2, 5, "x"), r#"["\u0061\nx", "", "",  "d\n" ]"#);
        assert_eq!(written(raw, 4, 5, "x"), r#"["\u0061\nb\n", "", "x",  "d\n" ]"#);
        assert_eq!(written(raw, 7, 7, "x"), r#"["\u0061\nb\n", "", "c",  "d\nx" ]"#);
        let by_line = r#"["\u0061\n", "\/b"]"#;
        assert_eq!(written(by_line, 1, 1, "x"), r#"["\u0061x\n", "\/b"]"#);
        assert_eq!(written(by_line, 4, 4, "x"), r#"["\u0061\n", "\/bx"]"#);
    }
}

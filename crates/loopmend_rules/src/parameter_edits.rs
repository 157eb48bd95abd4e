//! Edits of the parameters of functions.

use loopmend_core::{Edit, Span};
use loopmend_semantic::FunctionShape;

use crate::edits::{end_of_line, indentation_before};

/// The edit that removes a parameter, with the comment after it. The comments of other parameters stay. `None` if there is no such
/// parameter, or if the rest would be no valid list of parameters.
pub(crate) fn drop_parameter(text: &str, function: &FunctionShape, name: &str) -> Option<Edit> {
    let place = function.parameters.iter().position(|(parameter, _)| parameter == name)?;
    let parameter = function.parameters[place].1;
    let next = Next::behind(text, parameter.end)?;
    if place == 0 && next.sign == '/' {
        return None;
    }
    let before = match place.checked_sub(1) {
        Some(before) => function.parameters[before].1.end,
        None => {
            function.name.end
                + 1
                + text[function.name.end as usize..parameter.start as usize].rfind('(')? as u32
        }
    };
    let gap = Gap { text, start: before, end: parameter.start, is_first: place == 0 };
    let dropped = match (gap.lone_star(), next.sign) {
        // No parameter is left after the star.
        (Some(star), ')') => Span::new(gap.end_of_code().unwrap_or(star), next.end_of_comma),
        (Some(star), '*') => Span::new(star, next.place),
        (_, ')') => gap.drop_last(parameter, &next),
        _ => Span::new(parameter.start, end_before_next(text, parameter.start, &next)),
    };
    Some(Edit::replacement(dropped, ""))
}

/// The end of the edit for a parameter with a next one. A comment on a line of its own belongs to the next one.
fn end_before_next(text: &str, parameter: u32, next: &Next) -> u32 {
    let line = end_of_line(text, next.end_of_comma);
    let begins_line = indentation_before(text, parameter).is_some();
    match text.get(line as usize..next.place as usize) {
        Some(between) if begins_line => line + (between.len() - between.trim_start().len()) as u32,
        Some(between) if between.contains('#') => line,
        _ => next.place,
    }
}

/// The text before a parameter, from the previous one or the parenthesis.
struct Gap<'t> {
    text: &'t str,
    start: u32,
    end: u32,
    is_first: bool,
}

impl Gap<'_> {
    fn has_comment(&self) -> bool {
        self.text[self.start as usize..self.end as usize].contains('#')
    }

    /// The end of the code before, without its comma, if there is any and no comment would be lost.
    fn end_of_code(&self) -> Option<u32> {
        let slash = self.signs().into_iter().rfind(|(_, sign)| *sign == '/').map(|(at, _)| at + 1);
        (!self.is_first && !self.has_comment()).then_some(slash.unwrap_or(self.start))
    }

    /// The place of a lone `*` right before the parameter.
    fn lone_star(&self) -> Option<u32> {
        let last = self.signs().into_iter().rfind(|(_, sign)| *sign != ',')?;
        (last.1 == '*').then_some(last.0)
    }

    /// The commas, stars and slashes with their places.
    fn signs(&self) -> Vec<(u32, char)> {
        let mut signs = Vec::new();
        let mut at = next_sign(self.text, self.start);
        while at < self.end {
            signs.extend(self.text[at as usize..].chars().next().map(|sign| (at, sign)));
            at = next_sign(self.text, at + 1);
        }
        signs
    }

    /// The span to remove of the last parameter: its line if it has one to itself, else also the comma before it.
    fn drop_last(&self, parameter: Span, next: &Next) -> Span {
        let line = end_of_line(self.text, next.end_of_comma);
        match indentation_before(self.text, parameter.start) {
            Some(indentation) if line < next.place => {
                let start = parameter.start - indentation.len() as u32;
                Span::new(start, line + if self.text[line as usize..].starts_with("\r\n") { 2 } else { 1 })
            }
            _ => Span::new(self.end_of_code().unwrap_or(parameter.start), next.end_of_comma),
        }
    }
}

/// The code after a parameter.
struct Next {
    /// The end of the comma after the parameter, or of the parameter itself.
    end_of_comma: u32,
    /// The start of the next code, without comments.
    place: u32,
    /// Its first character.
    sign: char,
}

impl Next {
    fn behind(text: &str, parameter: u32) -> Option<Self> {
        let sign_at = |place: u32| text.get(place as usize..)?.chars().next();
        let first = next_sign(text, parameter);
        let (end_of_comma, place) = match sign_at(first)? {
            ',' => (first + 1, next_sign(text, first + 1)),
            _ => (parameter, first),
        };
        Some(Self { end_of_comma, place, sign: sign_at(place)? })
    }
}

/// The start of the next code after blanks, line ends and comments.
fn next_sign(text: &str, mut at: u32) -> u32 {
    loop {
        let rest = &text[at as usize..];
        let blank = rest.len() - rest.trim_start().len();
        at += blank as u32;
        if !rest[blank..].starts_with('#') {
            return at;
        }
        at = end_of_line(text, at);
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{Span, edited};
    use loopmend_semantic::FunctionShape;

    use super::drop_parameter;

    /// The text between the parentheses of a function after its parameter `loop` is removed.
    fn without_loop(list: &str, names: &[&str]) -> Option<String> {
        let text = format!("def f({list}): ...\n");
        let mut from = 6;
        let parameters = names.iter().map(|name| {
            let start = from + text[from..].find(name).unwrap();
            from = start + name.len();
            let plain = name.trim_start_matches('*').split('=').next().unwrap();
            (plain.to_owned(), Span::new(start as u32, from as u32))
        });
        let function = FunctionShape {
            whole: Span::new(0, text.len() as u32),
            name: Span::new(4, 5),
            parameters: parameters.collect(),
            decorators: Vec::new(),
            body: Vec::new(),
        };
        let after = edited(&text, &[drop_parameter(&text, &function, "loop")?])?;
        Some(after.strip_prefix("def f(")?.strip_suffix("): ...\n")?.to_owned())
    }

    #[test]
    fn what_stands_beside_a_parameter_stays() {
        let cases: [(&str, &[&str], &str); 13] = [
            ("loop", &["loop"], ""),
            ("loop, a", &["loop", "a"], "a"),
            ("a, loop", &["a", "loop"], "a"),
            ("a, loop, b", &["a", "loop", "b"], "a, b"),
            ("loop, *, k=None", &["loop", "k=None"], "*, k=None"),
            ("loop, *args", &["loop", "*args"], "*args"),
            ("*, loop, k=1", &["loop", "k=1"], "*, k=1"),
            ("*, loop", &["loop"], ""),
            ("a, *, loop", &["a", "loop"], "a"),
            ("*, loop, ", &["loop"], " "),
            ("a, *, loop, **kw", &["a", "loop", "**kw"], "a, **kw"),
            ("a, /, loop", &["a", "loop"], "a, /"),
            ("a, /, loop, b", &["a", "loop", "b"], "a, /, b"),
        ];
        for (list, names, after) in cases {
            assert_eq!(without_loop(list, names).as_deref(), Some(after), "{list}");
        }
        assert_eq!(without_loop("loop, /, a", &["loop", "a"]), None);
        assert_eq!(without_loop("a", &["a"]), None);
    }

    #[test]
    fn comments_stay_with_what_they_are_about() {
        let cases: [(&str, &[&str], &str); 8] = [
            ("\n  a,  # a\n  loop,  # l\n", &["a", "loop"], "\n  a,  # a\n"),
            ("\n  a,  # a\n  loop  # l\n", &["a", "loop"], "\n  a,  # a\n"),
            ("\n  loop,  # l\n  # note\n  a,  # a\n", &["loop", "a"], "\n  # note\n  a,  # a\n"),
            ("loop,  # l\n  a", &["loop", "a"], "a"),
            ("loop,  # l\n  # note\n  a", &["loop", "a"], "\n  # note\n  a"),
            ("a,  # a\n  loop", &["a", "loop"], "a,  # a\n  "),
            ("\n  a,  # a\n  *,\n  loop,\n", &["a", "loop"], "\n  a,  # a\n  \n"),
            ("\r\n  a,\r\n  loop,\r\n", &["a", "loop"], "\r\n  a,\r\n"),
        ];
        for (list, names, after) in cases {
            assert_eq!(without_loop(list, names).as_deref(), Some(after), "{list:?}");
        }
    }
}

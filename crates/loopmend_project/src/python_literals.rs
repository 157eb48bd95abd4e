//! Literals in the text of generated and of setup files, read without running them.

/// The pairs of the first flat `{'name': 'value', ...}` after `start`.
pub(crate) fn dictionary_after(text: &str, start: &str) -> Vec<(String, String)> {
    let Some(body) = braces_after(text, start) else { return Vec::new() };
    let strings = string_literals(body);
    strings.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

/// The names of a `{'name': ['directory', ...], ...}` after `start`, each with its first directory.
pub(crate) fn namespaces_after(text: &str, start: &str) -> Vec<(String, String)> {
    let Some(body) = braces_after(text, start) else { return Vec::new() };
    let entries = body.split(']').filter_map(|entry| entry.split_once('['));
    entries
        .filter_map(|(name, directories)| {
            Some((string_literals(name).pop()?, string_literals(directories).into_iter().next()?))
        })
        .collect()
}

/// The arguments of the calls `call` that have two string literals; `call` ends with `(`.
pub(crate) fn calls_with_two_strings(text: &str, call: &str) -> Vec<(String, String)> {
    let calls = text.split(call).skip(1).filter_map(|rest| rest.split_once(')'));
    calls
        .filter_map(|(arguments, _)| match &string_literals(arguments)[..] {
            [name, path] => Some((name.clone(), path.clone())),
            _ => None,
        })
        .collect()
}

fn braces_after<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (_, after) = text.split_once(start)?;
    let open = after.find('{').filter(|open| !after[..*open].contains(')'))?;
    let close = after[open..].find('}')? + open;
    Some(&after[open + 1..close])
}

/// The contents of Python's plain string literals, as `repr` writes them.
fn string_literals(text: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut characters = text.chars();
    while let Some(quote) = characters.find(|c| matches!(c, '\'' | '"')) {
        let mut literal = String::new();
        while let Some(c) = characters.next().filter(|c| *c != quote) {
            literal.push(if c == '\\' { characters.next().unwrap_or(c) } else { c });
        }
        literals.push(literal);
    }
    literals
}

#[cfg(test)]
mod tests {
    use super::{calls_with_two_strings, dictionary_after, namespaces_after};

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn dictionaries_of_strings_are_read() {
        let text = "A: dict[str, str] = {'a': '/x', \"b\": 'C:\\\\y'}\nB = {}\nC(1)\nD = {'z': '/z'}";
        assert_eq!(dictionary_after(text, "A"), pairs(&[("a", "/x"), ("b", "C:\\y")]));
        assert_eq!(dictionary_after(text, "B"), []);
        assert_eq!(dictionary_after(text, "C("), [], "the dictionary is not part of the call");
        assert_eq!(dictionary_after(text, "E"), []);
    }

    #[test]
    fn namespaces_and_calls_are_read() {
        let text = "N = {'a': ['/x', '/y'], 'b': []}\nmap('m', '/m/__init__.py')\nmap('one')";
        assert_eq!(namespaces_after(text, "N"), pairs(&[("a", "/x")]));
        assert_eq!(calls_with_two_strings(text, "map("), pairs(&[("m", "/m/__init__.py")]));
    }
}

//! Broken Python, made from whole Python by a seed: the same seed makes the same files everywhere.
//!
//! Shared by `cargo lab torture` and the fuzz test of `loopmend_semantic`.

use fastrand::Rng;

/// A file of a generated project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GeneratedFile {
    /// The path in the project, with `/`.
    pub(crate) path: String,
    /// The contents, not always UTF-8.
    pub(crate) contents: Vec<u8>,
}

/// The files of one project, which import each other. `seeds` are texts of Python files.
pub(crate) fn project(seeds: &[String], seed: u64, files: usize) -> Vec<GeneratedFile> {
    let mut random = Rng::with_seed(seed);
    let places: Vec<Place> = (0..files).map(|number| Place::choose(&mut random, number)).collect();
    let modules: Vec<String> = places.iter().map(Place::module).collect();
    let mut mutator = Mutator { seeds, modules: &modules, random };
    places.iter().map(|place| mutator.file(place)).collect()
}

/// Where a generated file stands.
struct Place {
    number: usize,
    in_package: bool,
    extension: &'static str,
    /// Some shadow a module that everything imports.
    shadows: Option<&'static str>,
}

impl Place {
    fn choose(random: &mut Rng, number: usize) -> Self {
        let shadowed = ["asyncio", "typing", "builtins", "collections", "types"];
        Self {
            number,
            in_package: random.u8(..4) == 0,
            extension: match random.u8(..30) {
                0 => "ipynb",
                1..=3 => "pyi",
                _ => "py",
            },
            shadows: (number < shadowed.len() && random.u8(..12) == 0).then(|| shadowed[number]),
        }
    }

    fn module(&self) -> String {
        match (self.shadows, self.number, self.in_package) {
            (Some(name), ..) => name.to_owned(),
            (None, 0, _) => "package".to_owned(),
            (None, number, true) => format!("package.m{number}"),
            (None, number, false) => format!("m{number}"),
        }
    }

    fn path(&self) -> String {
        let module = self.module();
        match module.as_str() {
            "package" => "package/__init__.py".to_owned(),
            _ => format!("{}.{}", module.replace('.', "/"), self.extension),
        }
    }
}

struct Mutator<'s> {
    seeds: &'s [String],
    modules: &'s [String],
    random: Rng,
}

/// Statements in which names, scopes and types meet in ways that are rare, with an empty line between them.
const STATEMENTS: &str = include_str!("statements.txt");

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "case", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "self", "try", "type", "while",
    "with", "yield",
];

/// Tokens, one a line; `\n` and `\t` stand for what they are in Python.
const TOKENS: &str = include_str!("tokens.txt");

const CHARACTERS: &[char] = &[
    '\0', '\r', '\u{c}', '\u{b}', '\u{85}', '\u{a0}', '\u{2028}', '\u{200b}', '\u{202e}', '\u{feff}',
    '\u{301}', '\u{fffd}', 'é', '中', '🦀', 'ﬁ', '\u{1b}', '\u{7f}', '`', '$', '?',
];

impl<'s> Mutator<'s> {
    /// Those that mostly leave Python: names meet other names.
    const GENTLE: &'s [fn(&mut Self, &str) -> String] = &[
        Self::rename,
        Self::splice,
        Self::insert_statement,
        Self::import_module,
        Self::import_module,
        Self::call_module,
        Self::call_module,
        Self::call_module,
        Self::inherit_from_itself,
        Self::decorate,
        Self::repeat_lines,
        Self::nest_expression,
        Self::nest_blocks,
    ];

    /// Those that mostly do not.
    const ROUGH: &'s [fn(&mut Self, &str) -> String] = &[
        Self::delete_tokens,
        Self::duplicate_tokens,
        Self::swap_tokens,
        Self::replace_token,
        Self::replace_keyword,
        Self::indent_lines,
        Self::shuffle_lines,
        Self::insert_brackets,
        Self::insert_character,
        Self::truncate,
    ];

    fn file(&mut self, place: &Place) -> GeneratedFile {
        let mut text = self.seed().to_owned();
        let (gentle, rough) = match self.random.bool() {
            true => (self.random.usize(5..30), 0),
            false => (self.random.usize(..8), self.random.usize(1..8)),
        };
        for number in 0..gentle + rough {
            let mutation = *self.choose(if number < gentle { Self::GENTLE } else { Self::ROUGH });
            text = mutation(self, &text);
            // Splicing and repeating would otherwise grow a file without end.
            let end = text.floor_char_boundary(60_000);
            text.truncate(end);
        }
        let contents = match place.extension {
            "ipynb" => notebook(&text),
            _ => self.encode(text),
        };
        GeneratedFile { path: place.path(), contents }
    }

    fn seed(&mut self) -> &str {
        let index = self.random.usize(..self.seeds.len());
        &self.seeds[index]
    }

    fn choose<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.random.usize(..from.len())]
    }

    /// A range of at most `most` of `len` things; empty where there are none.
    fn range(&mut self, len: usize, most: usize) -> std::ops::Range<usize> {
        if len == 0 {
            return 0..0;
        }
        let start = self.random.usize(..len);
        start..(start + 1 + self.random.usize(..most)).min(len)
    }

    /// Mostly UTF-8; sometimes with a byte that is not, or with a declared encoding.
    fn encode(&mut self, text: String) -> Vec<u8> {
        match self.random.u8(..60) {
            0 => {
                let mut bytes = text.into_bytes();
                let at = self.random.usize(..=bytes.len());
                bytes.insert(at, self.random.u8(0x80..));
                bytes
            }
            1 => format!("# coding: latin-1\n{text}").into_bytes(),
            2 => format!("\u{feff}{text}").into_bytes(),
            3 => text.replace('\n', "\r\n").into_bytes(),
            4 => text.replace('\n', "\r").into_bytes(),
            _ => text.into_bytes(),
        }
    }

    fn with_tokens(&mut self, text: &str, change: impl FnOnce(&mut Self, &mut Vec<String>)) -> String {
        let mut tokens = tokens(text);
        change(self, &mut tokens);
        tokens.concat()
    }

    fn with_lines(&mut self, text: &str, change: impl FnOnce(&mut Self, &mut Vec<String>)) -> String {
        let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
        change(self, &mut lines);
        lines.concat()
    }

    fn delete_tokens(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let range = mutator.range(tokens.len(), 4);
            tokens.drain(range);
        })
    }

    fn duplicate_tokens(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let range = mutator.range(tokens.len(), 6);
            let copy = tokens[range.clone()].to_vec();
            tokens.splice(range.end..range.end, copy);
        })
    }

    fn swap_tokens(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            if !tokens.is_empty() {
                let (first, second) =
                    (mutator.random.usize(..tokens.len()), mutator.random.usize(..tokens.len()));
                tokens.swap(first, second);
            }
        })
    }

    fn replace_token(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let range = mutator.range(tokens.len(), 1);
            let tokens_of_python: Vec<&str> = TOKENS.lines().collect();
            let new = mutator.choose(&tokens_of_python).replace("\\n", "\n").replace("\\t", "\t");
            tokens.splice(range, [new]);
        })
    }

    fn replace_keyword(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let places: Vec<usize> =
                (0..tokens.len()).filter(|at| KEYWORDS.contains(&tokens[*at].as_str())).collect();
            if !places.is_empty() {
                let at = *mutator.choose(&places);
                tokens[at] = (*mutator.choose(KEYWORDS)).to_owned();
            }
        })
    }

    /// One word becomes another one of the file, so that definitions meet their uses.
    fn rename(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let words: Vec<usize> = (0..tokens.len()).filter(|at| is_name(&tokens[*at])).collect();
            if !words.is_empty() {
                let (at, other) = (*mutator.choose(&words), *mutator.choose(&words));
                tokens[at] = tokens[other].clone();
            }
        })
    }

    fn splice(&mut self, text: &str) -> String {
        let other: Vec<String> = self.seed().split_inclusive('\n').map(str::to_owned).collect();
        self.with_lines(text, |mutator, lines| {
            let taken = mutator.range(other.len(), 20);
            let at = mutator.random.usize(..=lines.len());
            lines.splice(at..at, other[taken].iter().cloned());
        })
    }

    fn insert_line(&mut self, text: &str, inserted: &str) -> String {
        self.with_lines(text, |mutator, lines| {
            let at = mutator.random.usize(..=lines.len());
            let beside = lines.get(at).or(lines.last()).map_or("", String::as_str);
            let indentation = beside[..beside.len() - beside.trim_start_matches(' ').len()].to_owned();
            let inserted: String = inserted.lines().map(|line| format!("{indentation}{line}\n")).collect();
            lines.insert(at, inserted);
        })
    }

    fn insert_statement(&mut self, text: &str) -> String {
        let statements: Vec<&str> = STATEMENTS.trim_end().split("\n\n").collect();
        let statement = *self.choose(&statements);
        self.insert_line(text, statement)
    }

    fn import_module(&mut self, text: &str) -> String {
        let module = self.choose(self.modules).clone();
        let word = self.word(text);
        let last = module.rsplit('.').next().unwrap_or(&module);
        let statement = match self.random.u8(..7) {
            0 => format!("import {module}"),
            1 => format!("import {module} as {word}"),
            2 => format!("from {module} import *"),
            3 => format!("from {module} import {word}"),
            4 => format!("from .{last} import {word} as {last}"),
            5 => format!("from . import {last}"),
            _ => format!("from {module} import {word} as f, {last} as x, *"),
        };
        self.insert_line(text, &statement)
    }

    fn call_module(&mut self, text: &str) -> String {
        let module = self.choose(self.modules).clone();
        let (word, other) = (self.word(text), self.word(text));
        let statement = match self.random.u8(..5) {
            0 => format!("import {module}\n{module}.{word}()"),
            1 => format!("from {module} import {word}\n{word}().{other}()"),
            2 => format!("async def {word}(x: '{module}.{word}'): x.{other}()"),
            3 => format!(
                "from {module} import {word}\nclass {other}({word}, {other}): pass\n{other}().{word}()"
            ),
            _ => format!("import {module}\n{module}.{word} = {module}.{other}\n{module}.{module}.{word}()"),
        };
        self.insert_line(text, &statement)
    }

    /// A name that stands in the text.
    fn word(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        let words: Vec<&str> = words.into_iter().filter(|word| is_name(word)).collect();
        if words.is_empty() { "x".to_owned() } else { (*self.choose(&words)).to_owned() }
    }

    fn inherit_from_itself(&mut self, text: &str) -> String {
        self.with_lines(text, |mutator, lines| {
            let classes: Vec<usize> =
                (0..lines.len()).filter(|at| lines[*at].trim_start().starts_with("class ")).collect();
            if classes.is_empty() {
                return;
            }
            let line = &mut lines[*mutator.choose(&classes)];
            let name: String =
                line.trim_start()[6..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let indentation = line.len() - line.trim_start().len();
            *line = format!("{}class {name}({name}, {name}.{name}):\n", &line[..indentation].to_owned());
        })
    }

    fn decorate(&mut self, text: &str) -> String {
        let (word, other) = (self.word(text), self.word(text));
        self.with_lines(text, |mutator, lines| {
            let is_definition = |line: &str| {
                ["def ", "async ", "class "].iter().any(|start| line.trim_start().starts_with(start))
            };
            let places: Vec<usize> = (0..lines.len()).filter(|at| is_definition(&lines[*at])).collect();
            if !places.is_empty() {
                let at = *mutator.choose(&places);
                let indentation = lines[at].len() - lines[at].trim_start().len();
                let indentation = lines[at][..indentation].to_owned();
                lines.insert(at, format!("{indentation}@{word}({other})\n{indentation}@{other}.{word}\n"));
            }
        })
    }

    fn indent_lines(&mut self, text: &str) -> String {
        let by = *self.choose(&["", " ", "    ", "\t", "        "]);
        self.with_lines(text, |mutator, lines| {
            let range = mutator.range(lines.len(), 10);
            for line in &mut lines[range] {
                let kept = if by.is_empty() { line.trim_start_matches(' ') } else { line.as_str() };
                *line = format!("{by}{kept}");
            }
        })
    }

    fn shuffle_lines(&mut self, text: &str) -> String {
        self.with_lines(text, |mutator, lines| {
            let range = mutator.range(lines.len(), 15);
            mutator.random.shuffle(&mut lines[range]);
        })
    }

    fn repeat_lines(&mut self, text: &str) -> String {
        self.with_lines(text, |mutator, lines| {
            let range = mutator.range(lines.len(), 5);
            let repeated = lines[range.clone()].concat().repeat(mutator.random.usize(2..30));
            lines.insert(range.end, repeated);
        })
    }

    fn insert_brackets(&mut self, text: &str) -> String {
        self.with_tokens(text, |mutator, tokens| {
            let range = mutator.range(tokens.len(), 30);
            let (open, close) =
                *mutator.choose(&[("(", ")"), ("[", "]"), ("{", "}"), ("f'{", "}'"), ("(", "]")]);
            tokens.insert(range.end, close.to_owned());
            tokens.insert(range.start, open.to_owned());
        })
    }

    /// A word becomes the inside of many brackets, or the start of a long chain.
    fn nest_expression(&mut self, text: &str) -> String {
        let depth = if self.random.u8(..10) == 0 { 2_000 } else { self.random.usize(2..100) };
        self.with_tokens(text, |mutator, tokens| {
            let words: Vec<usize> = (0..tokens.len()).filter(|at| is_name(&tokens[*at])).collect();
            if words.is_empty() {
                return;
            }
            let word = &mut tokens[*mutator.choose(&words)];
            let around =
                |open: &str, close: &str| format!("{}{word}{}", open.repeat(depth), close.repeat(depth));
            *word = match mutator.random.u8(..12) {
                0 => around("(", ")"),
                1 => around("[", "]"),
                2 => around("f(", ")"),
                3 => around("(x := ", ")"),
                4 => around("lambda: ", ""),
                5 => around("not ", ""),
                6 => around("await ", ""),
                7 => around("", ".x"),
                8 => around("", "()"),
                9 => around("", " | x"),
                10 => around("x if y else ", ""),
                _ => around("f'{", "}'"),
            };
        })
    }

    fn nest_blocks(&mut self, text: &str) -> String {
        let head = *self.choose(&[
            "if x:",
            "def f():",
            "class f:",
            "for x in x:",
            "with x as x:",
            "try:",
            "match x:",
        ]);
        let depth = self.random.usize(2..60);
        let blocks: String = (0..depth).map(|level| format!("{:level$}{head}\n", "")).collect();
        self.insert_line(text, &format!("{blocks}{:depth$}f()", ""))
    }

    fn insert_character(&mut self, text: &str) -> String {
        let at = text.floor_char_boundary(self.random.usize(..=text.len()));
        format!("{}{}{}", &text[..at], self.choose(CHARACTERS), &text[at..])
    }

    fn truncate(&mut self, text: &str) -> String {
        let at = match self.random.u8(..3) {
            0 => text.floor_char_boundary(self.random.usize(..=text.len())),
            _ => text.len(),
        };
        text[..at].to_owned()
    }
}

/// Whether a word can be a name.
pub(crate) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_') && !KEYWORDS.contains(&word)
}

/// Words, runs of spaces, and every other character by itself.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let kind = |c: char| match c {
        c if c.is_alphanumeric() || c == '_' => 1,
        ' ' => 2,
        _ => 0,
    };
    let mut tokens: Vec<String> = Vec::new();
    let mut last = 0;
    for character in text.chars() {
        let present = kind(character);
        match tokens.last_mut() {
            Some(token) if present != 0 && present == last => token.push(character),
            _ => tokens.push(character.to_string()),
        }
        last = present;
    }
    tokens
}

/// A notebook whose cells are the paragraphs of the text.
fn notebook(text: &str) -> Vec<u8> {
    let quoted = |text: &str| {
        let escaped: String = text.chars().map(|c| format!("\\u{:04x}", (c as u32).min(0xffff))).collect();
        format!("\"{escaped}\"")
    };
    let cells: Vec<String> = text
        .split("\n\n")
        .map(|cell| {
            format!(
                "{{\"cell_type\": \"code\", \"metadata\": {{}}, \"outputs\": [], \"execution_count\": null, \"source\": {}}}",
                quoted(cell)
            )
        })
        .collect();
    format!(
        "{{\"nbformat\": 4, \"nbformat_minor\": 5, \"metadata\": {{}}, \"cells\": [{}]}}",
        cells.join(",")
    )
    .into_bytes()
}

//! The places of a library at which its API can drift away from its tests.

use std::collections::HashSet;

use loopmend_core::{SourceKind, SourceText};
use loopmend_python::SyntaxTree;
use loopmend_python::ast::visitor::{Visitor, walk_expr, walk_stmt};
use loopmend_python::ast::{self, Expr, Stmt};
use loopmend_python::text_size::{Ranged, TextRange};

use crate::harness::*;

/// What drifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// A parameter that tests pass by keyword is renamed.
    Keyword,
    /// A name that tests import from a module is renamed there.
    Export,
    /// A member of an enumeration is renamed.
    Member,
    /// A method or attribute is renamed.
    Attribute,
    /// Two parameters with different annotations change places.
    Swap,
    /// A plain method or function becomes `async`.
    Async,
}

impl Kind {
    /// In the order of the tables.
    pub(super) const ALL: [Self; 6] =
        [Self::Keyword, Self::Export, Self::Member, Self::Attribute, Self::Swap, Self::Async];

    /// As it stands in the tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Keyword => "keywords",
            Self::Export => "exports",
            Self::Member => "enum members",
            Self::Attribute => "attributes",
            Self::Swap => "swapped parameters",
            Self::Async => "became async",
        }
    }
}

/// One drift: what is written instead at some places of a file.
#[derive(Clone, Debug)]
pub(super) struct Site {
    /// The file, relative to the root of the corpus.
    pub(super) path: String,
    pub(super) kind: Kind,
    /// The name that drifts.
    pub(super) name: String,
    /// Start and end, in bytes, and the new text, in order.
    edits: Vec<Edit>,
}

/// Start and end of a place, in bytes, and what stands there instead.
type Edit = (usize, usize, String);

impl Site {
    /// The file with the drift, by its path. Fails if it cannot be read, or an edit does not fit.
    pub(super) fn texts(&self, bench: &Workbench) -> Result<BTreeMap<&str, String>> {
        let text = workspace::read(&bench.tree().join(&self.path))?;
        let drifted = apply(&text, &self.edits).context("an edit does not fit its file")?;
        Ok(BTreeMap::from([(self.path.as_str(), drifted)]))
    }
}

/// What the tests of a corpus write, as a search would find it.
#[derive(Default)]
struct Written {
    /// Names behind a dot.
    attributes: HashSet<String>,
    /// Names before `=`, as in a call.
    keywords: HashSet<String>,
    /// Names before a parenthesis.
    called: HashSet<String>,
    /// Names that are imported, with the modules from which they come.
    imported: HashSet<(String, String)>,
}

impl Written {
    fn add(&mut self, text: &str) {
        for line in text.lines() {
            for (start, name) in words(line) {
                let before = line[..start].chars().next_back();
                let rest = &line[start + name.len()..];
                if before == Some('.') {
                    self.attributes.insert(name.to_owned());
                }
                if rest.starts_with('=') && !rest.starts_with("==") {
                    self.keywords.insert(name.to_owned());
                }
                if rest.starts_with('(') {
                    self.called.insert(name.to_owned());
                }
            }
        }
    }
}

impl<'a> Visitor<'a> for Written {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Stmt::ImportFrom(import) = statement
            && let (Some(module), 0) = (&import.module, import.level)
        {
            let names = import.names.iter().map(|alias| (module.to_string(), alias.name.to_string()));
            self.imported.extend(names);
        }
        walk_stmt(self, statement);
    }
}

/// The names in a line, with the byte at which each starts.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_in_name = |character: char| character.is_alphanumeric() || character == '_';
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + line[rest..].find(is_in_name)?;
        let end =
            line[start..].find(|character| !is_in_name(character)).map_or(line.len(), |len| start + len);
        rest = end;
        Some((start, &line[start..end]))
    })
}

/// All drifts of a corpus whose name a search finds in the tests. Fails if loopmend does not list the files.
pub(super) fn read(corpus: &Corpus, loopmend: &Loopmend) -> Result<Vec<Site>> {
    let source = corpus.source();
    let mut written = Written::default();
    let mut library = Vec::new();
    for path in loopmend.files(&source)? {
        let shown = path.to_string_lossy().replace('\\', "/");
        let Ok(text) = workspace::read(&source.join(&path)) else { continue };
        match (is_test(&shown), is_library(&shown)) {
            (true, _) => {
                written.add(&text);
                let tree = SyntaxTree::parse(&SourceText::new(text.as_str(), SourceKind::Python));
                tree.module().body.iter().for_each(|statement| written.visit_stmt(statement));
            }
            (false, true) => library.push((shown, text)),
            _ => {}
        }
    }
    library.sort();
    let mut sites = Vec::new();
    for (path, text) in library {
        let source = SourceText::new(text.as_str(), SourceKind::Python);
        let tree = SyntaxTree::parse(&source);
        if !tree.has_errors() {
            sites.extend(in_file(&path, &text, &tree.module().body, &written));
        }
    }
    Ok(sites)
}

/// Whether a file is one of tests: those findings count.
pub(super) fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.starts_with("test_") || name == "conftest.py" || path.split('/').any(|part| part == "tests")
}

fn is_library(path: &str) -> bool {
    let others = ["docs", "docs_src", "examples", "benchmarks", "tools", "setup.py"];
    path.ends_with(".py") && !path.split('/').any(|part| others.contains(&part))
}

fn in_file(path: &str, text: &str, body: &[Stmt], written: &Written) -> Vec<Site> {
    let mut collector = Collector { path, text, written, sites: Vec::new() };
    for statement in body {
        collector.top_level(statement);
    }
    collector.sites
}

struct Collector<'t> {
    path: &'t str,
    text: &'t str,
    written: &'t Written,
    sites: Vec<Site>,
}

impl Collector<'_> {
    fn add(&mut self, kind: Kind, name: &str, mut edits: Vec<Edit>) {
        edits.sort_by_key(|(start, ..)| *start);
        edits.dedup();
        self.sites.push(Site { path: self.path.to_owned(), kind, name: name.to_owned(), edits });
    }

    fn top_level(&mut self, statement: &Stmt) {
        match statement {
            Stmt::ImportFrom(import) => {
                for alias in &import.names {
                    self.export_again(alias);
                }
            }
            Stmt::FunctionDef(function) => {
                self.export(&function.name);
                self.function(function, &function.name, false);
            }
            Stmt::ClassDef(class) => {
                self.export(&class.name);
                self.class(class);
            }
            _ => {}
        }
    }

    fn export(&mut self, name: &ast::Identifier) {
        if self.is_imported(name) {
            self.add(Kind::Export, name, vec![renamed(name)]);
        }
    }

    /// A name that the module imports from elsewhere, and tests from the module.
    fn export_again(&mut self, alias: &ast::Alias) {
        let known = alias.asname.as_ref().unwrap_or(&alias.name);
        if !self.is_imported(known) {
            return;
        }
        let edit = match &alias.asname {
            Some(name) => renamed(name),
            None => {
                let end = alias.name.range.end().to_usize();
                (end, end, format!(" as {known}_now"))
            }
        };
        self.add(Kind::Export, known, vec![edit]);
    }

    fn is_imported(&self, name: &str) -> bool {
        let wanted = (module_of(self.path), name.to_owned());
        !name.starts_with('_') && self.written.imported.contains(&wanted)
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        let is_enumeration = class.bases().iter().any(|base| {
            let name = match base {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => "",
            };
            name.ends_with("Enum") || name.ends_with("Flag")
        });
        for statement in &class.body {
            match statement {
                Stmt::Assign(assign) if is_enumeration => {
                    if let [Expr::Name(name)] = assign.targets.as_slice()
                        && self.written.attributes.contains(name.id.as_str())
                        && !name.id.starts_with('_')
                    {
                        let new = format!("{}_NOW", name.id);
                        self.add(Kind::Member, &name.id, vec![edit(name.range, new)]);
                    }
                }
                Stmt::FunctionDef(method) => self.method(class, method),
                _ => {}
            }
        }
    }

    fn method(&mut self, class: &ast::StmtClassDef, method: &ast::StmtFunctionDef) {
        let called = if method.name.as_str() == "__init__" { &class.name } else { &method.name };
        self.function(method, called, true);
        let name = method.name.as_str();
        if self.written.attributes.contains(name) && !name.starts_with('_') {
            self.add(Kind::Attribute, name, renamed_with_uses(&method.name, true, &class.body));
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef, called: &ast::Identifier, is_method: bool) {
        if !self.written.called.contains(called.as_str()) {
            return;
        }
        let decorators = &function.decorator_list;
        let parameters = &function.parameters;
        let places: Vec<_> = parameters.args.iter().skip(usize::from(is_method)).collect();
        for parameter in places.iter().copied().chain(&parameters.kwonlyargs) {
            let name = &parameter.parameter.name;
            if self.written.keywords.contains(name.as_str()) {
                self.add(Kind::Keyword, name, renamed_with_uses(name, false, &function.body));
            }
        }
        for pair in places.windows(2) {
            let [first, second] = [pair[0], pair[1]];
            let annotation = |of: &ast::ParameterWithDefault| {
                of.parameter.annotation.as_ref().map(|stated| self.text[bytes(stated.range())].to_owned())
            };
            let (one, other) = (annotation(first), annotation(second));
            let has_default = first.default.is_some() || second.default.is_some();
            if one.is_some() && other.is_some() && one != other && !has_default {
                let [one, other] = [first.range, second.range];
                let text = |range| self.text[bytes(range)].to_owned();
                self.add(Kind::Swap, called, vec![edit(one, text(other)), edit(other, text(one))]);
            }
        }
        let is_plain = !function.is_async && decorators.is_empty() && !function.name.starts_with("__");
        if is_plain && !yields(&function.body) {
            let start = function.range.start().to_usize();
            self.add(Kind::Async, called, vec![(start, start, "async ".to_owned())]);
        }
    }
}

/// The name by which a file is imported.
fn module_of(path: &str) -> String {
    let path = path.strip_prefix("src/").unwrap_or(path);
    let path = path.strip_suffix(".py").unwrap_or(path);
    path.strip_suffix("/__init__").unwrap_or(path).replace('/', ".")
}

fn bytes(range: TextRange) -> std::ops::Range<usize> {
    range.start().to_usize()..range.end().to_usize()
}

fn edit(range: TextRange, instead: String) -> Edit {
    (range.start().to_usize(), range.end().to_usize(), instead)
}

fn renamed(name: &ast::Identifier) -> Edit {
    edit(name.range, format!("{name}_now"))
}

/// Renames a name, and its uses in a body: of an attribute, those of `self` and `cls`.
fn renamed_with_uses(name: &ast::Identifier, is_attribute: bool, body: &[Stmt]) -> Vec<Edit> {
    let mut uses = Uses { name, is_attribute, found: Vec::new() };
    body.iter().for_each(|statement| uses.visit_stmt(statement));
    let renamed_uses = uses.found.into_iter().map(|range| edit(range, format!("{name}_now")));
    std::iter::once(renamed(name)).chain(renamed_uses).collect()
}

/// Whether a body makes its function a generator.
fn yields(body: &[Stmt]) -> bool {
    struct Yields(bool);
    impl<'a> Visitor<'a> for Yields {
        fn visit_expr(&mut self, expression: &'a Expr) {
            self.0 |= matches!(expression, Expr::Yield(_) | Expr::YieldFrom(_));
            walk_expr(self, expression);
        }
    }
    let mut found = Yields(false);
    body.iter().for_each(|statement| found.visit_stmt(statement));
    found.0
}

/// The uses of a name, or of an attribute of `self` or `cls`.
struct Uses<'n> {
    name: &'n str,
    is_attribute: bool,
    found: Vec<TextRange>,
}

impl<'a> Visitor<'a> for Uses<'_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        match expression {
            Expr::Name(name) if !self.is_attribute && name.id.as_str() == self.name => {
                self.found.push(name.range);
            }
            Expr::Attribute(attribute) if self.is_attribute && attribute.attr.as_str() == self.name => {
                let is_own = |name: &ast::ExprName| matches!(name.id.as_str(), "self" | "cls");
                if attribute.value.as_name_expr().is_some_and(is_own) {
                    self.found.push(attribute.attr.range);
                }
            }
            _ => {}
        }
        walk_expr(self, expression);
    }
}

/// So many of each kind, or of all kinds together as far as there are, in an order made from the seed.
pub(super) fn draw(sites: &[Site], count: usize, seed: u64) -> Vec<Site> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut drawn = Vec::new();
    for kind in Kind::ALL {
        let mut seen = BTreeSet::new();
        let mut of_kind: Vec<&Site> = sites.iter().filter(|site| site.kind == kind).collect();
        of_kind.retain(|site| seen.insert((&site.name, &site.path)));
        random.shuffle(&mut of_kind);
        of_kind.truncate(count);
        drawn.extend(of_kind.into_iter().cloned());
    }
    drawn
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};
    use loopmend_python::SyntaxTree;
    use loopmend_python::ast::visitor::Visitor;

    use super::{Kind, Written, draw, in_file, is_test};
    use crate::harness::apply;

    const LIBRARY: &str = "\
from enum import Enum
class State(Enum):
    OPEN = 1
class Client:
    def __init__(self, host): self.host = host
    def send(self, order: str, size: int): return self.send
def total(orders): yield orders
";

    fn written(tests: &str) -> Written {
        let mut written = Written::default();
        written.add(tests);
        let tree = SyntaxTree::parse(&SourceText::new(tests, SourceKind::Python));
        tree.module().body.iter().for_each(|statement| written.visit_stmt(statement));
        written
    }

    fn drifts(tests: &str) -> Vec<(Kind, String)> {
        let written = written(tests);
        let tree = SyntaxTree::parse(&SourceText::new(LIBRARY, SourceKind::Python));
        let sites = in_file("shop.py", LIBRARY, &tree.module().body, &written);
        sites.into_iter().map(|site| (site.kind, apply(LIBRARY, &site.edits).unwrap())).collect()
    }

    fn texts(tests: &str, kind: Kind) -> Vec<String> {
        drifts(tests).into_iter().filter(|(of, _)| *of == kind).map(|(_, text)| text).collect()
    }

    #[test]
    fn only_what_the_tests_write_drifts() {
        assert_eq!(drifts("x = 1"), []);
    }

    #[test]
    fn each_kind_changes_its_definition_and_own_uses() {
        let keyword = texts("Client(host=1)", Kind::Keyword);
        assert!(keyword[0].contains("def __init__(self, host_now): self.host = host_now"));
        assert!(texts("from shop import Client", Kind::Export)[0].contains("class Client_now:"));
        assert!(texts("from shop import Enum", Kind::Export)[0].contains("import Enum as Enum_now"));
        assert_eq!(texts("from other import Client", Kind::Export), [""; 0]);
        assert!(texts("State.OPEN", Kind::Member)[0].contains("    OPEN_NOW = 1"));
        let attribute = texts("Client(1).send()", Kind::Attribute);
        assert!(attribute[0].contains("def send_now(self, order: str, size: int): return self.send_now"));
        let swap = texts("client.send(1, 2)", Kind::Swap);
        assert!(swap[0].contains("def send(self, size: int, order: str)"));
        assert!(texts("client.send()", Kind::Async)[0].contains("async def send("));
        assert_eq!(texts("total()", Kind::Async), [""; 0]);
    }

    #[test]
    fn a_draw_has_some_of_each_kind() {
        let written = written("from shop import Client, State\nState.OPEN\nClient(host=1).send(order=1)");
        let tree = SyntaxTree::parse(&SourceText::new(LIBRARY, SourceKind::Python));
        let sites = in_file("shop.py", LIBRARY, &tree.module().body, &written);
        let kinds: Vec<Kind> = draw(&sites, 1, 1).into_iter().map(|site| site.kind).collect();
        assert_eq!(kinds, Kind::ALL);
    }

    #[test]
    fn tests_are_told_by_their_paths() {
        assert!(is_test("tests/helpers.py") && is_test("pkg/test_a.py") && !is_test("pkg/testing.py"));
    }
}

//! Where to insert an import, in the order of formatters: standard library, installed packages, project.

use loopmend_project::Origin;
use loopmend_python::ast::Stmt;
use loopmend_python::text_size::Ranged;
use loopmend_semantic::File;

/// The place where an import can be inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportPlace {
    /// Before the import that starts at this offset.
    Before(u32),
    /// After the import that ends at this offset.
    Behind(u32),
    /// In a separate block, before the import that starts at this offset.
    BlockBefore(u32),
    /// In a separate block, after the import that ends at this offset.
    BlockBehind(u32),
    /// Before the first statement, which is not an import.
    Head(u32),
}

/// The section of an import, the first sort key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Section {
    Future,
    StandardLibrary,
    Installed,
    Project,
}

/// An import at the top level of a file.
struct Import<'t> {
    section: Section,
    /// The module of `import NAME`; `None` for `from NAME import`, which comes after those.
    plain: Option<&'t str>,
    start: u32,
    end: u32,
}

/// Returns where `import NAME` can be inserted among the top-level imports, keeping their order.
pub(crate) fn import_place(file: &File, name: &str) -> Option<ImportPlace> {
    let is_documentation =
        |statement: &&Stmt| matches!(statement, Stmt::Expr(it) if it.value.is_string_literal_expr());
    let body = file.tree().module().body.iter().skip_while(is_documentation);
    let imports: Vec<Import> = body.clone().map_while(|statement| import(file, statement)).collect();
    if imports.is_empty() {
        return Some(ImportPlace::Head(body.clone().next()?.range().start().to_u32()));
    }
    let section = section(file, name);
    let is_beside = |import: &&Import| import.section == section;
    if imports.iter().any(|import| is_beside(&import)) {
        return place_beside(imports.iter().filter(is_beside), name);
    }
    let before = imports.iter().rfind(|import| import.section < section);
    Some(match before {
        Some(import) => ImportPlace::BlockBehind(import.end),
        None => ImportPlace::BlockBefore(imports[0].start),
    })
}

fn import<'t>(file: &File, statement: &'t Stmt) -> Option<Import<'t>> {
    let (section, plain) = match statement {
        Stmt::Import(it) => {
            let name = it.names.first()?.name.as_str();
            (section(file, name), Some(name))
        }
        Stmt::ImportFrom(it) if it.level > 0 => (Section::Project, None),
        Stmt::ImportFrom(it) => (section(file, it.module.as_deref()?), None),
        _ => return None,
    };
    let range = statement.range();
    Some(Import { section, plain, start: range.start().to_u32(), end: range.end().to_u32() })
}

/// Returns the section of a module. A module that is not found is assumed to be a package that is not
/// installed here.
fn section(file: &File, name: &str) -> Section {
    if name == "__future__" {
        return Section::Future;
    }
    let module = file.engine().resolve(name, file.module());
    match file.engine().origin(module) {
        _ if file.engine().is_absent(module) => Section::Installed,
        Origin::StandardLibrary => Section::StandardLibrary,
        Origin::ThirdParty => Section::Installed,
        Origin::FirstParty => Section::Project,
    }
}

/// Returns the place among imports of one section: after the plain ones that precede it by name, and before
/// all others.
fn place_beside<'i>(imports: impl Iterator<Item = &'i Import<'i>>, name: &str) -> Option<ImportPlace> {
    let mut behind = None;
    for import in imports {
        match (import.plain, behind) {
            (Some(plain), _) if plain < name => behind = Some(import.end),
            (_, None) => return Some(ImportPlace::Before(import.start)),
            (_, Some(end)) => return Some(ImportPlace::Behind(end)),
        }
    }
    behind.map(ImportPlace::Behind)
}

//! From a dotted name to a file.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use loopmend_catalog::Words;
use rustc_hash::FxHashMap;

use crate::environment::SearchPath;
use crate::listing::{Candidates, DirectoryCache, Listing};
use crate::roots::{Root, RootKind, StandalonePackage};
use crate::{FileStamp, ProjectFile, paths, standard_library};

/// A first-party import root, by its place in [`crate::Project::roots`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RootId(pub u32);

/// Whose a module is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum Origin {
    /// The project's.
    FirstParty,
    /// The standard library's (never returned by the project; typeshed is packed into the binary).
    StandardLibrary,
    /// Installed.
    ThirdParty,
}

/// The file of a module on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModuleFile {
    /// The absolute path; of a namespace package, its directory.
    pub path: PathBuf,
    /// Whether it is a package (`__init__`, or a namespace package).
    pub is_package: bool,
    /// Whether it is a namespace package: a directory without a file to parse.
    pub is_namespace: bool,
    /// Whether it is a `.pyi`.
    pub is_stub: bool,
    /// First or third party.
    pub origin: Origin,
    /// Of a first-party module, its root.
    pub root: Option<RootId>,
    /// Size and time (zero for a namespace package).
    pub stamp: FileStamp,
}

/// A directory that modules are searched in, with the root it is part of.
#[derive(Clone, Debug)]
struct Portion {
    path: PathBuf,
    root: Option<RootId>,
}

/// What a name is in one directory.
enum Found {
    /// A package with a file, or a module.
    Regular(ModuleLocation),
    /// A directory without `__init__`.
    Namespace(PathBuf),
    Nothing,
}

#[derive(Clone, Debug)]
struct ModuleLocation {
    path: PathBuf,
    /// Of a package, its directory.
    directory: Option<PathBuf>,
    is_stub: bool,
}

/// The directory around a path with the documentation of one version: `versioned_docs/version-1.0` (docusaurus.io/docs/versioning).
fn documented_version(path: &Path) -> Option<&Path> {
    let name_of = |directory: &Path| directory.file_name()?.to_str().map(str::to_owned);
    path.ancestors().find(|directory| {
        let (name, around) = (name_of(directory), directory.parent().and_then(name_of));
        let is_of_versions = |around: String| {
            let mut known = Words::VersionedDirectories.all().iter();
            known.any(|known| around.strip_suffix(known).is_some_and(|id| id.is_empty() || id.ends_with('_')))
        };
        let is_version =
            |name: String| Words::VersionDirectories.all().iter().any(|start| name.starts_with(start));
        around.is_some_and(is_of_versions) && name.is_some_and(is_version)
    })
}

/// Finds modules by their names. Results are not kept; directory listings are.
#[derive(Debug)]
pub(crate) struct Resolver {
    directories: Arc<DirectoryCache>,
    roots: Vec<Root>,
    /// The packages that may be deployed alone; the ids of their directories follow those of the roots.
    standalone: Vec<StandalonePackage>,
    /// The roots that have something under a top-level name.
    roots_by_name: FxHashMap<Box<str>, Vec<RootId>>,
    installed: SearchPath,
    /// Of the listed files, so that they are not asked for again.
    stamps: FxHashMap<Box<OsStr>, FileStamp>,
}

impl Resolver {
    /// `roots` are those of [`crate::Project::roots`], in that order.
    pub(crate) fn new(
        directories: Arc<DirectoryCache>,
        roots: Vec<Root>,
        standalone: Vec<StandalonePackage>,
        installed: SearchPath,
        files: &[ProjectFile],
    ) -> Self {
        let stamps = files.iter().map(|file| (file.path.as_os_str().into(), file.stamp)).collect();
        let mut roots_by_name: FxHashMap<Box<str>, Vec<RootId>> = FxHashMap::default();
        for (id, root) in (0..).map(RootId).zip(&roots) {
            if let Some(listing) = directories.listing(&root.path) {
                for name in listing.importable_names() {
                    roots_by_name.entry(name.into()).or_default().push(id);
                }
            }
        }
        Self { directories, roots, standalone, roots_by_name, installed, stamps }
    }

    /// See [`crate::Project::import_root`].
    pub(crate) fn import_root(&self, file: &Path, root: RootId) -> RootId {
        let place_of = |directory: &Path| {
            self.standalone.binary_search_by(|package| {
                (package.directory.as_path(), package.root).cmp(&(directory, root))
            })
        };
        let around = if self.standalone.is_empty() { None } else { file.parent() };
        let found = around.and_then(|around| around.ancestors().find_map(|it| place_of(it).ok()));
        found.map_or(root, |index| RootId((self.roots.len() + index) as u32))
    }

    /// Returns the package that may be deployed alone and has this id, if it is one.
    fn standalone(&self, id: RootId) -> Option<&StandalonePackage> {
        self.standalone.get((id.0 as usize).checked_sub(self.roots.len())?)
    }

    /// See [`crate::Project::resolve_first_party`].
    pub(crate) fn first_party(&self, module: &str, from: Option<RootId>) -> Option<ModuleFile> {
        let Some(package) = from.and_then(|from| self.standalone(from)) else {
            return self.find_first_party(module, from);
        };
        let top = module.split('.').next().unwrap_or_default();
        let is_ambiguous = self.candidates(&package.directory, top) != Candidates::default()
            && !standard_library::contains(top);
        let found = self.find_first_party(module, Some(package.root))?;
        (!is_ambiguous || found.path.starts_with(&package.directory)).then_some(found)
    }

    fn find_first_party(&self, module: &str, from: Option<RootId>) -> Option<ModuleFile> {
        let top = module.split('.').next().unwrap_or_default();
        // No file takes the place of a module that is part of the interpreter.
        if standard_library::is_built_in(top) {
            return None;
        }
        let candidates = self.roots_by_name.get(top)?;
        let mut ranked: Vec<_> =
            candidates.iter().map(|id| (self.rank(*id, from), self.root(*id).order, *id)).collect();
        ranked.sort_unstable();
        let far = ranked.partition_point(|(rank, ..)| *rank <= Rank::SameProject);
        let (near, far) = ranked.split_at(far);
        let of_standard_library = standard_library::contains(top);
        let near = if of_standard_library { self.before_standard_library(near, top) } else { near };
        if let Some((found, id)) = self.regular(near, top) {
            return self.descend(found, module, Some(id), Origin::FirstParty);
        }
        if of_standard_library {
            return None;
        }
        let is_installed = self.is_installed(top);
        let mut portions = if is_installed { Vec::new() } else { self.portions(near, top) };
        let spread_over_projects = !portions.is_empty();
        if spread_over_projects {
            portions.extend(self.portions(far, top));
            if let Some(found) = self.descend_portions(portions, module, Origin::FirstParty) {
                return Some(found);
            }
        }
        if let Some((found, id)) = self.only_regular(far, top) {
            return self.descend(found, module, Some(id), Origin::FirstParty);
        }
        if is_installed || spread_over_projects {
            return None;
        }
        self.descend_portions(self.portions(far, top), module, Origin::FirstParty)
    }

    /// Returns, of roots by distance, the importing file's own one, if it comes before the standard library for a top-level name. pytest
    /// adds the directory of a test to `sys.path` when it has imported many modules of the standard library.
    fn before_standard_library<'r>(&self, ranked: &'r [RankedRoot], top: &str) -> &'r [RankedRoot] {
        match own_only(ranked) {
            [(_, _, id)] if self.root(*id).is_of_tests() && standard_library::is_imported_by_pytest(top) => {
                &[]
            }
            own => own,
        }
    }

    /// See [`crate::Project::is_stated_root`].
    pub(crate) fn is_stated_root(&self, directory: &Path) -> bool {
        self.roots.iter().any(|root| root.kind != RootKind::Guessed && root.path == directory)
    }

    /// See [`crate::Project::is_of_other_version`].
    pub(crate) fn is_of_other_version(&self, module: &Path, from: Option<RootId>) -> bool {
        let from = from.and_then(|from| self.roots.get(from.0 as usize));
        let documented = from.and_then(|from| documented_version(&from.path));
        documented.is_some_and(|directory| !module.starts_with(directory))
    }

    /// The first module or package of that name that is seen in the roots.
    fn regular(&self, roots: &[RankedRoot], top: &str) -> Option<(ModuleLocation, RootId)> {
        roots.iter().find_map(|(rank, _, id)| {
            let root = self.root(*id);
            match self.look(&root.path, top) {
                Found::Regular(found) if self.sees(*rank, root.kind, &found, top) => Some((found, *id)),
                _ => None,
            }
        })
    }

    /// The only module or package of that name that is seen in the roots. Which of several is meant depends on what is installed.
    fn only_regular(&self, roots: &[RankedRoot], top: &str) -> Option<(ModuleLocation, RootId)> {
        let mut found = roots.iter().filter_map(|root| self.regular(std::slice::from_ref(root), top));
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// The directories of a namespace package. Those of guessed roots count for their own files only, and
    /// the directory of a project is no package.
    fn portions(&self, roots: &[RankedRoot], top: &str) -> Vec<Portion> {
        let seen = roots.iter().filter(|(rank, ..)| *rank != Rank::OtherGuessed);
        let is_project = |path: &Path| {
            self.roots
                .iter()
                .any(|root| root.kind == RootKind::Project && root.path.as_os_str() == path.as_os_str())
        };
        seen.filter_map(|(_, _, id)| match self.look(&self.root(*id).path, top) {
            Found::Namespace(path) if !is_project(&path) => Some(Portion { path, root: Some(*id) }),
            _ => None,
        })
        .collect()
    }

    /// Whether a file sees what a root has under a top-level name.
    fn sees(&self, rank: Rank, kind: RootKind, found: &ModuleLocation, top: &str) -> bool {
        match rank {
            Rank::Own | Rank::Above(_) | Rank::SameProject => true,
            Rank::OtherProject => kind == RootKind::Stated || found.directory.is_some(),
            Rank::OtherGuessed => found.directory.is_some() && !self.is_installed(top),
        }
    }

    fn rank(&self, id: RootId, from: Option<RootId>) -> Rank {
        let root = self.root(id);
        let Some(from) = from.filter(|from| (from.0 as usize) < self.roots.len()) else {
            return if root.kind == RootKind::Guessed { Rank::OtherGuessed } else { Rank::SameProject };
        };
        if from == id {
            return Rank::Own;
        }
        let own = self.root(from);
        match root.kind {
            RootKind::Guessed if own.project == root.project && own.path.starts_with(&root.path) => {
                Rank::Above(own.path.components().count() - root.path.components().count())
            }
            RootKind::Guessed => Rank::OtherGuessed,
            RootKind::Stated | RootKind::Project if own.project == root.project => Rank::SameProject,
            RootKind::Stated | RootKind::Project => Rank::OtherProject,
        }
    }

    fn root(&self, id: RootId) -> &Root {
        &self.roots[id.0 as usize]
    }

    fn is_installed(&self, top: &str) -> bool {
        let is_in = |directory: &PathBuf| matches!(self.look(directory, top), Found::Regular(_));
        !self.installed.hides(top)
            && (self.installed.mapped(top).is_some() || self.installed.directories().iter().any(is_in))
    }

    /// Whether an import root or the environment has anything under a top-level name, be it without source.
    pub(crate) fn provides(&self, top: &str, from: Option<RootId>) -> bool {
        let standalone = from.and_then(|from| self.standalone(from));
        let from = standalone.map(|package| package.root).or(from);
        let is_in = |directory: &PathBuf| {
            self.candidates(directory, top) != Candidates::default()
                || self.candidates(directory, &format!("{top}-stubs")).directory
        };
        self.find_first_party(top, from).is_some()
            || self.roots.iter().any(|root| self.candidates(&root.path, top).compiled)
            || !self.installed.hides(top)
                && (self.installed.mapped(top).is_some() || self.installed.directories().iter().any(is_in))
    }

    fn candidates(&self, directory: &Path, name: &str) -> Candidates {
        self.directories.listing(directory).map_or_else(Candidates::default, |it| it.candidates(name))
    }

    /// See [`crate::Project::resolve_third_party`]. Stub packages first; a module that they do not have is taken from the package itself, whether or not
    /// they say that they are partial: more is known that way.
    pub(crate) fn third_party(&self, module: &str) -> Option<ModuleFile> {
        if self.installed.hides(module) {
            return None;
        }
        let top = module.split('.').next().unwrap_or_default();
        let stubs = format!("{top}-stubs");
        let stub_directories = self.installed.directories().iter().filter_map(|directory| {
            let listing = self.directories.listing(directory)?;
            listing.candidates(&stubs).directory.then(|| directory.join(&stubs))
        });
        for directory in stub_directories {
            let found = match self.package_in(&directory) {
                Some(package) => self.descend(package, module, None, Origin::ThirdParty),
                None => {
                    let portion = Portion { path: directory, root: None };
                    self.descend_portions(vec![portion], module, Origin::ThirdParty)
                }
            };
            if found.as_ref().is_some_and(|found| !found.is_namespace) {
                return found;
            }
        }
        self.find_mapped(module).or_else(|| self.find_installed(module, top))
    }

    /// A package can be spread over several directories by `pkgutil.extend_path`, so the search goes on.
    fn find_installed(&self, module: &str, top: &str) -> Option<ModuleFile> {
        let mut portions = Vec::new();
        for directory in self.installed.directories() {
            match self.look(directory, top) {
                Found::Regular(found) => {
                    if let Some(found) = self.descend(found, module, None, Origin::ThirdParty) {
                        return Some(found);
                    }
                }
                Found::Namespace(path) => portions.push(Portion { path, root: None }),
                Found::Nothing => {}
            }
        }
        self.descend_portions(portions, module, Origin::ThirdParty)
    }

    /// Modules of editable installs whose place is stated by name; the longest name counts.
    fn find_mapped(&self, module: &str) -> Option<ModuleFile> {
        let ends = module.match_indices('.').map(|(at, _)| at).chain([module.len()]);
        let ends: Vec<usize> = ends.collect();
        ends.into_iter().rev().find_map(|end| {
            let path = self.installed.mapped(&module[..end])?;
            let name = module[..end].rsplit('.').next().unwrap_or_default();
            let rest = format!("{name}{}", &module[end..]);
            let found = self.package_in(path).or_else(|| self.module_at(path));
            match found {
                Some(found) => self.descend(found, &rest, None, Origin::ThirdParty),
                None => {
                    let portion = Portion { path: path.clone(), root: None };
                    self.descend_portions(vec![portion], &rest, Origin::ThirdParty)
                }
            }
        })
    }

    /// The rest of `module`, whose first part is `found`.
    fn descend(
        &self,
        found: ModuleLocation,
        module: &str,
        root: Option<RootId>,
        origin: Origin,
    ) -> Option<ModuleFile> {
        let mut found = found;
        let mut names = module.split('.').skip(1);
        while let Some(name) = names.next() {
            let directory = found.directory.as_ref()?;
            match self.look(directory, name) {
                Found::Regular(inner) => found = inner,
                Found::Namespace(path) => {
                    let rest = std::iter::once(name).chain(names).collect::<Vec<_>>().join(".");
                    return self.descend_portions(vec![Portion { path, root }], &rest, origin);
                }
                Found::Nothing => return None,
            }
        }
        Some(ModuleFile {
            stamp: self.stamp(&found.path)?,
            is_package: found.directory.is_some(),
            is_namespace: false,
            is_stub: found.is_stub,
            origin,
            root,
            path: found.path,
        })
    }

    /// The rest of `module`, whose first part is a namespace package with these directories.
    fn descend_portions(&self, portions: Vec<Portion>, module: &str, origin: Origin) -> Option<ModuleFile> {
        let mut portions = portions;
        let mut rest = module;
        while let Some((_, inner)) = rest.split_once('.') {
            rest = inner;
            let name = inner.split('.').next().unwrap_or_default();
            let mut next = Vec::new();
            for portion in portions {
                match self.look(&portion.path, name) {
                    Found::Regular(found) => return self.descend(found, inner, portion.root, origin),
                    Found::Namespace(path) => next.push(Portion { path, root: portion.root }),
                    Found::Nothing => {}
                }
            }
            portions = next;
        }
        let portion = portions.into_iter().find(|portion| self.directories.holds_python(&portion.path))?;
        Some(ModuleFile {
            path: portion.path,
            is_package: true,
            is_namespace: true,
            is_stub: false,
            origin,
            root: portion.root,
            stamp: FileStamp::default(),
        })
    }

    fn stamp(&self, path: &Path) -> Option<FileStamp> {
        self.stamps.get(path.as_os_str()).copied().or_else(|| paths::stamp(path))
    }

    /// What `name` is in a directory: a package before a module, a stub before the source.
    fn look(&self, directory: &Path, name: &str) -> Found {
        let Some(listing) = self.directories.listing(directory) else { return Found::Nothing };
        let candidates = listing.candidates(name);
        if candidates.directory
            && let Some(package) = self.package_in(&directory.join(name))
        {
            return Found::Regular(package);
        }
        if let Some(module) = module_in(&listing, directory, name) {
            return Found::Regular(module);
        }
        if candidates.directory { Found::Namespace(directory.join(name)) } else { Found::Nothing }
    }

    fn package_in(&self, directory: &Path) -> Option<ModuleLocation> {
        let listing = self.directories.listing(directory)?;
        let init = module_in(&listing, directory, "__init__")?;
        Some(ModuleLocation { directory: Some(directory.to_path_buf()), ..init })
    }

    /// The module at a path with or without its extension.
    fn module_at(&self, path: &Path) -> Option<ModuleLocation> {
        let directory = path.parent()?;
        module_in(&*self.directories.listing(directory)?, directory, path.file_stem()?.to_str()?)
    }
}

fn module_in(listing: &Listing, directory: &Path, name: &str) -> Option<ModuleLocation> {
    let candidates = listing.candidates(name);
    let extension = if candidates.stub { "pyi" } else { "py" };
    let exists = candidates.stub || candidates.source;
    exists.then(|| ModuleLocation {
        path: directory.join(format!("{name}.{extension}")),
        directory: None,
        is_stub: candidates.stub,
    })
}

/// A root with its distance and its place among the roots of its project.
type RankedRoot = (Rank, u32, RootId);

/// Of roots by distance, the importing file's own one.
fn own_only(ranked: &[RankedRoot]) -> &[RankedRoot] {
    &ranked[..ranked.partition_point(|(rank, ..)| *rank == Rank::Own)]
}

/// How near a root is to the file that imports; lower ones are searched first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Own,
    /// A guessed root that many levels above the own one.
    Above(usize),
    SameProject,
    OtherProject,
    OtherGuessed,
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::documented_version;

    #[test]
    fn documentation_of_one_version_has_a_directory() {
        let found =
            |path| documented_version(Path::new(path)).map(|directory| directory.display().to_string());
        let version = "/p/website/versioned_docs/version-0.6";
        assert_eq!(found("/p/website/versioned_docs/version-0.6/guides/code"), Some(version.to_owned()));
        assert_eq!(found(version), Some(version.to_owned()));
        assert!(found("/p/api_versioned_docs/version-2.x").is_some());
        for path in [
            "/p/versioned_docs",
            "/p/docs/version-1",
            "/p/versioned_docs/current",
            "/p/unversioned_docs/version-1",
        ] {
            assert_eq!(found(path), None, "{path}");
        }
    }
}

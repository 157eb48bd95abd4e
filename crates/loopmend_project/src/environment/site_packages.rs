//! What is installed: the directories that imports search, editable installs, distributions.

use std::fs;
use std::path::{Path, PathBuf};

use loopmend_files::MAX_CONFIGURATION;
use percent_encoding::percent_decode_str;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::bounds::Bounds;
use crate::environment::{normalized_name, push_directory};
use crate::paths;
use crate::python_literals::{calls_with_two_strings, dictionary_after, namespaces_after};

/// An installed distribution.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Distribution {
    /// Its name, as its `dist-info` directory spells it.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its `dist-info` directory.
    pub path: PathBuf,
}

impl Distribution {
    /// Whether it has this name, which is normalised as PEP 503 says.
    pub fn is_named(&self, normalised: &str) -> bool {
        let as_one = |byte: u8| if matches!(byte, b'_' | b'.') { b'-' } else { byte.to_ascii_lowercase() };
        self.name.len() == normalised.len() && self.name.bytes().map(as_one).eq(normalised.bytes())
    }

    /// The modules and packages that it installs, by their dotted names: those that no package of it contains.
    fn modules(&self, bounds: &Bounds) -> Vec<String> {
        let record = bounds.read_text(&self.path.join("RECORD")).unwrap_or_default();
        let paths = || record.lines().filter_map(|line| line.split(',').next());
        let init = |path: &'_ str| -> Option<usize> {
            let end = path.strip_suffix(".pyi").or_else(|| path.strip_suffix(".py"))?;
            end.strip_suffix("/__init__").map(str::len)
        };
        let packages: FxHashSet<&str> = paths().filter_map(|path| Some(&path[..init(path)?])).collect();
        let mut modules: Vec<String> = paths().filter_map(|path| outermost_module(path, &packages)).collect();
        if modules.is_empty() {
            modules.push(normalized_name(&self.name).replace('-', "_"));
        }
        modules.sort_unstable();
        modules.dedup();
        modules
    }

    /// The modules that its entry points of a group name, in the order of the file
    /// (packaging.python.org/en/latest/specifications/entry-points/).
    pub(crate) fn entry_points(&self, group: &str, bounds: &Bounds) -> Vec<String> {
        let text = bounds.read_text(&self.path.join("entry_points.txt")).unwrap_or_default();
        let header = format!("[{group}]");
        let lines = text.lines().map(str::trim).skip_while(|line| *line != header).skip(1);
        let of_group = lines.take_while(|line| !line.starts_with('['));
        let modules = of_group.filter_map(|line| {
            let (_, target) = line.split_once('=')?;
            let module = target.split([':', '[']).next().unwrap_or(target).trim();
            (!module.is_empty() && !line.starts_with(['#', ';'])).then(|| module.to_owned())
        });
        modules.collect()
    }
}

/// The outermost module or package of a file of a distribution, by its dotted name. A directory without `__init__` is none.
fn outermost_module<'r>(path: &'r str, packages: &FxHashSet<&'r str>) -> Option<String> {
    let stem = path.strip_suffix(".py").or_else(|| path.strip_suffix(".pyi"))?;
    let inside = path.match_indices('/').map(|(at, _)| &path[..at]);
    let package = inside.into_iter().find(|directory| packages.contains(directory));
    let module = package.unwrap_or(stem);
    (!module.starts_with("..")).then(|| module.replace('/', "."))
}

/// The places that installed modules are found in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SearchPath {
    directories: Vec<PathBuf>,
    /// Modules of editable installs, by their dotted names.
    mapped: FxHashMap<String, PathBuf>,
    /// The modules and packages that count as not installed, by their dotted names.
    hidden: FxHashSet<String>,
}

impl SearchPath {
    /// Reads the site-packages directories with their `.pth` files.
    pub(crate) fn read(site_packages: &[PathBuf], bounds: &Bounds) -> Self {
        let mut search_path = Self::default();
        for directory in site_packages {
            push_directory(&mut search_path.directories, directory.clone());
            search_path.read_path_files(directory, bounds);
        }
        search_path
    }

    /// Treats the modules of distributions as not installed.
    pub(crate) fn hide(&mut self, distributions: &[Distribution], bounds: &Bounds) {
        self.hidden.extend(distributions.iter().flat_map(|distribution| distribution.modules(bounds)));
    }

    /// Whether a module counts as not installed, although there is a file of it.
    pub(crate) fn hides(&self, module: &str) -> bool {
        if self.hidden.is_empty() {
            return false;
        }
        let ends = module.match_indices('.').map(|(at, _)| at).chain([module.len()]);
        ends.into_iter().any(|end| self.hidden.contains(&module[..end]))
    }

    /// The directories to search, in order: each site-packages directory, then what its `.pth` files add.
    pub(crate) fn directories(&self) -> &[PathBuf] {
        &self.directories
    }

    /// The file or directory of an editable module, by its dotted name.
    pub(crate) fn mapped(&self, module: &str) -> Option<&PathBuf> {
        self.mapped.get(module)
    }

    /// The editable modules, sorted by name.
    pub(crate) fn all_mapped(&self) -> Vec<(&String, &PathBuf)> {
        let mut mapped: Vec<_> = self.mapped.iter().collect();
        mapped.sort();
        mapped
    }

    fn read_path_files(&mut self, site: &Path, bounds: &Bounds) {
        let mut understood = true;
        for file in files_ending(site, ".pth") {
            let bytes = bounds.read_at_most(&file, MAX_CONFIGURATION).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            for line in text.lines().map(|line| line.trim_start_matches('\u{feff}').trim()) {
                if line.starts_with("import ") || line.starts_with("import\t") {
                    understood &= self.read_import_line(site, line, bounds);
                } else if !line.is_empty() && !line.starts_with('#') {
                    self.push(site, paths::absolute(site, Path::new(line)), bounds);
                }
            }
        }
        if !understood {
            self.add_editable_projects(site, bounds);
        }
    }

    /// An environment of the project adds places of the project only, unless the user names it.
    fn push(&mut self, site: &Path, directory: PathBuf, bounds: &Bounds) {
        if directory.is_dir()
            && let Some(directory) = bounds.place_named(site, directory)
        {
            push_directory(&mut self.directories, directory);
        }
    }

    /// A line that runs code is not run. Those of editable installs import a module beside them whose text
    /// holds the places: setuptools (`__editable___*_finder`), hatch and others by `editables`
    /// (`_editable_impl_*`), scikit-build-core (`_*_editable`). Returns false for an editable install that is
    /// not understood.
    fn read_import_line(&mut self, site: &Path, line: &str, bounds: &Bounds) -> bool {
        let module = line["import".len()..].trim_start().split([';', ' ', ',']).next().unwrap_or_default();
        if !module.contains("editable") {
            return true;
        }
        let Ok(text) = bounds.read_text(&site.join(format!("{module}.py"))) else { return false };
        let mut places = dictionary_after(&text, "MAPPING");
        places.extend(dictionary_after(&text, "install("));
        places.extend(namespaces_after(&text, "NAMESPACES"));
        places.extend(calls_with_two_strings(&text, "map_module("));
        let places: Vec<_> = places.into_iter().filter(|(_, path)| Path::new(path).is_absolute()).collect();
        let found = !places.is_empty();
        for (name, path) in places {
            let path = PathBuf::from(path);
            let is_init = path.file_stem().is_some_and(|stem| stem == "__init__");
            let place =
                if is_init { path.parent().map(Path::to_path_buf) } else { Some(path) }.unwrap_or_default();
            if let Some(place) = bounds.place_named(site, place) {
                self.add_mapped(name, place);
            }
        }
        found
    }

    /// The directories above a mapped `a.b.c` are the namespace packages `a.b` and `a`.
    fn add_mapped(&mut self, name: String, place: PathBuf) {
        let mut outer = name.as_str();
        let mut directory = place.as_path();
        while let Some(((parent_name, last), parent)) = outer.rsplit_once('.').zip(directory.parent()) {
            if directory.file_stem().is_none_or(|stem| stem != last) {
                break;
            }
            self.mapped.entry(parent_name.to_owned()).or_insert_with(|| parent.to_path_buf());
            (outer, directory) = (parent_name, parent);
        }
        self.mapped.insert(name, place);
    }

    /// The directories of projects whose `direct_url.json` (PEP 610) says that they are installed editable.
    fn add_editable_projects(&mut self, site: &Path, bounds: &Bounds) {
        for directory in files_ending(site, ".dist-info") {
            let project = bounds
                .read_text(&directory.join("direct_url.json"))
                .ok()
                .and_then(|text| serde_json::from_str::<DirectUrl>(&text).ok())
                .filter(|direct_url| direct_url.dir_info.editable)
                .and_then(|direct_url| path_of_file_url(&direct_url.url));
            if let Some(project) = project {
                let source = project.join("src");
                self.push(site, if source.is_dir() { source } else { project }, bounds);
            }
        }
    }
}

/// The installed distributions, sorted.
pub(crate) fn distributions(site_packages: &[PathBuf], bounds: &Bounds) -> Vec<Distribution> {
    let directories = site_packages.iter().flat_map(|site| files_ending(site, ".dist-info"));
    let mut distributions: Vec<Distribution> = directories
        .filter(|path| !path.is_symlink() || !bounds.leads_out(path))
        .filter_map(|path| {
            let stem = path.file_stem()?.to_str()?;
            let (name, version) = stem.rsplit_once('-')?;
            Some(Distribution { name: name.to_owned(), version: version.to_owned(), path })
        })
        .collect();
    distributions.sort();
    distributions
}

#[derive(Deserialize)]
struct DirectUrl {
    url: String,
    #[serde(default)]
    dir_info: DirectoryInfo,
}

#[derive(Default, Deserialize)]
struct DirectoryInfo {
    #[serde(default)]
    editable: bool,
}

fn path_of_file_url(url: &str) -> Option<PathBuf> {
    let path = percent_decode_str(url.strip_prefix("file://")?).decode_utf8().ok()?;
    Some(PathBuf::from(path.into_owned()))
}

/// The entries of a directory with this ending, sorted.
fn files_ending(directory: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.ends_with(ending)))
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
}

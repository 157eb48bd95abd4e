//! The texts that generated files are made from.

use std::fs;
use std::io;
use std::path::Path;

/// Stubs as typeshed writes them.
const STUBS: &[&str] = &[
    "import sys\nfrom typing import Any, Generic, TypeVar, overload\n_T = TypeVar('_T')\nif sys.version_info >= (3, 11):\n    \
     from .taskgroups import *\nelse:\n    from .tasks import *\nclass Future(Generic[_T]):\n    _loop: Any\n    \
     @property\n    def _exception(self) -> BaseException | None: ...\n    @overload\n    def result(self: Future[int]) -> int: ...\n    \
     @overload\n    async def result(self) -> _T: ...\n    def __await__(self) -> Generator[Any, None, _T]: ...\n",
    "from _typeshed import Self\nfrom collections.abc import Awaitable, Callable, Coroutine\n__all__ = ['run', 'Runner']\n\
     class Runner:\n    def __enter__(self) -> Self: ...\n    def run(self, coro: Coroutine[Any, Any, _T], *, context: Context | None = None) -> _T: ...\n\
     def run(main: Coroutine[Any, Any, _T]) -> _T: ...\nasync def sleep(delay: float, result: _T = ...) -> _T: ...\n\
     Handler = Callable[['Handler'], Awaitable['Handler | None']]\n",
];

/// All Python files below `tests/probes`, the Python blocks of the rules' pages, and some stubs, in a
/// fixed order. Fails if a directory or file cannot be read.
pub(crate) fn seeds(root: &Path) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    collect(&root.join("tests/probes"), "py", &mut paths)?;
    let mut pages = Vec::new();
    collect(&root.join("crates/loopmend_rules/src/rules"), "md", &mut pages)?;
    let mut seeds: Vec<String> = STUBS.iter().map(|text| (*text).to_owned()).collect();
    for path in paths {
        seeds.push(fs::read_to_string(path)?);
    }
    for page in pages {
        seeds.extend(python_blocks(&fs::read_to_string(page)?));
    }
    Ok(seeds)
}

fn collect(directory: &Path, extension: &str, into: &mut Vec<std::path::PathBuf>) -> io::Result<()> {
    let mut entries: Vec<_> =
        fs::read_dir(directory)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, extension, into)?;
        } else if path.extension().is_some_and(|found| found == extension) {
            into.push(path);
        }
    }
    Ok(())
}

fn python_blocks(page: &str) -> impl Iterator<Item = String> {
    let blocks = page.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.strip_prefix("py")).map(|block| {
        let code = block.split_once('\n').map_or("", |(_, code)| code);
        format!("{code}\n")
    })
}

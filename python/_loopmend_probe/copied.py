"""Has a run in a copy of a project import the copy, where an installation leads to the original."""

import importlib.machinery
import importlib.util
import os
import sys
import threading
from typing import Any, Dict, Iterable, List, Optional, Sequence, Tuple

_EDITABLE = "__editable__"
"""What the finders of setuptools for editable installations have in the names of their modules."""

_STANDARD_LIBRARY = os.path.realpath(os.path.dirname(os.__file__))

_stat = os.stat
"""As it is before tools that find blocking calls replace it: modules are imported on event loops too."""


class Copied:
    """Leads imports from the original tree to the copy.

    A project is on the path of imports by a `.pth` file, by a finder that an editable installation brings, or by
    `PYTHONPATH`. Whatever names the original is asked as before; the answer is moved into the copy.
    """

    def __init__(self, original: str, copy: str, edited: Sequence[str] = ()) -> None:
        self.original = original
        self.copy = copy
        self.edited = edited
        """The files that are edited, by their paths below the top."""
        self._linked = {identity(os.path.join(original, file)): os.path.join(copy, file) for file in edited}
        """The same files in the copy, by what the original is to the file system: an installation may link to it."""
        self._asking = threading.local()

    def install(self) -> None:
        """Moves what is on the path already, for this process and for those that it starts."""
        moved = [self.moved(path) for path in sys.path]
        changed = [new for old, new in zip(sys.path, moved) if new != old]
        sys.path[:] = moved
        sys.meta_path.insert(0, self)
        self._tell_children(unique(changed + self._editable_roots()))

    def _tell_children(self, roots: Sequence[str]) -> None:
        given = os.environ.get("PYTHONPATH", "")
        paths = [self.moved(path) for path in given.split(os.pathsep) if path]
        os.environ["PYTHONPATH"] = os.pathsep.join(unique([*roots, *paths]))

    def _editable_roots(self) -> List[str]:
        """The directories in the copy whose packages a finder of setuptools names one by one."""
        roots: List[str] = []
        for name, module in list(sys.modules.items()):
            mapping = getattr(module, "MAPPING", None) if name.startswith(_EDITABLE) else None
            if isinstance(mapping, dict):
                moved = {path: self.moved(path) for path in mapping.values() if isinstance(path, str)}
                roots += [os.path.dirname(new) for old, new in moved.items() if new != old]
        return roots

    def moved(self, path: Any) -> Any:
        """The same path in the copy, where it lies in the original and the copy has it."""
        if not isinstance(path, str) or not self.is_original(path):
            return path
        there = self.copy + path[len(self.original) :]
        return path if identity(there) is None else there

    def is_original(self, path: str) -> bool:
        """Whether a path lies in the original tree."""
        return path == self.original or path.startswith(self.original + os.sep)

    def find_spec(self, name: str, path: Optional[Iterable[str]] = None, target: Any = None) -> Any:
        """What the other finders find, moved into the copy."""
        if getattr(self._asking, "is_active", False) or (path is not None and not self._names_original(path)):
            return None
        self._asking.is_active = True
        try:
            spec = self._found_by_others(name, path, target)
            return spec if spec is None else self._moved_spec(name, spec)
        finally:
            self._asking.is_active = False

    def _names_original(self, path: Iterable[str]) -> bool:
        return any(isinstance(entry, str) and self.is_original(entry) for entry in path)

    def _found_by_others(self, name: str, path: Optional[Iterable[str]], target: Any) -> Any:
        for finder in list(sys.meta_path):
            find = None if finder is self else getattr(finder, "find_spec", None)
            spec = find(name, path, target) if find is not None else None
            if spec is not None:
                return spec
        return None

    def _moved_spec(self, name: str, spec: Any) -> Any:
        if isinstance(spec.origin, str) and self.is_original(spec.origin):
            return self._from_copy(name, spec.origin) or self._linked_copy(name, spec) or spec
        places = spec.submodule_search_locations
        if spec.loader is None and places is not None and self._names_original(places):
            namespace = importlib.machinery.ModuleSpec(name, None, is_package=True)
            namespace.submodule_search_locations = [self.moved(place) for place in places]
            return namespace
        return spec

    def _from_copy(self, name: str, origin: str) -> Any:
        """The module as the directory in the copy has it; `None` where it is not there."""
        there = self.moved(origin)
        if there == origin:
            return None
        directory = os.path.dirname(there)
        if os.path.basename(there).startswith("__init__."):
            directory = os.path.dirname(directory)
        return importlib.machinery.PathFinder.find_spec(name, [directory])

    def _linked_copy(self, name: str, spec: Any) -> Any:
        """The edited file that another place links to, as the module that is found there."""
        there = self._linked.get(identity(spec.origin))
        if there is None:
            return None
        return importlib.util.spec_from_file_location(
            name, there, submodule_search_locations=spec.submodule_search_locations
        )

    def imported(self) -> List[Dict[str, str]]:
        """Which of the edited files were imported, and from which tree: `elsewhere` is another installation."""
        wanted = {os.path.join(top, file): (file, tree) for file in self.edited for top, tree in self._trees()}
        found = {wanted[path] for path in map(file_of, list(sys.modules.values())) if path in wanted}
        known = {file for file, _tree in found}
        found |= {(file, "elsewhere") for file in self.edited if file not in known and self._is_elsewhere(file)}
        return [{"file": file, "from": tree} for file, tree in sorted(found)]

    def _is_elsewhere(self, file: str) -> bool:
        """Whether the module that an edited file would be was imported from a tree that is none of the two."""
        there = file_of(sys.modules.get(self._module_name(file)))
        is_known = any(is_below(there, os.path.realpath(tree)) for tree in (self.copy, self.original))
        return bool(there) and not is_known and not is_standard(there)

    def _module_name(self, file: str) -> str:
        """The dotted name of a file, by the packages around it."""
        path = os.path.splitext(os.path.join(self.copy, file))[0]
        directory, name = os.path.split(path)
        names = [] if name == "__init__" else [name]
        while identity(os.path.join(directory, "__init__.py")) is not None and directory != self.copy:
            directory, name = os.path.split(directory)
            names.insert(0, name)
        return ".".join(names)

    def _trees(self) -> Iterable[Any]:
        return (self.copy, "copy"), (self.original, "original")


def identity(path: str) -> Optional[Tuple[int, int]]:
    """What a file is to the file system; `None` where there is none."""
    try:
        status = _stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def file_of(module: Any) -> str:
    """The file of a module; empty where it has none."""
    try:
        path = module.__file__
        return os.path.realpath(path) if isinstance(path, str) else ""
    except Exception:  # a module may be any object, whose attributes do anything
        return ""


def is_below(path: str, directory: str) -> bool:
    """Whether a path lies in a directory."""
    return path.startswith(directory + os.sep)


def is_standard(path: str) -> bool:
    """Whether a file is one of the standard library."""
    return is_below(path, _STANDARD_LIBRARY) and "site-packages" not in path[len(_STANDARD_LIBRARY) :]


def unique(paths: Iterable[str]) -> List[str]:
    """The paths without those that came before."""
    return list(dict.fromkeys(paths))

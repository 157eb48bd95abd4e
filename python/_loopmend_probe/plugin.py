"""The plugin of pytest that runs the probe. It does nothing unless the environment names the directory of a run."""

import contextlib
import functools
import os
import subprocess
from typing import Any, Generator, Iterable, List, Optional, Set

import pytest

from . import again, facts, heap, origin, outcomes
from .place import Place
from .probe import Probe
from .verifying import Verifying, about

DIRECTORY = "LOOPMEND_PROBE_DIRECTORY"
"""The variable with the directory that events are written to. Workers of pytest-xdist inherit it."""
DEPTH = "LOOPMEND_PROBE_DEPTH"
"""The variable with the number of frames that are kept of each stack, where whole stacks are."""
SUSPECTS = "LOOPMEND_PROBE_SUSPECTS"
"""The variable with the file that names the tests which run once more; without it, all run."""
BLOCKING = "LOOPMEND_PROBE_BLOCKING"
"""The variable with the milliseconds that a loop may be held; without it, nobody looks."""
MEMORY = "LOOPMEND_PROBE_MEMORY"
"""The variable that is `1` where the size of the process is measured before and after each test."""
VERIFY = "LOOPMEND_PROBE_VERIFY"
"""The variable with the file that says what `fix --verify` asks of the run."""
MARKER = "loopmend(allow=[...]): rules of `loopmend test` that this test may have"

IN_SETUP = ("pytest_runtest_setup", "pytest_runtest_call", "pytest_runtest_makereport", "pytest_runtest_logreport")
"""The hooks by which a suite has something run between the fixtures of a test and its call."""

_probe: Optional[Probe] = None
_verifying: Optional[Verifying] = None
_is_watched = False


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: Any) -> None:
    """Starts the probe before the suite's own code is imported."""
    begin(early_config)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: Any) -> None:
    """Registers the marker, and the hooks where there is a probe."""
    begin(config)
    config.addinivalue_line("markers", MARKER)
    watch(config)


def watch(config: Any) -> None:
    """Has the session tell the probe where it is. A session that a test starts in the same process does not."""
    global _is_watched
    if _probe is not None and not _is_watched:
        _is_watched = True
        config.pluginmanager.register(Hooks(_probe), "loopmend-probe")
        suspects = os.environ.get(SUSPECTS)
        if suspects:
            config.pluginmanager.register(again.Again(config, suspects), "loopmend-again")
        if _verifying is not None:
            _verifying.configure(config)
            config.pluginmanager.register(_verifying, "loopmend-verifying")


def begin(config: Any) -> None:
    """Starts the probe of this process, once, where a run asks for it."""
    global _probe, _verifying
    directory = os.environ.get(DIRECTORY)
    if _probe is not None or not directory or not os.path.isdir(directory):
        return
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    depth = number(DEPTH, 1)
    if depth > 1:
        origin.keep_whole_stacks(depth)
    _probe = Probe(directory, worker, depth, number(BLOCKING, 0) / 1000, number(MEMORY, 0) > 0)
    _probe.start(pytest=pytest.__version__, plugins=plugins(config))
    asked = os.environ.get(VERIFY)
    if asked:
        _verifying = Verifying(asked, _probe.sink, _probe.now)
        _probe.before_finish.append(_verifying.finish)
        _verifying.start()


def number(variable: str, otherwise: int) -> int:
    """The number in a variable of the environment."""
    text = os.environ.get(variable, "")
    return int(text) if text.isdigit() else otherwise


def plugins(config: Any) -> List[str]:
    """The installed plugins with their versions, as far as pytest says."""
    try:
        found = config.pluginmanager.list_plugin_distinfo()
        return sorted({f"{distribution.project_name} {distribution.version}" for _plugin, distribution in found})
    except Exception:
        return []


class Hooks:
    """Tells the probe where the session is."""

    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self._process = 0
        """The process that a test was to run in."""
        self._is_child = False
        """Whether it runs in a child of that, which `--forked` makes for it."""
        self._only_fixtures_set_up = False
        """`True` if the suite runs nothing between the last fixture of a test and its call: no hook of a `conftest.py`,
        no items but functions."""

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_make_collect_report(self, collector: Any) -> Generator[None, Any, None]:
        """A file that is imported makes things too."""
        left = self.probe.now.place
        self.probe.step(Place(str(collector.nodeid), "collection"))
        yield
        self.probe.step(left)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: Any) -> None:
        """Learns which files are tests, and what their markers allow."""
        try:
            self._learn(session)
        except Exception:
            self.probe.findings.error("collection")

    def _learn(self, session: Any) -> None:
        files: Set[str] = self.probe.test_files
        for item in session.items:
            files.add(str(getattr(item, "path", None) or item.fspath))
            allowed = set(allowed_by(item))
            if allowed:
                self.probe.sink.write("allow", test=item.nodeid, rules=sorted(allowed))
        manager = session.config.pluginmanager
        conftests = [it for it in manager.get_plugins() if is_conftest(it)]
        files.update(str(it.__file__) for it in conftests)
        self._only_fixtures_set_up = all(isinstance(it, pytest.Function) for it in session.items) and not any(
            hasattr(conftest, hook) for conftest in conftests for hook in IN_SETUP
        )

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: Any) -> Generator[None, Any, None]:
        """One test, with its fixtures."""
        self.probe.move(Place(item.nodeid, "setup"))
        began = self.probe.gathered(self.probe.facts.begin)
        self.probe.sink.write_test(item.nodeid, "started", "at", began)
        self._process = os.getpid()
        yield
        known = self.probe.gathered(self.probe.facts.end)
        self.probe.sink.write_test(item.nodeid, "finished", "facts", known)
        self.probe.enter(Place("", "session"))

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: Any) -> None:
        """The fixtures of one test, as far as they are not there."""
        self.probe.move(Place(item.nodeid, "setup"))
        self.probe.gathered(self.probe.facts.set_up)
        if not self._is_child and os.getpid() != self._process:
            self._is_child = True
            self.probe.gathered(heap.begin_child)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: Any) -> Generator[None, Any, None]:
        """The test itself."""
        self.probe.enter(Place(item.nodeid, "call"), was_left=self._only_fixtures_set_up)
        self.probe.gathered(self.probe.facts.call)
        self.probe.gathered(self.probe.called, getattr(item, "function", None))
        yield
        self.probe.called(None)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: Any) -> Generator[None, Any, None]:
        """The fixtures that are not needed any more."""
        self.probe.enter(Place(item.nodeid, "teardown"))
        yield
        self.probe.gathered(self._torn_down, item)
        if self._is_child:
            self.probe.finish_child(item.nodeid)

    def _torn_down(self, item: Any) -> None:
        """Has the report of the teardown carry the facts, where reports in the form of JUnit are written."""
        test = self.probe.facts.torn_down()
        if test is not None and getattr(item.config.option, "xmlpath", None):
            facts.add_properties(item, test)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """One phase of a test is over, and judged."""
        self.probe.gathered(self.probe.facts.reported, report)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, None]:
        """One fixture: the finalizer that is added last runs first, and so says when its teardown begins."""
        if is_parameter(fixturedef):
            yield
            return
        left = self.probe.now.place
        name = shown(fixturedef.argname)
        self._go(left.with_fixture(name, fixturedef.scope))
        outcome = yield
        if outcome.excinfo is not None:
            self.probe.gathered(self.probe.crossings.left_fixture, outcome.excinfo[1], self.probe.now.place)
        if getattr(fixturedef, "_finalizers", True):
            fixturedef.addfinalizer(functools.partial(self._tear_down, name))
        self.probe.step(left)

    def _go(self, place: Place) -> None:
        """Enters a fixture. Outside of the others, only pytest ran since the last one was left."""
        left = self.probe.now.place
        if left.fixture or left.phase == "call":
            self.probe.step(place)
        else:
            self.probe.move(place)

    def _tear_down(self, name: str) -> None:
        self._go(self.probe.now.place.with_fixture(name))

    def pytest_exception_interact(self, node: Any, call: Any) -> None:
        """Something failed that was not expected to."""
        if call.excinfo is not None:
            self.probe.gathered(self.probe.crossings.look, call.excinfo.value)
            self.probe.gathered(self.probe.standing.look, call.excinfo.value)
            outcomes.note_reported(call.excinfo.value)
            if _verifying is None:
                self.probe.gathered(self._failed, node, call)

    def _failed(self, node: Any, call: Any) -> None:
        """Tells why a test failed, or why a file could not be collected."""
        phase = "collection" if call.when == "collect" else call.when
        self.probe.sink.write_failure(node.nodeid, phase=phase, **about(call.excinfo.value))

    def pytest_fixture_post_finalizer(self, fixturedef: Any) -> None:
        """One fixture is gone."""
        place = self.probe.now.place
        if place.fixture == shown(fixturedef.argname):
            self.probe.step(place.with_fixture(""))

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: Any) -> None:
        """A worker of pytest-xdist ended: with an error, where it had tests to run."""
        if error:
            self.probe.gathered(self._worker_ended, node)

    def _worker_ended(self, node: Any) -> None:
        process = getattr(getattr(node.gateway, "_io", None), "popen", None)
        status = None
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                status = process.wait(timeout=1)
        self.probe.sink.write("worker_ended", worker=node.gateway.id, status=status)

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_sessionfinish(self) -> Generator[None, Any, None]:
        """The end of the session, after what others do then."""
        yield
        self.probe.enter(Place("", "session"))
        self.probe.finish()


def allowed_by(item: Any) -> Iterable[str]:
    """The rules that the markers of a test allow."""
    for marker in item.iter_markers("loopmend"):
        allow = marker.kwargs.get("allow", ())
        yield from map(str, allow) if isinstance(allow, (list, tuple, set)) else [str(allow)]


def shown(fixture: str) -> str:
    """The name of a fixture; none for those that stand for `setup_method` and its kin."""
    return "" if fixture.lstrip("_").startswith(("xunit_", "unittest_")) else fixture


def is_parameter(fixture: Any) -> bool:
    """Whether a fixture stands for a parameter of a test: nothing of the suite runs for it."""
    return getattr(fixture.func, "__name__", "") == "get_direct_param_fixture_func"


def is_conftest(plugin: Any) -> bool:
    """Whether a plugin is a `conftest.py`."""
    path = getattr(plugin, "__file__", None)
    return isinstance(path, str) and os.path.basename(path) == "conftest.py"

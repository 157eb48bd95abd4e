"""What was found: each thing is told once, with where it was made and when it was noticed."""

import traceback
from typing import Any, Dict, List, Optional, Sequence

from .place import Now, Place
from .sink import Sink

_MAX_WORDS = 4000
"""How many characters are written of words that the suite chooses."""


class Findings:
    """Writes findings, and what went wrong in the probe itself."""

    def __init__(self, sink: Sink, now: Now) -> None:
        self.sink = sink
        self.now = now
        self.test = ""
        """The test to which a child of the process was given: what others made is told by the process. Empty there."""
        self._errors = 0

    def tell(
        self,
        rule: str,
        what: str,
        frames: List[Dict[str, Any]],
        born: Place,
        *,
        how: str,
        **more: Any,
    ) -> None:
        """Writes one finding of a rule of loopmend: `born` is where it comes from, `how` says what brought it to
        light now."""
        if self.test and born.test != self.test:
            return
        calls = tuple((it["file"], it["line"], it["function"]) for it in frames)
        key = (rule, what, calls, born.test, born.phase, born.fixture, more.get("expected", False))
        self.sink.write_finding(key, lambda: self.fields(rule, what, frames, born, how=how, **more))

    def fields(
        self,
        rule: str,
        what: str,
        frames: List[Dict[str, Any]],
        born: Place,
        *,
        how: str,
        defined: Optional[Dict[str, Any]] = None,
        exception: Optional[BaseException] = None,
        message: str = "",
        expected: bool = False,
        milliseconds: int = 0,
        related: Sequence[Dict[str, Any]] = (),
    ) -> Dict[str, Any]:
        """A finding as it is written; `related` has other places that belong to it."""
        fields: Dict[str, Any] = {
            "rule": rule,
            "what": what[:_MAX_WORDS],
            "frames": frames,
            "defined": defined,
            "born": born.as_event(),
            "noticed": self.now.place.as_event(),
            "how": how,
        }
        if exception is not None:
            fields["exception"] = described(exception)
        if message:
            fields["message"] = message[:_MAX_WORDS]
        if milliseconds:
            fields["milliseconds"] = milliseconds
        if expected:
            fields["expected"] = True
        if related:
            fields["related"] = list(related)
        return fields

    def error(self, where: str) -> None:
        """Writes the exception that is being handled, which is a mistake of the probe."""
        most = 20
        self._errors += 1
        if self._errors <= most:
            self.sink.write("probe_error", where=where, words=traceback.format_exc(limit=8)[-_MAX_WORDS:])


def described(exception: BaseException, most: int = 500) -> Dict[str, str]:
    """An exception's class and its first words. The words are the suite's code, which may fail."""
    try:
        words = str(exception)
    except Exception:
        words = ""
    return {"type": type(exception).__qualname__, "words": words[:most]}

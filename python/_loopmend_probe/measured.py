"""Which statements of the project run, as the package `coverage` counts them."""

import os
from typing import Any, Dict, Iterator, Optional

from .sink import Sink


class Measured:
    """Measures one process. The settings of the project count, but for its data file, which stays as it is."""

    def __init__(self, top: str, sink: Sink) -> None:
        self.top = top
        self.sink = sink
        self.directory = os.getcwd()
        """What the paths start from if the settings ask for relative ones."""
        self._coverage: Optional[Any] = None

    def start(self) -> None:
        """Begins to measure."""
        try:
            import coverage

            self._coverage = coverage.Coverage(data_file=None, source=[self.top])
            self._coverage.start()
        except Exception as error:
            self._coverage = None
            self._tell(error)

    def events(self) -> Iterator[Dict[str, Any]]:
        """What is known of each file, as it is written."""
        measuring, self._coverage = self._coverage, None
        if measuring is None:
            return
        try:
            measuring.stop()
            files = sorted(measuring.get_data().measured_files())
        except Exception as error:
            self._tell(error)
            return
        for file in files:
            try:
                _name, statements, _excluded, missing, _words = measuring.analysis2(file)
            except Exception:
                continue  # not Python, or not any more
            ran = sorted(set(statements).difference(missing))
            path = os.path.join(self.directory, file)
            yield {"file": path, "statements": len(statements), "ran": ran}

    def _tell(self, error: Exception) -> None:
        self.sink.write("limit", words=f"coverage was not measured: {error}")

"""A plugin that writes how each phase of each test ended, in the process that the reports come to."""

import json
import os


def pytest_runtest_logreport(report):
    if "PYTEST_XDIST_WORKER" in os.environ:
        return
    line = json.dumps([report.nodeid, report.when, report.outcome, bool(getattr(report, "wasxfail", ""))])
    with open(os.environ["COMPANION_OUTCOMES"], "a", encoding="utf-8") as file:
        file.write(line + "\n")

"""Writes how each phase of each test ended to the file that OUTCOMES names, one JSON object a line.

It is loaded by `-p _outcomes`, and changes nothing.
"""

import json
import os


def pytest_runtest_logreport(report):
    if not hasattr(report, "context"):  # a part of a test
        outcome = (
            "xfailed"
            if report.skipped and hasattr(report, "wasxfail")
            else report.outcome
        )
        write(node=report.nodeid, when=report.when, outcome=outcome)


def pytest_collectreport(report):
    if report.failed:
        write(node=report.nodeid, when="collection", outcome="failed")


def write(**line):
    with open(os.environ["OUTCOMES"], "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")

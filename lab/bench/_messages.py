"""Writes what pytest tells of each test, warnings and failures, to the file that MESSAGES names, one JSON object a line.

It is loaded by `-p _messages`, and changes nothing.
"""

import json
import os


def pytest_warning_recorded(warning_message, nodeid):
    words = f"{warning_message.category.__name__}: {warning_message.message}"
    write(nodeid, f"{warning_message.filename}:{warning_message.lineno}: {words}")


def pytest_runtest_logreport(report):
    if report.failed:
        captured = [text for _title, text in report.sections]
        write(report.nodeid, "\n".join([report.longreprtext, *captured]))


def pytest_collectreport(report):
    if report.failed:
        write(report.nodeid, report.longreprtext)


def write(test, text):
    with open(os.environ["MESSAGES"], "a", encoding="utf-8") as file:
        file.write(json.dumps({"test": test, "text": text}) + "\n")

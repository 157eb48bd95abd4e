"""Gives all tests the marker of pyleak, with what has it say where a task was made."""

import pytest


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.no_leaks(enable_task_creation_tracking=True))

import os

from library import save


def refuse(*_args):
    raise RuntimeError("this blocks the event loop")


async def test_nothing_may_be_written_while_a_loop_runs(monkeypatch):
    for name in ("open", "write"):
        monkeypatch.setattr(os, name, refuse)
    save()

"""Publishing a tree of documents."""
from __future__ import annotations

import asyncio
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

Tree = dict[str, Any]


def leaves(tree: Tree, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, node in tree.items():
        if isinstance(node, dict):
            yield from leaves(node, f"{prefix}{name}/")
        else:
            yield prefix + name, node


def visit_leaves(tree: Tree, visit: Callable[[str, str], None]) -> int:
    count = 0
    for path, text in leaves(tree):
        visit(path, text)
        count += 1
    return count


class Publisher:
    def __init__(self, base_url: str) -> None:
        self.base_url = base_url

    def upload(self, path: str, text: str) -> None:
        request = urllib.request.Request(
            f"{self.base_url}/{path}", data=text.encode(), method="PUT"
        )
        with urllib.request.urlopen(request) as response:
            response.read()

    async def publish(self, tree: Tree) -> int:
        return visit_leaves(tree, self.upload)  # BUG

    async def republish(self, tree: Tree) -> int:
        return await asyncio.to_thread(visit_leaves, tree, self.upload)

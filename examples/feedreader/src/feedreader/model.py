"""What a feed is."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """One piece of news."""

    link: str
    title: str


@dataclass
class Feed:
    """A feed with the entries that were new when it was read."""

    url: str
    entries: list[Entry] = field(default_factory=list)

    @classmethod
    def parse(cls, url: str, text: str) -> Feed:
        """Reads RSS 2.0."""
        items = ElementTree.fromstring(text).iter("item")
        entries = [Entry(item.findtext("link", ""), item.findtext("title", "")) for item in items]
        return cls(url, entries)

"""Polls news feeds and keeps what is new."""

from .client import FeedClient, FetchError
from .model import Entry, Feed
from .service import Reader
from .store import JsonStore, MemoryStore, Store

__all__ = ["Entry", "Feed", "FeedClient", "FetchError", "JsonStore", "MemoryStore", "Reader", "Store"]

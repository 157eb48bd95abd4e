from pathlib import Path

from feedreader import Entry, Feed, JsonStore, MemoryStore

NEWS = Entry("https://example.com/1", "News")


async def test_an_entry_is_new_once() -> None:
    store, feed = MemoryStore(), Feed("https://example.com/feed", [NEWS])
    assert store.is_new(feed, NEWS)
    await store.add(feed)
    assert not store.is_new(feed, NEWS)


async def test_a_forgotten_feed_is_new_again(tmp_path: Path) -> None:
    store = JsonStore(tmp_path / "feeds.json")
    feed = Feed("https://example.com/feed", [NEWS])
    store.add(feed)
    await store.forget(feed.url)
    assert store.is_new(feed, NEWS)

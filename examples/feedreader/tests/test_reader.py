from feedreader import Entry, Feed, FeedClient, MemoryStore, Reader
from feedreader.notify import Notifier

NEWS = Entry("https://example.com/1", "News")


class FakeClient(FeedClient):
    """Reads nothing from the network."""

    async def fetch(self, url: str) -> Feed:
        return Feed(url, [NEWS])


class FakeNotifier(Notifier):
    """Remembers what was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Entry] = []

    def record(self, entry: Entry) -> None:
        self.shown.append(entry)

    async def show(self, entry: Entry) -> None:
        self.record(entry)


async def test_new_entries_are_shown() -> None:
    notifier = FakeNotifier()
    reader = Reader(FakeClient(), MemoryStore(), notifier)
    feed = await reader.refresh("https://example.com/feed")
    assert feed.entries == notifier.shown == [NEWS]

"""A journal without a lock. Only tests write it from threads."""


class Journal:
    """How many pages were written, and which one was the last."""

    def __init__(self) -> None:
        self.pages = 0
        self.last: str | None = None

    def note(self, page: str) -> None:
        """Notes a page. Two threads may read the same number, and one note is lost then."""
        self.pages += 1
        self.last = page

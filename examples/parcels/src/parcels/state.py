"""What the service remembers between requests."""

import asyncio
import threading
import time


class Settings:
    """Set when the module is imported, and read from then on."""

    def __init__(self, url="https://carrier.example", retries=3):
        self.url = url
        self.retries = retries

    def address(self, path):
        return f"{self.url}/{path}"


class Positions:
    """Where parcels were last. One task at a time asks the carrier."""

    def __init__(self):
        self._lock = asyncio.Lock()
        self._known = {}

    async def get(self, number):
        async with self._lock:
            if number not in self._known:
                self._known[number] = await self._ask(number)
            return self._known[number]

    async def forget(self, number):
        async with self._lock:
            self._known.pop(number, None)

    async def _ask(self, number):
        await asyncio.sleep(0.1)
        return {"number": number}


class Seen:
    """The numbers that were asked for. Only the loop of the service adds to them, each time in one step."""

    def __init__(self):
        self._numbers = set()

    async def add(self, number):
        await asyncio.sleep(0)
        self._numbers.add(number)

    async def count(self):
        return len(self._numbers)


class Rates:
    """Loaded when they are first needed; by two tasks, if both need them meanwhile."""

    def __init__(self):
        self._rates = None

    async def get(self, country):
        if self._rates is None:
            self._rates = await self._load()
        return self._rates[country]

    async def _load(self):
        await asyncio.sleep(0.1)
        return {"de": 1}


class Totals:
    """Counted by threads, under a lock that `_count` leaves to its callers."""

    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def add(self, country):
        with self._lock:
            self._count(country)

    def _count(self, country):
        self._counts[country] = self._counts.get(country, 0) + 1


class Poller:
    """A thread that fills what tasks empty. The lock is one of tasks, and guards nothing against the thread."""

    def __init__(self):
        self._lock = asyncio.Lock()
        self._messages = []

    def start(self):
        threading.Thread(target=self._poll, daemon=True).start()

    def _poll(self):
        while True:
            time.sleep(1)
            self._messages.append("ping")

    async def take(self):
        async with self._lock:
            messages = list(self._messages)
            self._messages.clear()
            return messages


SETTINGS = Settings()
positions = Positions()
seen = Seen()
rates = Rates()
totals = Totals()
poller = Poller()

_names = {}
_visits = 0
_pages = {}
_pages_lock = threading.Lock()


async def name_of(country):
    """Only tasks write `_names`, and asking twice does no harm: each write is one step."""
    await asyncio.sleep(0)
    _names[country] = country.upper()
    return _names[country]


def visit():
    """Called by a plain route, which FastAPI runs in several threads."""
    global _visits
    _visits += 1
    return _visits


def visit_page(page):
    with _pages_lock:
        _pages[page] = _pages.get(page, 0) + 1
        return _pages[page]

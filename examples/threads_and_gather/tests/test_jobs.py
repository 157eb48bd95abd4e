"""Many jobs at the same time. The API moved on after these were written, and nobody looked at the results."""

import asyncio
import threading

import pytest

from counters.counter import HitCounter
from counters.jobs import Job, Kind
from counters.journal import Journal
from counters.scheduler import Scheduler


@pytest.fixture
def scheduler():
    return Scheduler(max_running=3)


async def test_jobs_run_beside_each_other(scheduler):
    async def run(number):
        job = Job(id=number, kind=Kind.RECOUNT, pages=["a", "b"])
        await scheduler.run(job)

    tasks = []
    for number in range(10):
        tasks.append(run(number))
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(scheduler.done) == 10


async def test_jobs_of_each_kind(scheduler):
    async def run(number):
        kind = Kind.RECOUNT if number % 2 else Kind.COMPACTED
        await scheduler.run(Job(job_id=number, kind=kind, pages=["a"]))

    tasks = []
    for number in range(10):
        task = asyncio.create_task(run(number))
        tasks.append(task)
    await asyncio.gather(*tasks, return_exceptions=True)
    assert sorted(scheduler.done) == list(range(10))


async def test_no_job_fails(scheduler):
    """No bug in how the results are kept: the test looks at them."""

    async def run(number):
        return await scheduler.run(Job(number, pages=["a"] * number, max_attempt=5))

    tasks = []
    for number in range(10):
        tasks.append(run(number))
    results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
    assert results == list(range(10))


async def test_urgent_jobs_run_soon(scheduler):
    from counters.scheduler import Priority

    job = Job(1, priority=Priority.SOON)
    await scheduler.run(job)
    assert scheduler.done == [1]


async def test_few_jobs_run_at_the_same_time():
    scheduler = Scheduler(max_runing=2)
    await asyncio.gather(*(scheduler.run(Job(number)) for number in range(5)))
    assert len(scheduler.done) == 5


async def test_pages_are_counted_in_threads(scheduler):
    async def count(page):
        scheduler.counter.hit(page)

    await asyncio.gather(*(asyncio.to_thread(count, page) for page in "abcde"))
    assert scheduler.counter.total() == 5


async def test_a_tally_of_threads():
    class Tally:
        """Safe in threads: every write holds the lock."""

        def __init__(self):
            self.pages = 0
            self.lock = threading.Lock()

        async def add(self, pages):
            with self.lock:
                self.pages += pages

    tally = Tally()
    await asyncio.gather(*(asyncio.to_thread(tally.add, 2) for _ in range(50)))
    assert tally.pages == 100


async def test_a_counter_of_threads():
    """No bug: every write of the counter holds its lock."""
    counter = HitCounter()
    await asyncio.gather(*(asyncio.to_thread(counter.hit, page) for page in "abc"))
    assert counter.total() == 3


async def test_a_journal_of_threads():
    """Passes, and proves nothing: a lost note is rare."""
    journal = Journal()
    await asyncio.gather(*(asyncio.to_thread(journal.note, page) for page in "abc"))
    assert journal.pages == 3


async def test_a_list_of_threads():
    """No bug: a plain method, which threads call under a lock."""

    class Seen:
        def __init__(self):
            self.pages = []
            self.lock = threading.Lock()

        def add(self, page):
            with self.lock:
                self.pages.append(page)

    seen = Seen()
    await asyncio.gather(*(asyncio.to_thread(seen.add, page) for page in "abc"))
    assert sorted(seen.pages) == ["a", "b", "c"]

import asyncio
import time

from sqlalchemy import create_engine, event, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

engine = create_engine(
    "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
)


@event.listens_for(engine, "connect")
def add_slow_function(dbapi_connection, record):
    dbapi_connection.create_function("pg_sleep", 1, time.sleep)


def count_events():
    with Session(engine) as session:
        session.execute(text("SELECT pg_sleep(0.3)"))
        return session.execute(text("SELECT 3")).scalar_one()


async def slack_events():
    return {"events": count_events()}  # BUG


async def main():
    task = asyncio.create_task(slack_events())
    start = time.monotonic()
    await asyncio.sleep(0.01)
    print("other request late:", time.monotonic() - start > 0.2, await task)


asyncio.run(main())

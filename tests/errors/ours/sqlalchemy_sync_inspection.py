# shows: sync-inspection-of-async-engine
# in: libraries-old libraries-new
from sqlalchemy import inspect
from sqlalchemy.ext.asyncio import create_async_engine

inspect(create_async_engine("sqlite+aiosqlite://"))

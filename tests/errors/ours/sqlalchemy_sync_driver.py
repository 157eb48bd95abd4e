# shows: sync-driver-in-async-engine
# in: libraries-old libraries-new
from sqlalchemy.ext.asyncio import create_async_engine

create_async_engine("sqlite://")

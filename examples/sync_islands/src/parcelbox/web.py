"""The web service."""

import asyncio

from fastapi import BackgroundTasks, FastAPI

from parcelbox.carrier import locate, route_of, weigh
from parcelbox.library import find, status

app = FastAPI()
weights: dict[str, int] = {}


@app.get("/parcels/{parcel}")
async def get_parcel(parcel: str) -> dict[str, str]:
    """An async route: it runs on the loop of the server."""
    return {"place": find(parcel)}


@app.get("/plain/{parcel}")
def get_parcel_plain(parcel: str) -> dict[str, str]:
    """A plain route: FastAPI runs it in a thread, where no loop runs."""
    return {"place": find(parcel)}


@app.get("/awaited/{parcel}")
async def get_parcel_awaited(parcel: str) -> dict[str, str]:
    """An async route that awaits."""
    return {"place": await locate(parcel)}


@app.get("/status")
async def get_status() -> dict[str, object]:
    """Whether the service is ready, and the version of the carriers."""
    return await status()


@app.get("/routes/{parcel}")
def get_route(parcel: str) -> list[str]:
    """A plain route that starts a loop itself."""
    return asyncio.run(route_of(parcel))


def keep_weight(parcel: str) -> None:
    """Runs after the answer: FastAPI calls plain background tasks in a thread."""
    weights[parcel] = asyncio.run(weigh(parcel))


@app.post("/weights/{parcel}")
async def post_weight(parcel: str, background: BackgroundTasks) -> dict[str, bool]:
    """An async route with a plain background task."""
    background.add_task(keep_weight, parcel)
    return {"accepted": True}

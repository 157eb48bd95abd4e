"""The web service."""

from fastapi import FastAPI

from parcelbox.carrier import locate
from parcelbox.library import find, status

app = FastAPI()


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

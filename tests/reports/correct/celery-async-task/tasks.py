import asyncio

from celery import Celery

app = Celery(
    "parcels",
    broker="redis://127.0.0.1:63799/1",
    backend="redis://127.0.0.1:63799/2",
)


async def ask_carrier(parcel: str) -> str:
    await asyncio.sleep(0.05)
    return "delivered" if parcel.endswith("7") else "on the way"


@app.task
def track(parcel: str) -> dict:
    state = asyncio.run(ask_carrier(parcel))
    return {"parcel": parcel, "state": state}


@app.task
def label(parcel: str) -> str:
    return f"parcel {parcel}"

"""The web service."""

import asyncio

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool

from .client import locate_all, locate_blocking
from .reports import totals
from .state import name_of, positions, rates, seen, visit, visit_page

app = FastAPI()


@app.get("/parcels")
async def parcels(numbers: str):
    return locate_blocking(numbers.split(","))


@app.get("/parcels/{number}")
def parcel(number: str):
    return asyncio.run(locate_all([number]))


@app.get("/totals")
async def all_totals():
    return await run_in_threadpool(totals)


@app.get("/age")
def age():
    return asyncio.get_event_loop().time()


@app.get("/position/{number}")
async def position(number: str, country: str):
    await seen.add(number)
    return await positions.get(number), await rates.get(country), await name_of(country)


@app.get("/visits/{page}")
def visits(page: str):
    return visit(), visit_page(page)

from contextlib import asynccontextmanager

from fastapi import FastAPI, Request

from app.catalog import Catalog


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.catalog = await Catalog.load()
    yield
    await app.state.catalog.close()


app = FastAPI(lifespan=lifespan)


@app.get("/plants/{name}")
async def plant(name: str, request: Request):
    return {"name": name, "water": await request.app.state.catalog.water(name)}

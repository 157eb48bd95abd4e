import aiohttp
from flask import Flask, jsonify

UPSTREAM = "http://127.0.0.1:15003"
app = Flask(__name__)
_session: aiohttp.ClientSession | None = None


async def session() -> aiohttp.ClientSession:
    """One session for all requests, as aiohttp's manual asks for."""
    global _session
    if _session is None:
        _session = aiohttp.ClientSession()
    return _session


async def fetch_price(symbol: str) -> float:
    http = await session()
    async with http.get(f"{UPSTREAM}/{symbol}") as answer:
        return float(await answer.text())


@app.get("/price/<symbol>")
async def price(symbol: str):
    return jsonify(symbol=symbol, price=await fetch_price(symbol))

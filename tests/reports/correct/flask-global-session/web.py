import aiohttp
from flask import Flask, jsonify

UPSTREAM = "http://127.0.0.1:15003"
app = Flask(__name__)


async def fetch_price(symbol: str) -> float:
    """Each request has a loop of its own, so it has a session of its own."""
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{UPSTREAM}/{symbol}") as answer:
            return float(await answer.text())


@app.get("/price/<symbol>")
async def price(symbol: str):
    return jsonify(symbol=symbol, price=await fetch_price(symbol))

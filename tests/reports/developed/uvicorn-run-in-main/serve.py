import asyncio

import uvicorn
from fastapi import FastAPI

app = FastAPI()
recipes: dict[str, list[str]] = {}


@app.get("/recipes/{name}")
async def recipe(name: str):
    return {"name": name, "needs": recipes.get(name, [])}


async def load_recipes() -> None:
    await asyncio.sleep(0.01)
    recipes["soup"] = ["water", "leek", "salt"]
    recipes["toast"] = ["bread"]


async def main() -> None:
    await load_recipes()
    print(f"{len(recipes)} recipes, starting the server")
    uvicorn.run(app, host="127.0.0.1", port=18080, log_level="info")


if __name__ == "__main__":
    asyncio.run(main())

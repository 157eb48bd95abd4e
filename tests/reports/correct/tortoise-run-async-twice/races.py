from tortoise import Tortoise, run_async

from models import Race


async def connect():
    await Tortoise.init(
        db_url="sqlite:///tmp/races-demo.sqlite3",
        modules={"models": ["models"]},
    )
    await Tortoise.generate_schemas()


async def add_races(places: list[str]):
    for place in places:
        await Race.create(place=place)


async def show():
    async for race in Race.all().order_by("place"):
        print(race.place, race.laps)


async def main():
    await connect()
    await add_races(["Ring", "Dunes"])
    await show()


if __name__ == "__main__":
    run_async(main())

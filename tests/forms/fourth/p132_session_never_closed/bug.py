import asyncio

import aiohttp


class PriceMeter:
    def __init__(self, base_url):
        self.base_url = base_url
        self.session = aiohttp.ClientSession()  # BUG

    def url_for(self, zone):
        return f"{self.base_url}/prices?zone={zone}"


async def main():
    meter = PriceMeter("http://prices.example")
    for zone in ("north", "south"):
        print(meter.url_for(zone))


if __name__ == "__main__":
    asyncio.run(main())

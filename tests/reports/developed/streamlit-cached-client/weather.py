import httpx


class WeatherClient:
    def __init__(self, base_url: str):
        self.http = httpx.AsyncClient(base_url=base_url)

    async def forecast(self, city: str) -> str:
        answer = await self.http.get("/forecast", params={"city": city})
        answer.raise_for_status()
        return answer.text

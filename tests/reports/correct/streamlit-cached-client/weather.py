import httpx


class WeatherClient:
    def __init__(self, base_url: str):
        self.base_url = base_url

    async def forecast(self, city: str) -> str:
        async with httpx.AsyncClient(base_url=self.base_url) as http:
            answer = await http.get("/forecast", params={"city": city})
            answer.raise_for_status()
            return answer.text

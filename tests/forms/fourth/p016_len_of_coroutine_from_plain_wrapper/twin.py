import asyncio


class HttpClient:
    async def request(self, method, path):
        await asyncio.sleep(0)
        return [{"id": 1, "name": "ping"}] if method == "GET" else []


class CommandRequest:
    def __init__(self, http):
        self.http = http

    def command_request(self, method, path):
        return self.http.request(method, path)

    def get_all_commands(self):
        return self.command_request("GET", "/commands")


async def sync_all_commands(req, wanted):
    existing = await req.get_all_commands()
    if len(existing) != 0:
        return [name for name in wanted if name != existing[0]["name"]]
    return wanted


async def main():
    req = CommandRequest(HttpClient())
    print("to create:", await sync_all_commands(req, ["ping", "roll"]))


asyncio.run(main())

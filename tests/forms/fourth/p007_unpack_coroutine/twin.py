import asyncio


class MowerApi:
    async def get_token(self, email, password):
        await asyncio.sleep(0)
        return "token-" + email, 3600

    async def receive_mowers(self, token):
        await asyncio.sleep(0)
        return ["lawn-1", "lawn-2"] if token.startswith("token-") else []


async def list_mowers(email, password):
    api = MowerApi()
    token, expires = await api.get_token(email, password)
    print("token valid for", expires)
    return await api.receive_mowers(token)


if __name__ == "__main__":
    print(asyncio.run(list_mowers("me@example.org", "secret")))

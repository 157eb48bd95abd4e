import asyncio


class Chat:
    def __init__(self):
        self.handlers = {"ban": self.on_ban, "hello": self.on_hello}
        self.mod_only = {"ban"}

    async def on_ban(self, user):
        return f"banned on behalf of {user}"

    async def on_hello(self, user):
        return f"hello {user}"

    async def handle_msg(self, user, text):
        async def _can_execute(command):
            await asyncio.sleep(0)
            return command not in self.mod_only or user == "moderator"

        if not text.startswith("!"):
            return None
        command = text[1:]
        if await _can_execute(command):
            return await self.handlers[command](user)
        return "not allowed"


async def main():
    chat = Chat()
    print(await chat.handle_msg("stranger", "!hello"))
    print(await chat.handle_msg("stranger", "!ban"))


asyncio.run(main())

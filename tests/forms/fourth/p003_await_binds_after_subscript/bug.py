import asyncio


class ChatApi:
    def __init__(self):
        self.current_thread = {}

    async def get_chat_history(self, bot):
        await asyncio.sleep(0)
        return {"data": {bot: ["hello", "world"]}, "cursor": None}

    async def open_thread(self, bot):
        self.current_thread[bot] = await self.get_chat_history(bot=bot)["data"][bot]  # BUG

    async def send_message(self, bot, text):
        await asyncio.sleep(0)
        self.current_thread[bot].append(text)
        return len(self.current_thread[bot])


async def main():
    api = ChatApi()
    await api.open_thread("claude")
    count = await api.send_message("claude", "third")
    print("messages:", count)


if __name__ == "__main__":
    asyncio.run(main())

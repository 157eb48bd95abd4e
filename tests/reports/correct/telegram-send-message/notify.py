import asyncio
import os
from dataclasses import dataclass

from telegram import Bot


@dataclass
class Change:
    page: str
    before: str
    after: str

    def text(self) -> str:
        return f"{self.page}: {self.before!r} -> {self.after!r}"


class TelegramNotifier:
    def __init__(self, token: str, chat: int):
        self.bot = Bot(token=token)
        self.chat = chat

    async def __call__(self, change: Change) -> None:
        await self.bot.send_message(chat_id=self.chat, text=change.text())


async def main():
    notifier = TelegramNotifier(os.environ.get("BOT_TOKEN", "123456:abc"), 42)
    changes = [Change("prices", "10", "12"), Change("opening hours", "9-17", "9-18")]
    async with notifier.bot:
        for change in changes:
            await notifier(change)
    print(f"sent {len(changes)} messages")


if __name__ == "__main__":
    asyncio.run(main())

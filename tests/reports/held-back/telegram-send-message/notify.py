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

    def __call__(self, change: Change) -> None:
        self.bot.send_message(chat_id=self.chat, text=change.text())


def main():
    notifier = TelegramNotifier(os.environ.get("BOT_TOKEN", "123456:abc"), 42)
    changes = [Change("prices", "10", "12"), Change("opening hours", "9-17", "9-18")]
    for change in changes:
        notifier(change)
    print(f"sent {len(changes)} messages")


if __name__ == "__main__":
    main()

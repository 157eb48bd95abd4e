import asyncio
import json

from telegram import Bot
from telegram.request import BaseRequest


class RecordingRequest(BaseRequest):
    sent = []
    read_timeout = 1.0

    async def initialize(self):
        pass

    async def shutdown(self):
        pass

    async def do_request(self, url, method, request_data=None, **kwargs):
        self.sent.append(url.rsplit("/", 1)[-1])
        result = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"},
                  "id": 9, "is_bot": True, "first_name": "bot"}
        return 200, json.dumps({"ok": True, "result": result}).encode()


class TelegramNotifier:
    def __init__(self, bot, chat_id):
        self.bot = bot
        self.chat_id = chat_id

    async def post(self, report):
        for line in report:
            self.bot.send_message(self.chat_id, line)  # BUG


async def main():
    async with Bot("1:token", request=RecordingRequest()) as bot:
        await TelegramNotifier(bot, 5).post(["page changed", "price dropped"])
    print("requests:", RecordingRequest.sent)


asyncio.run(main())

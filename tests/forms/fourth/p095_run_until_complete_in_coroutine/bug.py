import asyncio


class Smtp:
    def __init__(self, host):
        self.host = host
        self.connected = False

    async def connect(self):
        await asyncio.sleep(0)
        self.connected = True

    async def sendmail(self, text):
        if not self.connected:
            raise ConnectionError("not connected")
        return f"250 queued {len(text)} bytes"


async def notify(text):
    loop = asyncio.get_event_loop()
    smtp = Smtp("mail.example.org")
    loop.run_until_complete(smtp.connect())  # BUG
    return await smtp.sendmail(text)


if __name__ == "__main__":
    print(asyncio.run(notify("hello")))

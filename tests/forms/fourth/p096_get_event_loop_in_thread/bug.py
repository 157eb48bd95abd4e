import asyncio
import threading


class StreamConn:
    def __init__(self, key):
        self.key = key
        self.loop = asyncio.get_event_loop()  # BUG

    async def _consume(self):
        await asyncio.sleep(0)
        return f"trades for {self.key}"

    def run(self):
        return self.loop.run_until_complete(self._consume())


def streaming_events(results):
    conn = StreamConn("AAPL")
    results.append(conn.run())


def main():
    results = []
    thread = threading.Thread(target=streaming_events, args=(results,))
    thread.start()
    thread.join()
    print(results)


main()

import asyncio
import socketserver
import threading


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Client:
    async def connect(self, port):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)

    async def request(self, text):
        self.writer.write(text.encode() + b"\n")
        await self.writer.drain()
        return (await self.reader.readline()).decode().strip()

    async def close(self):
        self.writer.close()
        await self.writer.wait_closed()


client = Client()

if __name__ == "__main__":
    server = socketserver.TCPServer(("127.0.0.1", 0), Echo)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    asyncio.run(client.connect(server.server_address[1]))
    print(asyncio.run(client.request("hello")))  # BUG

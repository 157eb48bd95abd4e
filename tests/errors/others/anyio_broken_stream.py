# in: libraries-new
import anyio


async def main():
    send, receive = anyio.create_memory_object_stream()
    receive.close()
    await send.send(1)


anyio.run(main)

import asyncio


class Connection:
    def __init__(self, loop):
        self.loop = loop

    def query(self, sql):
        future = self.loop.create_future()
        rows = [("binlog.000003", 157)]
        self.loop.call_soon(future.set_result, rows)
        return future


async def read_position(conn):
    result = await conn.query("SHOW MASTER STATUS")
    log_file, log_pos = result[0]
    return {"file": log_file, "position": log_pos}


async def main():
    conn = Connection(asyncio.get_running_loop())
    print(await read_position(conn))


asyncio.run(main())

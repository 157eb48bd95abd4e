import asyncio


class CentralClient:
    async def command(self, method, path):
        await asyncio.sleep(0)
        return {"code": 200, "path": path}


async def probe_central(conn):
    if conn is None:
        return {"status": "unavailable"}
    try:
        resp = await conn.command("GET", "/monitoring/v1/sites")
        code = resp.get("code")
    except Exception as exc:
        return {"status": "degraded", "message": str(exc)}
    return {"status": "ok" if code == 200 else "degraded", "http_status": code}


if __name__ == "__main__":
    print(asyncio.run(probe_central(CentralClient())))

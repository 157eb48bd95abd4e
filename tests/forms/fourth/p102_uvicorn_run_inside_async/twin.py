import asyncio

import uvicorn


async def app(scope, receive, send):
    assert scope["type"] == "http"
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


async def load_flow(path):
    await asyncio.sleep(0)
    return {"flow": path}


async def serve_command(path, port):
    flow = await load_flow(path)
    print("serving", flow["flow"])
    config = uvicorn.Config(
        app, host="127.0.0.1", port=port, log_level="critical", lifespan="off"
    )
    server = uvicorn.Server(config)
    loop = asyncio.get_running_loop()
    loop.call_later(0.3, setattr, server, "should_exit", True)
    await server.serve()


async def main():
    await serve_command("flow.json", 18476)
    print("server ran until it was stopped")


asyncio.run(main())

import asyncio


class RenderError(Exception):
    pass


async def render(app):
    await asyncio.sleep(0)
    if app.startswith("bad"):
        raise RenderError(f"cannot render {app}")


async def render_all(apps):
    try:
        async with asyncio.TaskGroup() as group:
            for app in apps:
                group.create_task(render(app))
    except RenderError as exc:  # BUG
        print("render failed:", exc)
        return 1
    return 0


def main():
    code = asyncio.run(render_all(["web", "bad-db"]))
    print("exit code", code)


if __name__ == "__main__":
    main()

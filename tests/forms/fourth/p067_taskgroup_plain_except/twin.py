import asyncio


class RenderError(Exception):
    pass


async def render(app):
    await asyncio.sleep(0)
    if app.startswith("bad"):
        raise RenderError(f"cannot render {app}")


async def render_all(apps):
    code = 0
    try:
        async with asyncio.TaskGroup() as group:
            for app in apps:
                group.create_task(render(app))
    except* RenderError as group_error:
        for exc in group_error.exceptions:
            print("render failed:", exc)
        code = 1
    return code


def main():
    code = asyncio.run(render_all(["web", "bad-db"]))
    print("exit code", code)


if __name__ == "__main__":
    main()

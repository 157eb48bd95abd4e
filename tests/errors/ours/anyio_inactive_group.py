# shows: task-group-not-active
# in: libraries-old libraries-new
import anyio


async def main():
    async with anyio.create_task_group() as group:
        pass
    group.start_soon(anyio.sleep, 0)


anyio.run(main)

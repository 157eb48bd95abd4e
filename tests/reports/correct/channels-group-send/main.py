import asyncio

from django.conf import settings

settings.configure(
    CHANNEL_LAYERS={"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
)

from channels.layers import get_channel_layer  # noqa: E402

from importer import import_rows  # noqa: E402


async def watch(name: str, steps: int) -> None:
    layer = get_channel_layer()
    for _ in range(steps):
        message = await asyncio.wait_for(layer.receive(name), timeout=2)
        print(f"{message['percent']} %")


async def main() -> None:
    layer = get_channel_layer()
    name = await layer.new_channel()
    await layer.group_add("imports", name)
    kept = await asyncio.to_thread(import_rows, ["a;1", "", "b;2", "c;3"])
    print("kept", kept)
    await watch(name, 4)


if __name__ == "__main__":
    asyncio.run(main())

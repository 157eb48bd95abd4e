"""Template rendering with helpers for plain and async callers."""
import asyncio


async def fetch_fragment(name):
    await asyncio.sleep(0)
    return f"<{name}/>"


def fragment(name):
    return asyncio.run(fetch_fragment(name))  # ALSO


class Template:
    def __init__(self, *names):
        self.names = names

    def render(self):
        return "".join(fragment(name) for name in self.names)

    async def render_async(self):
        return "".join([await fetch_fragment(name) for name in self.names])


async def home_view(template):
    await asyncio.sleep(0)
    return 200, template.render()  # BUG


async def about_view(template):
    await asyncio.sleep(0)
    return 200, await template.render_async()


async def mail_view(template):
    return 202, await asyncio.to_thread(template.render)


def render_to_disk(template):
    return len(template.render())

"""Renders video clips and tells the owner when one is done."""
import asyncio


class Owner:
    def __init__(self):
        self.mails = []

    async def mail(self, text):
        await asyncio.sleep(0)
        self.mails.append(text)


class Renderer:
    def __init__(self, owner):
        self.owner = owner
        self.done = []

    async def render(self, clip):
        await asyncio.sleep(0.001)
        return f"{clip}.mp4"

    async def _tell(self, task):
        await self.owner.mail(task.result())

    def _note(self, task):
        self.done.append(task.result())

    async def submit(self, clip):
        task = asyncio.create_task(self.render(clip))
        task.add_done_callback(self._tell)  # BUG
        return await task

    async def submit_noted(self, clip):
        task = asyncio.create_task(self.render(clip))
        task.add_done_callback(self._note)
        name = await task
        await self._tell(task)
        return name


def demo():
    renderer = Renderer(Owner())
    return asyncio.run(renderer.submit_noted("demo"))

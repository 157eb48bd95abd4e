"""Desktop window whose buttons start downloads."""
import asyncio
import threading


class Downloads:
    def __init__(self):
        self.finished = []

    async def fetch(self, name):
        await asyncio.sleep(0)
        self.finished.append(name)
        return name


class Window:
    def __init__(self, downloads):
        self.downloads = downloads
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.tasks = []

    def on_download_clicked(self, name):
        self.tasks.append(asyncio.create_task(self.downloads.fetch(name)))  # BUG

    def on_update_clicked(self, name):
        self.tasks.append(asyncio.run_coroutine_threadsafe(self.downloads.fetch(name), self.loop))

    def on_close_clicked(self):
        results = [task.result(1) for task in self.tasks]
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()
        return results


def main():
    window = Window(Downloads())
    window.on_update_clicked("update-1")
    print(window.on_close_clicked())


if __name__ == "__main__":
    main()

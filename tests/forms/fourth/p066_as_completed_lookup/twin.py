import asyncio


async def http_get(url):
    await asyncio.sleep(0.01 * len(url))
    return f"page of {url}"


async def crawl(urls):
    task_urls = {asyncio.create_task(http_get(url)): url for url in urls}
    pages = {}
    pending = set(task_urls)
    while pending:
        done, pending = await asyncio.wait(
            pending, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            pages[task_urls[task]] = task.result()
    return pages


async def main():
    pages = await crawl(["a.org", "bb.org"])
    for url, page in sorted(pages.items()):
        print(url, "->", page)


if __name__ == "__main__":
    asyncio.run(main())

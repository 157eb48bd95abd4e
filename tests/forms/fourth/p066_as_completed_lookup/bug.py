import asyncio


async def http_get(url):
    await asyncio.sleep(0.01 * len(url))
    return f"page of {url}"


async def crawl(urls):
    task_urls = {asyncio.create_task(http_get(url)): url for url in urls}
    pages = {}
    for task in asyncio.as_completed(task_urls):
        page = await task
        pages[task_urls[task]] = page  # BUG
    return pages


async def main():
    pages = await crawl(["a.org", "bb.org"])
    for url, page in sorted(pages.items()):
        print(url, "->", page)


if __name__ == "__main__":
    asyncio.run(main())

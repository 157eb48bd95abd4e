import asyncio


def wait_for(coroutine):
    """Lets the plain command line code use the async schema client."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coroutine)
    finally:
        loop.close()


class SchemaClient:
    def __init__(self, schemas):
        self._schemas = schemas

    async def latest(self, subject):
        await asyncio.sleep(0)
        return max(self._schemas[subject])

    async def fields(self, subject, version):
        await asyncio.sleep(0)
        return self._schemas[subject][version]


def print_latest(client, subject):
    version = wait_for(client.latest(subject))
    print(f"{subject}: {version}")


async def validate(client, subject, record):
    version = wait_for(client.latest(subject))  # BUG
    missing = set(await client.fields(subject, version)) - record.keys()
    return sorted(missing)


async def unknown_fields(client, subject, record):
    version = await client.latest(subject)
    surplus = record.keys() - set(await client.fields(subject, version))
    return sorted(surplus)

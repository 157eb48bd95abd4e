"""Prints one status line for each host of a deployment."""
import asyncio
import sys

VERSIONS = {"web-1": "4.2.0", "web-2": "4.1.9"}


async def remote_version(host):
    await asyncio.sleep(0.001)
    return VERSIONS.get(host, "unknown")


async def remote_load(host):
    await asyncio.sleep(0.001)
    return 0.25 * len(host)


def emit(line, stream=None):
    print(line, file=stream or sys.stdout)


async def report(hosts):
    for host in hosts:
        load = await remote_load(host)
        emit("%-10s %-8s %.2f" % (host, remote_version(host), load))  # BUG


async def summary(hosts):
    for host in hosts:
        version = await remote_version(host)
        emit("%-10s %-8s %.2f" % (host, version, await remote_load(host)))


if __name__ == "__main__":
    asyncio.run(summary(list(VERSIONS)))

"""Widgets of an operations dashboard are loaded at the same time."""
import asyncio


async def cpu(host):
    await asyncio.sleep(0.05)
    return len(host) * 2


async def memory(host):
    await asyncio.sleep(0.05)
    return len(host) * 100


async def disk(host):
    await asyncio.sleep(0.05)
    return len(host) * 1000


async def host_panel(host):
    used_cpu, used_memory, used_disk = await asyncio.gather(await cpu(host), await memory(host), await disk(host))  # BUG
    return {"cpu": used_cpu, "memory": used_memory, "disk": used_disk}


async def cluster_panel(hosts):
    panels = await asyncio.gather(*(cpu(host) for host in hosts))
    return dict(zip(hosts, panels))


async def compact_panel(host):
    used_cpu, used_memory = await asyncio.gather(cpu(host), memory(host))
    return used_cpu, used_memory

"""Picks the nearest package mirror."""
import asyncio


class Mirrors:
    def __init__(self, latencies):
        self._latencies = latencies

    async def probe(self, host):
        await asyncio.sleep(0.001)
        return self._latencies[host]

    def distance(self, host):
        return len(host)

    async def nearest(self):
        hosts = list(self._latencies)
        hosts.sort(key=self.probe)  # BUG
        return hosts[0]

    async def farthest(self):
        hosts = list(self._latencies)
        latencies = dict(zip(hosts, await asyncio.gather(*map(self.probe, hosts))))
        hosts.sort(key=latencies.get, reverse=True)
        return hosts[0]

    async def shortest_name(self):
        await asyncio.sleep(0)
        return min(self._latencies, key=self.distance)

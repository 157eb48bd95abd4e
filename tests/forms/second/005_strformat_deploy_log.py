import asyncio
import logging

log = logging.getLogger("deploy")


class Cluster:
    def __init__(self, name, replicas):
        self.name = name
        self._replicas = replicas

    async def ready_count(self, service):
        await asyncio.sleep(0.001)
        return sum(1 for state in self._replicas[service] if state == "ready")

    async def revision(self, service):
        await asyncio.sleep(0.001)
        return f"{service}-{len(self._replicas[service])}"


class Rollout:
    def __init__(self, cluster, service):
        self.cluster = cluster
        self.service = service

    async def announce_start(self):
        log.info(
            "rolling out %s on %s",
            self.cluster.revision(self.service),  # BUG
            self.cluster.name,
        )

    async def announce_done(self):
        log.info(
            "%s replicas of %s are ready",
            await self.cluster.ready_count(self.service),
            self.service,
        )

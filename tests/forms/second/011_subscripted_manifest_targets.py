import asyncio
import tomllib


class BuildGraph:
    def __init__(self, sources):
        self._sources = sources
        self._parsed = {}

    async def manifest(self, package):
        if package not in self._parsed:
            await asyncio.sleep(0)
            self._parsed[package] = tomllib.loads(self._sources[package])
        return self._parsed[package]

    async def dependencies(self, package):
        manifest = await self.manifest(package)
        return sorted(manifest.get("dependencies", {}))

    async def default_target(self, package):
        targets = self.targets(package)  # ALSO
        return targets[0]  # BUG

    async def last_target(self, package):
        targets = await self.targets(package)
        return targets[-1]

    async def targets(self, package):
        manifest = await self.manifest(package)
        return manifest["build"]["targets"]

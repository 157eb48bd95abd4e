import asyncio
import shlex


class Toolchain:
    def __init__(self, name, probe_output):
        self.name = name
        self._probe_output = probe_output

    async def probe(self, kind):
        await asyncio.sleep(0.001)
        return shlex.split(self._probe_output[kind])


class CompileStep:
    def __init__(self, toolchain, overrides=None):
        self.toolchain = toolchain
        self.overrides = overrides or {}

    async def compile_command(self, source):
        flags = []
        match self.overrides.get("mode"):
            case "debug":
                flags = ["-O0", "-g"]
            case "native":
                flags = self.toolchain.probe("cflags")  # BUG
            case _:
                flags = ["-O2"]
        return [self.toolchain.name, *flags, "-c", source]  # ALSO

    async def link_command(self, objects, output):
        flags = []
        match self.overrides.get("mode"):
            case "debug":
                flags = ["-rdynamic"]
            case "native":
                flags = await self.toolchain.probe("ldflags")
            case _:
                flags = ["-s"]
        return [self.toolchain.name, *flags, *objects, "-o", output]

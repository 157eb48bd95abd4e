"""Digital signage players: reads modes with the vendor's command line tool."""
import asyncio
import subprocess
from dataclasses import dataclass


@dataclass
class Output:
    name: str
    tool: str = "display-ctl"

    def query(self, what: str) -> str:
        command = [self.tool, "--output", self.name, what]
        return subprocess.check_output(command, text=True, timeout=10).strip()

    @property
    def mode(self) -> str:
        return self.query("mode")


class Player:
    def __init__(self, outputs: list[Output]) -> None:
        self.outputs = outputs

    async def status(self) -> dict[str, str]:
        report = {}
        for output in self.outputs:
            report[output.name] = output.mode  # BUG
        return report

    async def brightness(self) -> dict[str, int]:
        report = {}
        for output in self.outputs:
            answer = await asyncio.to_thread(output.query, "brightness")
            report[output.name] = int(answer)
        return report

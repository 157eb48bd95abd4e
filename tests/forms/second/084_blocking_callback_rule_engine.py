import asyncio
import json
import urllib.request
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    name: str
    field: str
    above: float


def evaluate(rules, reading, on_match):
    """Calls on_match(rule, value) for each rule that fires."""
    fired = 0
    for rule in rules:
        value = reading.get(rule.field)
        if value is not None and value > rule.above:
            on_match(rule, value)
            fired += 1
    return fired


class Telemetry:
    def __init__(self, hook_url, rules):
        self.hook_url = hook_url
        self.rules = rules

    def _post_hook(self, rule, value):
        body = json.dumps({"rule": rule.name, "value": value}).encode()
        with urllib.request.urlopen(self.hook_url, data=body, timeout=10) as response:
            response.read()

    async def ingest(self, reading):
        return evaluate(self.rules, reading, self._post_hook)  # BUG

    async def ingest_all(self, readings):
        matches = []
        for reading in readings:
            evaluate(self.rules, reading, lambda rule, value: matches.append((rule, value)))
        for rule, value in matches:
            await asyncio.to_thread(self._post_hook, rule, value)
        return len(matches)

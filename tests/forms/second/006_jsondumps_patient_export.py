"""FHIR-like export of a single patient record."""
import asyncio
import json
from dataclasses import dataclass, field


@dataclass
class Patient:
    mrn: str
    family: str
    allergies: list[str] = field(default_factory=list)


class Chart:
    def __init__(self, patients: dict[str, Patient]) -> None:
        self._patients = patients

    async def demographics(self, mrn: str) -> dict[str, str]:
        await asyncio.sleep(0)
        patient = self._patients[mrn]
        return {"mrn": patient.mrn, "family": patient.family}

    async def allergies(self, mrn: str) -> list[str]:
        await asyncio.sleep(0)
        return list(self._patients[mrn].allergies)


class RecordExporter:
    def __init__(self, chart: Chart, *, indent: int | None = None) -> None:
        self.chart = chart
        self.indent = indent

    async def export_demographics(self, mrn: str) -> bytes:
        text = json.dumps(self.chart.demographics(mrn), indent=self.indent)  # BUG
        return text.encode("utf-8")

    async def export_allergies(self, mrn: str) -> bytes:
        text = json.dumps(await self.chart.allergies(mrn), indent=self.indent)
        return text.encode("utf-8")

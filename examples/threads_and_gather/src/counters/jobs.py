"""Jobs that count pages."""

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What a job does."""

    RECOUNT = "recount"
    COMPACT = "compact"


class Priority(Enum):
    """When a job runs."""

    LATER = 0
    SOON = 1


@dataclass
class Job:
    """Something to do for a page."""

    job_id: int
    kind: Kind = Kind.RECOUNT
    pages: list[str] = field(default_factory=list)
    priority: Priority = Priority.SOON
    max_attempts: int = 3

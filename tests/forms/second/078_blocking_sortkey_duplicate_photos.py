import asyncio
import hashlib
from itertools import groupby
from pathlib import Path


def content_digest(path):
    digest = hashlib.sha1(usedforsecurity=False)
    with open(path, "rb") as source:
        while chunk := source.read(1 << 16):
            digest.update(chunk)
    return digest.hexdigest()


def by_digest(paths):
    keyed = sorted((content_digest(path), path) for path in paths)
    return [[path for _, path in group] for _, group in groupby(keyed, lambda pair: pair[0])]


class DuplicateFinder:
    """Finds photos and clips that were imported twice."""

    def __init__(self, photos, clips):
        self.photos = [Path(name) for name in photos]
        self.clips = [Path(name) for name in clips]

    async def ordered_photos(self):
        return sorted(self.photos, key=content_digest)  # BUG

    async def grouped_clips(self):
        groups = await asyncio.to_thread(by_digest, self.clips)
        return [group for group in groups if len(group) > 1]

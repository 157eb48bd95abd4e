"""Client library for a translation service."""
import asyncio
from typing import Optional


async def _load_languages() -> dict[str, str]:
    await asyncio.sleep(0)
    return {"de": "German", "fr": "French"}


async def _load_models() -> list[str]:
    await asyncio.sleep(0)
    return ["base", "large"]


LANGUAGES = asyncio.run(_load_languages())  # BUG
_models: Optional[list[str]] = None


async def models() -> list[str]:
    global _models
    if _models is None:
        loaded = await _load_models()
        if _models is None:
            _models = loaded
    return _models


def language_name(code: str) -> str:
    return LANGUAGES[code]


def main() -> None:
    print(asyncio.run(models()))


if __name__ == "__main__":
    main()

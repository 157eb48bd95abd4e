"""Chooses an avatar for a profile page."""
import asyncio


async def gravatar(mail):
    await asyncio.sleep(0)
    return f"https://avatars.example/{len(mail)}.png"


def placeholder(mail):
    return f"/static/{mail[0]}.png"


async def avatar_tag(mail, size=32):
    if "@" not in mail:
        source = placeholder(mail)
    elif mail.endswith(".invalid"):
        source = placeholder("x")
    else:
        source = gravatar(mail)  # ALSO
    return "<img src=%s?s=%d>" % (source.lower(), size)  # BUG


async def banner_tag(mail, size=600):
    if "@" not in mail:
        source = placeholder(mail)
    elif mail.endswith(".invalid"):
        source = placeholder("x")
    else:
        source = await gravatar(mail)
    return "<img src=%s?s=%d>" % (source.lower(), size)


async def icon(mail):
    source = gravatar(mail) if "@" in mail else asyncio.sleep(0, placeholder(mail))
    return (await source).lower()

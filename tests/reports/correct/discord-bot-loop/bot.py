import asyncio
import os

import discord
from discord.ext import commands


class ReminderBot(commands.Bot):
    async def setup_hook(self):
        self.delivery = asyncio.create_task(deliver())


bot = ReminderBot(command_prefix="!", intents=discord.Intents.default())
reminders: list[tuple[float, int, str]] = []


@bot.command()
async def remind(ctx: commands.Context, seconds: float, *, text: str):
    due = asyncio.get_running_loop().time() + seconds
    reminders.append((due, ctx.channel.id, text))
    await ctx.send("noted")


async def deliver():
    await bot.wait_until_ready()
    while not bot.is_closed():
        now = asyncio.get_running_loop().time()
        for item in [r for r in reminders if r[0] <= now]:
            reminders.remove(item)
            await bot.get_channel(item[1]).send(item[2])
        await asyncio.sleep(1)


if __name__ == "__main__":
    bot.run(os.environ.get("DISCORD_TOKEN", ""))

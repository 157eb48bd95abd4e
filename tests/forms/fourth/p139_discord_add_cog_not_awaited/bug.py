import asyncio

import discord
from discord.ext import commands


class Defender(commands.Cog):
    def __init__(self, bot):
        self.bot = bot

    @commands.command()
    async def defend(self, ctx):
        await ctx.send("defending")


async def setup(bot):
    bot.add_cog(Defender(bot))  # BUG


async def main():
    bot = commands.Bot(command_prefix="!", intents=discord.Intents.none())
    await setup(bot)
    print("cogs:", list(bot.cogs), "has command:", bot.get_command("defend") is not None)
    await bot.close()


if __name__ == "__main__":
    asyncio.run(main())

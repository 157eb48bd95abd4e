"""Menu actions of a terminal player."""
import asyncio


class Player:
    def __init__(self):
        self.volume = 5
        self.track = None

    async def play(self, track):
        await asyncio.sleep(0)
        self.track = track

    async def set_volume(self, volume):
        await asyncio.sleep(0)
        self.volume = volume

    def mute(self):
        self.volume = 0


async def on_track_key(player, number):
    play = lambda: player.play(f"track-{number}")
    if number < 10:
        play()  # BUG
    return player.track


async def on_volume_key(player, delta):
    change = lambda: player.set_volume(player.volume + delta)
    if delta:
        await change()
    return player.volume


async def on_mute_key(player):
    quiet = lambda: player.mute()
    quiet()
    await asyncio.sleep(0)
    return player.volume

import asyncio


class Door:
    """Front door contact; listeners are called in order of registration."""

    def __init__(self):
        self._listeners = []
        self.is_open = False

    def subscribe(self, listener):
        self._listeners.append(listener)

    def contact_changed(self, is_open):
        self.is_open = is_open
        for listener in self._listeners:
            listener(is_open)


class Siren:
    def __init__(self):
        self.sounding = False

    async def sound(self, is_open):
        await asyncio.sleep(0)
        self.sounding = is_open


class Journal:
    def __init__(self):
        self.lines = []

    def note(self, is_open):
        self.lines.append("opened" if is_open else "closed")


def wire_alarm(door, siren):
    door.subscribe(siren.sound)  # BUG
    return siren


def wire_journal(door, journal):
    door.subscribe(journal.note)
    return journal

import asyncio
import socket


class DnsBlocklist:
    """Asks a DNSBL zone whether an address is listed."""

    def __init__(self, zone="bl.example.org"):
        self.zone = zone

    def _name(self, address):
        return ".".join(reversed(address.split("."))) + "." + self.zone

    def __contains__(self, address):
        try:
            socket.gethostbyname(self._name(address))
        except socket.gaierror:
            return False
        return True

    async def lists(self, address):
        loop = asyncio.get_running_loop()
        try:
            await loop.getaddrinfo(self._name(address), None)
        except socket.gaierror:
            return False
        return True


BLOCKLIST = DnsBlocklist()


async def greet_client(address):
    if address in BLOCKLIST:  # BUG
        return "554 rejected"
    return "220 welcome"


async def greet_submitter(address):
    if await BLOCKLIST.lists(address):
        return "554 rejected"
    return "220 welcome"

import asyncio
import json
import urllib.parse
import urllib.request


def _post(url, document):
    request = urllib.request.Request(
        url,
        data=json.dumps(document).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.status


def send_sms(gateway, text):
    return _post(urllib.parse.urljoin(gateway, "/sms"), {"message": text[:160]})


def send_chat(gateway, text):
    return _post(urllib.parse.urljoin(gateway, "/chat"), {"markdown": text})


SENDERS = {"sms": send_sms, "chat": send_chat}


class AlertRouter:
    """Sends an alert over the channels that the on-call person asked for."""

    def __init__(self, gateway, preferences):
        self.gateway = gateway
        self.preferences = preferences

    async def page(self, person, text):
        statuses = []
        for channel in self.preferences[person]:
            statuses.append(SENDERS[channel](self.gateway, text))  # BUG
        return statuses

    async def resolve(self, person, text):
        statuses = []
        for channel in self.preferences[person]:
            statuses.append(await asyncio.to_thread(SENDERS[channel], self.gateway, text))
        return statuses

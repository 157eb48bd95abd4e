"""Render invoices with the tax rate of the customer's country."""
import asyncio
from decimal import Decimal

RATES = {"de": "0.19", "fr": "0.20", "us": "0"}


async def tax_rate(country):
    await asyncio.sleep(0)
    return Decimal(RATES[country])


def render_invoice(number, *, net, rate):
    gross = (Decimal(net) * (1 + rate)).quantize(Decimal("0.01"))
    return f"#{number}: {gross}"


def render_credit_note(number, *, net, rate):
    return "-" + render_invoice(number, net=net, rate=rate)


async def invoice(number, country, net):
    fields = dict(net=net, rate=tax_rate(country))  # BUG
    return render_invoice(number, **fields)  # ALSO


async def credit_note(number, country, net):
    fields = dict(net=net, rate=await tax_rate(country))
    return render_credit_note(number, **fields)


async def proforma(number, country, net):
    pending = tax_rate(country)
    return render_invoice(number, net=net, rate=await pending)

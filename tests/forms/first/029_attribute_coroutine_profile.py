"""Profile page of a shop customer."""
import asyncio


async def load_profile(customer_id):
    await asyncio.sleep(0)
    return {"id": customer_id, "name": "Nora", "tier": "gold"}


async def load_orders(customer_id):
    await asyncio.sleep(0)
    return [{"id": 17, "total": 4200}]


class ProfilePage:
    def __init__(self, customer_id):
        self.customer_id = customer_id
        self.profile = None
        self.orders = None

    async def prepare(self):
        self.profile = load_profile(self.customer_id)  # BUG
        self.orders = await load_orders(self.customer_id)

    def title(self):
        return "{} ({})".format(self.profile["name"], self.profile["tier"])  # ALSO

    def order_lines(self):
        return [f"#{o['id']}: {o['total'] / 100:.2f}" for o in self.orders]


async def render_title(customer_id):
    page = ProfilePage(customer_id)
    await page.prepare()
    return page.title()


async def render_orders(customer_id):
    page = ProfilePage(customer_id)
    page.orders = await load_orders(customer_id)
    return page.order_lines()

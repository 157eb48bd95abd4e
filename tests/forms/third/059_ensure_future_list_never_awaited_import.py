"""Imports product feeds from several suppliers."""
import asyncio


class Catalogue:
    def __init__(self):
        self.products = {}

    async def load(self, supplier):
        await asyncio.sleep(0.01)
        self.products[supplier] = len(supplier)


async def nightly_import(catalogue, suppliers):
    imports = []
    for supplier in suppliers:
        imports.append(asyncio.ensure_future(catalogue.load(supplier)))  # BUG
    print(f"{len(imports)} imports started")
    return sorted(catalogue.products)


async def weekly_import(catalogue, suppliers):
    imports = []
    for supplier in suppliers:
        imports.append(asyncio.ensure_future(catalogue.load(supplier)))
    print(f"{len(imports)} imports started")
    for finished in asyncio.as_completed(imports):
        await finished
    return sorted(catalogue.products)


def main():
    print(asyncio.run(weekly_import(Catalogue(), ["acme", "globex"])))


if __name__ == "__main__":
    main()

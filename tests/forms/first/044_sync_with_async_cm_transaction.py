"""Transactions of the accounting store."""
import asyncio


class Transaction:
    def __init__(self, store):
        self.store = store
        self.changes = {}

    async def __aenter__(self):
        await self.store.lock.acquire()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        if exc_type is None:
            self.store.accounts.update(self.changes)
        self.store.lock.release()

    def set(self, account, amount):
        self.changes[account] = amount


class AccountStore:
    def __init__(self):
        self.accounts = {}
        self.lock = asyncio.Lock()

    def begin(self):
        return Transaction(self)


async def open_account(store, name):
    with store.begin() as tx:  # BUG
        tx.set(name, 0)


async def deposit(store, name, amount):
    async with store.begin() as tx:
        tx.set(name, store.accounts.get(name, 0) + amount)

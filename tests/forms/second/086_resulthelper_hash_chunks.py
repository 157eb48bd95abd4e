import asyncio
import hashlib
from concurrent.futures import ThreadPoolExecutor


def collect(futures):
    """Results of pool futures, in order of submission."""
    return [future.result() for future in futures]


def scrypt(password, salt):
    return hashlib.scrypt(password, salt=salt, n=2**14, r=8, p=1, dklen=32)


class Vault:
    """Key derivation for a set of vault entries."""

    def __init__(self, workers=2):
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="kdf")

    def _submit(self, password, salts):
        return [self._pool.submit(scrypt, password, salt) for salt in salts]

    def derive_offline(self, password, salts):
        """Used by the migration script."""
        return collect(self._submit(password, salts))

    async def derive_keys(self, password, salts):
        futures = self._submit(password, salts)
        keys = collect(futures)  # BUG
        return dict(zip(salts, keys))

    async def derive_backup_keys(self, password, salts):
        futures = self._submit(password, salts)
        keys = await asyncio.gather(*map(asyncio.wrap_future, futures))
        return dict(zip(salts, keys))

import asyncio

from aiobotocore.session import get_session
from botocore.exceptions import BotoCoreError


class Backup:
    def __init__(self, bucket: str):
        self.bucket = bucket
        self.s3 = get_session().create_client(
            "s3",
            region_name="eu-north-1",
            endpoint_url="http://127.0.0.1:19000",
            aws_access_key_id="minio",
            aws_secret_access_key="miniosecret",
        )

    async def store(self, name: str, body: bytes) -> None:
        await self.s3.put_object(Bucket=self.bucket, Key=name, Body=body)


async def main():
    backup = Backup("nightly")
    for name in ("users.csv", "orders.csv"):
        try:
            await backup.store(name, b"id;name\n")
        except BotoCoreError as error:
            print("not stored:", name, type(error).__name__)


if __name__ == "__main__":
    asyncio.run(main())

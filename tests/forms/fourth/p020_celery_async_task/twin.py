import asyncio

from celery import Celery

app = Celery("shop", broker="memory://", backend="cache+memory://")
app.conf.task_always_eager = True

ledger = []


async def send_transaction(tx_id):
    await asyncio.sleep(0)
    ledger.append(tx_id)


@app.task
def dispatch_transaction(tx_id):
    asyncio.run(send_transaction(tx_id))
    return f"tx {tx_id} dispatched"


def main():
    result = dispatch_transaction.delay(42)
    print(type(result.get()).__name__, ledger)


if __name__ == "__main__":
    main()

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer


def report(done: int, total: int) -> None:
    layer = get_channel_layer()
    async_to_sync(layer.group_send)(
        "imports",
        {"type": "import.progress", "percent": done * 100 // total},
    )


def import_rows(rows: list[str]) -> int:
    """Runs in a worker thread (a view or a task)."""
    kept = 0
    for number, row in enumerate(rows, start=1):
        if row.strip():
            kept += 1
        report(number, len(rows))
    return kept

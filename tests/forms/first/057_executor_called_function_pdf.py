"""PDF rendering is slow, so it runs in a thread."""
import asyncio
import time


def render_pdf(invoice_id: int) -> bytes:
    time.sleep(0.2)
    return b"%PDF-1.7 invoice " + str(invoice_id).encode()


def render_preview(invoice_id: int) -> bytes:
    time.sleep(0.2)
    return b"PNG" + str(invoice_id).encode()


class InvoiceViews:
    async def download(self, invoice_id: int) -> bytes:
        loop = asyncio.get_running_loop()
        body = await loop.run_in_executor(None, render_pdf(invoice_id))  # BUG
        return body

    async def preview(self, invoice_id: int) -> bytes:
        loop = asyncio.get_running_loop()
        body = await loop.run_in_executor(None, render_preview, invoice_id)
        return body

"""Order mails through the local relay."""
import asyncio
import smtplib
from email.message import EmailMessage


class MailSession:
    """Context manager around one SMTP connection."""

    def __init__(self, host: str, port: int):
        self.host = host
        self.port = port

    def __enter__(self) -> smtplib.SMTP:
        self._smtp = smtplib.SMTP(self.host, self.port, timeout=10)
        return self._smtp

    def __exit__(self, *exc_info) -> None:
        self._smtp.quit()


def order_mail(customer: str, order_id: int) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "shop@example.org"
    mail["To"] = customer
    mail["Subject"] = f"Order {order_id}"
    return mail


def deliver(host: str, port: int, mail: EmailMessage) -> None:
    with MailSession(host, port) as smtp:
        smtp.send_message(mail)


async def order_placed(host: str, port: int, customer: str, order_id: int) -> None:
    mail = order_mail(customer, order_id)
    with MailSession(host, port) as smtp:  # BUG
        smtp.send_message(mail)  # ALSO


async def order_changed(host: str, port: int, customer: str, order_id: int) -> None:
    mail = order_mail(customer, order_id)
    await asyncio.to_thread(deliver, host, port, mail)

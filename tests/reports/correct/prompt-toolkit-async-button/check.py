"""Press Enter on the Save button, then Ctrl-Q, as a user would."""
import asyncio

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from form import Form


async def main():
    with create_pipe_input() as keyboard:
        with create_app_session(input=keyboard, output=DummyOutput()):
            form = Form()
            running = asyncio.create_task(form.application().run_async())
            await asyncio.sleep(0.2)
            keyboard.send_text("\r")
            await asyncio.sleep(0.3)
            keyboard.send_text("\x11")
            print("saved:", await running, "| status:", form.status.text)


if __name__ == "__main__":
    asyncio.run(main())

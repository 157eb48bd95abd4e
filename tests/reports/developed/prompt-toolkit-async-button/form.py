import asyncio

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.layout import HSplit, Layout
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.widgets import Button, Label


class Form:
    def __init__(self):
        self.saved: list[str] = []
        self.status = Label("not saved")
        self.save_button = Button("Save", handler=self.save)

    async def save(self) -> None:
        self.status.text = "saving"
        await asyncio.sleep(0.05)
        self.saved.append("draft")
        self.status.text = "saved"
        get_app().invalidate()

    def application(self) -> Application:
        keys = KeyBindings()

        @keys.add("c-q")
        def leave(event):
            event.app.exit(result=self.saved)

        body = HSplit([self.status, self.save_button])
        return Application(Layout(body, focused_element=self.save_button), key_bindings=keys)


if __name__ == "__main__":
    print(Form().application().run())

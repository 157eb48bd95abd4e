class ValidationError(Exception):
    pass


class Form:
    def __init__(self, data):
        self.data = data

    def clean(self):
        if not self.data:
            raise ValidationError("empty form")

    async def check_remote(self):
        """Checks that need the database; forms override this."""

    async def submit(self):
        self.clean()  # ALSO
        await self.check_remote()
        return dict(self.data, accepted=True)


class ContactForm(Form):
    def clean(self):
        super().clean()
        if "@" not in self.data.get("mail", ""):
            raise ValidationError("mail address is needed")


class BookingForm(Form):
    def __init__(self, data, rooms):
        super().__init__(data)
        self.rooms = rooms

    async def clean(self):  # BUG
        if not await self.rooms.is_free(self.data["room"]):
            raise ValidationError("room is taken")


class CateringForm(Form):
    def __init__(self, data, kitchen):
        super().__init__(data)
        self.kitchen = kitchen

    async def check_remote(self):
        if not await self.kitchen.can_serve(self.data["guests"]):
            raise ValidationError("too many guests")

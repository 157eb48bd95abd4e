import asyncio
import json


async def check_data(user_input):
    await asyncio.sleep(0)
    errors = {}
    if not user_input.get("url", "").startswith("http"):
        errors["base"] = "invalid_url"
    return errors


class ConfigFlow:
    def show_form(self, step_id, errors):
        return {"type": "form", "step_id": step_id, "errors": errors}

    async def async_step_user(self, user_input):
        errors = check_data(user_input)  # BUG
        if errors:
            return self.show_form("user", errors=errors)
        return {"type": "create_entry", "data": user_input}


async def main():
    flow = ConfigFlow()
    print(json.dumps(await flow.async_step_user({"url": "file:///tmp/x.ics"})))
    print(json.dumps(await flow.async_step_user({"url": "https://example.org"})))


asyncio.run(main())

import asyncio

users = {"bob": {"quota": 2, "quota_used": 0}}
api_calls = []


async def translate(text, lang):
    await asyncio.sleep(0.01)
    api_calls.append(lang)
    return f"{lang}:{text}"


async def translate_submission(name, text):
    user = users[name]
    if user["quota_used"] >= user["quota"]:
        return "quota exceeded"
    user["quota_used"] += 1
    result = await asyncio.gather(*(translate(text, lang) for lang in ("de", "cs")))
    return result


async def main():
    answers = await asyncio.gather(
        *(translate_submission("bob", f"text {i}") for i in range(5))
    )
    print("refused:", answers.count("quota exceeded"), "api calls:", len(api_calls))


asyncio.run(main())

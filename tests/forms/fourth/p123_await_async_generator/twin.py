import asyncio


class Chatbot:
    async def ask(self, prompt):
        for word in f"you said {prompt}".split():
            await asyncio.sleep(0)
            yield {"message": word}


async def main():
    chatbot = Chatbot()
    words = [part["message"] async for part in chatbot.ask("hello")]
    print(" ".join(words))


if __name__ == "__main__":
    asyncio.run(main())

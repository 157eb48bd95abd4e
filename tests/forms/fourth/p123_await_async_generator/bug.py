import asyncio


class Chatbot:
    async def ask(self, prompt):
        for word in f"you said {prompt}".split():
            await asyncio.sleep(0)
            yield {"message": word}


async def main():
    chatbot = Chatbot()
    response = await chatbot.ask("hello")  # BUG
    print(response["message"])


if __name__ == "__main__":
    asyncio.run(main())

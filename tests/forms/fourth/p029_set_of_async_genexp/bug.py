import asyncio


class Analyses:
    def __init__(self, documents):
        self.documents = documents

    async def find(self, algorithm):
        for document in self.documents:
            await asyncio.sleep(0)
            if document["algorithm"] == algorithm:
                yield document


async def delete_unreferenced_hmms(analyses, hmms):
    cursor = analyses.find("nuvs")
    referenced_ids = list(set(a["hmm"] async for a in cursor))  # BUG
    return sorted(set(hmms) - set(referenced_ids))


async def main():
    analyses = Analyses([
        {"algorithm": "nuvs", "hmm": 1},
        {"algorithm": "pathoscope", "hmm": 2},
    ])
    print("deleted", await delete_unreferenced_hmms(analyses, [1, 2, 3]))


asyncio.run(main())

from elasticsearch import AsyncElasticsearch


class SearchFactory:
    _client: AsyncElasticsearch | None = None

    @classmethod
    def get_client(cls) -> AsyncElasticsearch:
        if cls._client is None:
            cls._client = AsyncElasticsearch(
                "http://127.0.0.1:19200", max_retries=0, request_timeout=2
            )
        return cls._client

    @classmethod
    async def close(cls) -> None:
        if cls._client is not None:
            await cls._client.close()
            cls._client = None


async def find(word: str) -> list[str]:
    client = SearchFactory.get_client()
    if not await client.ping():
        return []
    answer = await client.search(index="recipes", query={"match": {"text": word}})
    return [hit["_source"]["title"] for hit in answer["hits"]["hits"]]

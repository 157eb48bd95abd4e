# shows: async-generator-used-as-value
# in: plain-3_9 plain-3_13
async def rows():
    yield 1


rows().name

import asyncio
async def a(q: asyncio.Queue[str], e: asyncio.Event, l: asyncio.Lock):
    if e.wait(): print(1)  # BUG
    if l.acquire(): print(1)  # BUG
    print(q.get().x)  # BUG
    if q.get() is None: return  # BUG
    if not q.get(): return  # BUG
    return q.get() + "x"  # BUG
async def b(r: asyncio.StreamReader):
    line = r.readline()  # BUG
    if not line: return  # ALSO
    print(line.decode())  # ALSO
    data = r.read(10).decode()  # BUG
    while chunk := r.read(10):  # BUG
        print(chunk)  # ALSO

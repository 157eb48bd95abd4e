import asyncio
from dataclasses import dataclass


@dataclass
class Proof:
    weight: int


@dataclass
class Reply:
    proof: Proof


class Book:
    async def amount(self, key: str) -> int:
        return len(key)

    async def proof(self) -> Proof:
        return Proof(1)

    # A: the annotation of the local contradicts
    async def a_annotated_local(self, db) -> None:
        n: int = self.amount("x")  # BUG
        await db.execute("insert", (n,))  # ALSO

    # B: assigned, then given to a dataclass field that is annotated
    async def b_dataclass_field(self) -> Reply:
        p = self.proof()  # BUG
        return Reply(p)  # ALSO

    # C: directly given to a dataclass field
    async def c_direct(self) -> Reply:
        return Reply(self.proof())  # BUG

    # D: assigned, put in a dict
    async def d_dict(self, api) -> None:
        oid = self.amount("x")  # BUG
        body = {"id": oid}  # ALSO
        await api.post(data=body)  # ALSO

    # E: assigned, given to str.format
    async def e_format(self, ctx) -> None:
        c = self.amount("x")  # BUG
        await ctx.send("{} {}".format(1, c))  # ALSO

    # F: name is bound again from itself, then used as a number
    async def f_ifexp(self, k: float) -> float:
        rate = self.amount("x")  # BUG
        rate = 0 if rate is None else rate  # ALSO
        return k * rate  # ALSO

    # G: the left of `or`
    async def g_or(self) -> int:
        return await (self.amount("a") or self.amount("b"))  # BUG

    # H: list display that is returned
    async def h_list(self, rest: list[Proof]) -> list[Proof]:
        p = self.proof()  # BUG
        return [p] + rest  # ALSO

    # I: returned where the annotation says otherwise
    async def i_return(self) -> int:
        return self.amount("x")  # BUG

    # J: walrus in an if
    async def j_walrus(self) -> None:
        if v := self.amount("x"):  # BUG
            print(v.real)  # ALSO

    # K: attribute that the class annotates otherwise
    total: int = 0

    async def k_attr(self) -> None:
        self.total = self.amount("x")  # BUG

    # L: assigned and given as keyword to an async def of the project that annotates
    async def l_take(self, n: int) -> int:
        return n

    async def l_keyword(self) -> int:
        n = self.amount("x")  # BUG
        return await self.l_take(n=n)  # ALSO

    # M: same without annotation, used as value inside
    def m_take(self, n):
        return n + 1

    async def m_unannotated(self) -> int:
        n = self.amount("x")  # BUG
        return self.m_take(n)  # ALSO

    # N: given directly to a plain function that is unannotated and formats it
    async def n_direct(self) -> bool:
        return show(self.amount("x")) != "OK"  # BUG

    # O: branch in if/elif, then attr set on it
    async def o_branches(self, kind: str) -> None:
        if kind == "a":
            p = self.proof()  # BUG
        else:
            p = Proof(2)
        print(p.weight)  # ALSO


def show(value):
    return value.decode() if isinstance(value, bytes) else value


asyncio.run(Book().c_direct())

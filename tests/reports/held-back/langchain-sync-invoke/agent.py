import asyncio

from tools import load_tools

PLAN = [
    {"name": "nearest", "args": {"street": "Lake Road"}},
    {"name": "opening_hours", "args": {"place": "pool"}},
]


async def run_plan(plan: list[dict]) -> list[str]:
    tools = load_tools()
    answers = []
    for call in plan:
        answers.append(tools[call["name"]].invoke(call["args"]))
    return answers


if __name__ == "__main__":
    print(asyncio.run(run_plan(PLAN)))

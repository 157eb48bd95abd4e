import asyncio
import sys


async def execute_command(code, timeout):
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await asyncio.wait_for(proc.wait(), timeout)  # BUG
        stdout = await proc.stdout.read()
    except asyncio.TimeoutError:
        proc.kill()
        await proc.communicate()
        return "command timed out"
    return f"rc={proc.returncode} bytes={len(stdout)}"


async def main():
    print(await execute_command("print('x' * 100)", 3))
    print(await execute_command("print('x' * 500000)", 3))


if __name__ == "__main__":
    asyncio.run(main())

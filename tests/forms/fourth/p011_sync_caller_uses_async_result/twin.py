import asyncio
from dataclasses import dataclass


@dataclass
class Grade:
    effort_calibration: float
    passed: bool


async def grade_metacognition(answer):
    await asyncio.sleep(0)
    score = min(len(answer) / 20, 1.0)
    return Grade(score, score > 0.5)


def run_single_level(level, answer):
    grade = asyncio.run(grade_metacognition(answer))
    return {"level": level, "effort": grade.effort_calibration, "ok": grade.passed}


def main():
    for level, answer in [("L1", "short"), ("L2", "a rather long answer")]:
        print(run_single_level(level, answer))


if __name__ == "__main__":
    main()

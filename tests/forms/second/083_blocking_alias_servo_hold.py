"""Moves of a small robot arm; each servo needs time to settle."""
import asyncio
import time
from dataclasses import dataclass, field

hold = time.sleep


@dataclass
class Servo:
    pin: int
    angle: float = 90.0
    settle_time: float = 0.15
    history: list[float] = field(default_factory=list)

    def turn(self, angle: float) -> None:
        self.angle = max(0.0, min(180.0, angle))
        self.history.append(self.angle)

    def sweep_blocking(self, angles: list[float]) -> None:
        """For the bench script, which has no event loop."""
        for angle in angles:
            self.turn(angle)
            hold(self.settle_time)


class Gripper:
    def __init__(self, left: Servo, right: Servo) -> None:
        self.left = left
        self.right = right

    async def close(self) -> None:
        for servo, angle in ((self.left, 60.0), (self.right, 120.0)):
            servo.turn(angle)
            hold(servo.settle_time)  # BUG

    async def open(self) -> None:
        for servo, angle in ((self.left, 20.0), (self.right, 160.0)):
            servo.turn(angle)
            await asyncio.sleep(servo.settle_time)

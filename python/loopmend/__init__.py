"""loopmend finds event-loop bugs in Python projects."""

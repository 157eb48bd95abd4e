"""What happens to coroutines, tasks and event loops while a test suite runs.

The probe records and never changes an outcome: it raises nothing into a test, collects no garbage, and an error of
its own is an event. It needs the standard library only, and CPython for what is exact.
"""

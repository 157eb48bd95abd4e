"""Counters that threads and tasks share."""

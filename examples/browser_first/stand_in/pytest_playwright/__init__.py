"""A stand-in for pytest-playwright."""

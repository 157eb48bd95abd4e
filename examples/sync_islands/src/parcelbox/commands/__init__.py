"""Groups of commands, one in each file."""

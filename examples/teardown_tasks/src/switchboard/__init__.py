"""A switchboard: callers, operators, and the calls between them."""

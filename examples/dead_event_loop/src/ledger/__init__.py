"""Accounts, transfers and exchange rates."""

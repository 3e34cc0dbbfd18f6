"""Doors at which somebody without an account types a code; each knows every code that people get."""

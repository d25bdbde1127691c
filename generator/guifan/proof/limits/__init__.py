"""Limits and ladders against each other."""

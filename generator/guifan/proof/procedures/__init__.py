"""Procedures: what their steps take, where they lead, who is known and told on the way."""

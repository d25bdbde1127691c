"""Rules of the life cycle: who answers for an item, since when, until when, and what follows it."""

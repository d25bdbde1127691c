"""Rules of time: what the steps, limits and ladders say, worked out over the real calendar."""

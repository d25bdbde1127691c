"""Rules of coverage: somebody is there when it is promised, and may lawfully be."""

"""Corpus, proofs and findings become pages with sections, and pictures."""

"""Rules of metrics: what is counted, what is good, and that the two fit what is promised."""

"""Rules of privacy: why data are held, and who is told what before he is known."""

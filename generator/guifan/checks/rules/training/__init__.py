"""Rules of training: what is practised on is what the standard says."""

"""Questions computed from the corpus, each with a proof of its key and of every wrong answer."""

"""Area S: the source and its schema."""

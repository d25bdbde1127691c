"""Area R: references, roles, responsibility."""

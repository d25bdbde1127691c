"""From YAML text to typed items with positions."""

"""The commands: one module each with a ``COMMAND``, found by being here."""

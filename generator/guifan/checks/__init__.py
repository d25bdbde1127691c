"""The consistency checks: the engine, its reports, and the rules."""

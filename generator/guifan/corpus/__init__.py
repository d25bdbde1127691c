"""Items become one linked, immutable graph."""

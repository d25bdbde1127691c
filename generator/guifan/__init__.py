"""guifan: service standards as code."""

__version__ = "0.1.0"

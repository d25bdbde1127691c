"""Measure the search beside others; see ``--help``."""

import sys

from contest import main

if __name__ == "__main__":
    sys.exit(main())

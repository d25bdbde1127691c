"""``python -m guifan`` is the command ``guifan``."""

from guifan.cli import main

main(prog_name="guifan")

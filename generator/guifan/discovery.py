"""Modules found by being in a package: adding one touches no list."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from types import ModuleType


def modules(package: str, path: Iterable[str]) -> Iterator[tuple[str, ModuleType]]:
    """Import every module right under a package.

    Args:
        package: its ``__name__``.
        path: its ``__path__``.

    Returns:
        The modules' own names and the modules, in alphabetical order.
    """
    for found in pkgutil.iter_modules(path):
        yield found.name, importlib.import_module(f"{package}.{found.name}")

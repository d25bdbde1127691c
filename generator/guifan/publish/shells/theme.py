"""Whether a theme is one whose pages are known to be filled rightly: its version, unchanged."""

from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from guifan.publish.templates import PACKAGED, SOURCE

NAME = "material"
PACKAGE = "mkdocs-material"
_RUNNERS = ("mkdocs", "properdocs")

VERSIONS = frozenset({"9.8.1"})
"""Those with which the whole manual was compared, page by page."""


def is_known(config: MkDocsConfig) -> bool:
    """Whether every page's template is the theme's own or ours, as released."""
    theme = config.theme
    if theme.name != NAME or _version() not in VERSIONS:
        return False
    ours = next((path / "theme" for path in (SOURCE, PACKAGED) if path.is_dir()), None)
    return ours is not None and not any(
        _overrides(Path(folder), ours) for folder in theme.dirs if not is_released(Path(folder))
    )


def _version() -> str:
    try:
        return version(PACKAGE)
    except PackageNotFoundError:
        return ""


def is_released(folder: Path) -> bool:
    """Whether a folder of templates came with the theme or with what runs it."""
    specs = filter(None, map(find_spec, (NAME, *_RUNNERS)))
    homes = (Path(home) for spec in specs for home in spec.submodule_search_locations or ())
    return any(folder.is_relative_to(home) for home in homes)


def _overrides(folder: Path, ours: Path) -> bool:
    """Whether a folder holds a template of pages other than ours."""
    return any(
        not (twin := ours / path.relative_to(folder)).is_file()
        or twin.read_bytes() != path.read_bytes()
        for path in folder.rglob("*.html")
        if path.name != "404.html"
    )

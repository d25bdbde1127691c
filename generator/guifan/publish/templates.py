"""Where templates are found: the user's own first, then the source tree's, then the package's."""

from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

PACKAGED = Path(__file__).parent.parent / "site_templates"
"""In the wheel."""

SOURCE = Path(__file__).parents[3] / "site_templates"
"""In a checkout."""

CONFIGURATION = "mkdocs.yml"


def configuration(root: Path) -> Path:
    """The manual's own mkdocs.yml, or ours for a manual that has none."""
    candidates = (root, PACKAGED, SOURCE.parent)
    return next(path / CONFIGURATION for path in candidates if (path / CONFIGURATION).is_file())


def folders(root: Path) -> tuple[Path, ...]:
    """The folders that hold templates, the most particular first."""
    candidates = (root / "site_templates", SOURCE, PACKAGED)
    return tuple(dict.fromkeys(path.resolve() for path in candidates if path.is_dir()))


def environment(root: Path, _: Callable[[str], str]) -> Environment:
    """Jinja with every text escaped and every unknown name an error."""
    made = Environment(
        loader=FileSystemLoader([str(path) for path in folders(root)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.globals["_"] = _
    return made


def assets(root: Path) -> Iterator[tuple[str, Path]]:
    """Every asset by its address below ``assets/guifan/``; the most particular folder wins."""
    found: dict[str, Path] = {}
    for folder in folders(root):
        home = folder / "assets"
        for path in sorted(home.rglob("*")):
            if path.is_file():
                found.setdefault(path.relative_to(home).as_posix(), path)
    yield from sorted(found.items())

"""Where templates are found: the user's own first, then the source tree's, then the package's."""

from collections.abc import Callable, Iterator
from pathlib import Path
from traceback import extract_tb

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

PACKAGED = Path(__file__).parent.parent / "site_templates"
"""In the wheel."""

SOURCE = Path(__file__).parents[3] / "site_templates"
"""In a checkout."""

CONFIGURATION = "mkdocs.yml"


class _Compiled(BytecodeCache):
    """Templates that were compiled: in one process, none is compiled twice."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is known of a template, unless it was of another text."""
        if bucket.key in self._known:
            bucket.bytecode_from_string(self._known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._known[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


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
        auto_reload=False,  # every build has an environment of its own
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        bytecode_cache=_COMPILED,
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


def fault(error: Exception, root: Path) -> str | None:
    """What went wrong in a template, behind its file and line; None if it was not in a template.

    Where templates call each other, the most particular folder has the fault: ours are tried.
    """
    root = root.resolve()
    if isinstance(error, TemplateSyntaxError):
        return f"{_named(error.filename or error.name or '', root)}:{error.lineno}: {error.message}"
    reason = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    frames = [one for one in extract_tb(error.__traceback__) if not one.filename.endswith(".py")]
    for folder in folders(root):
        for frame in reversed(frames):
            if Path(frame.filename).is_relative_to(folder):
                return f"{_named(frame.filename, root)}:{frame.lineno}: {reason}"
    return reason if isinstance(error, TemplateError) else None


def _named(file: str, root: Path) -> str:
    """A template's file as seen from the manual's folder."""
    path = Path(file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file

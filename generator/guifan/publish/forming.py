"""Files brought into their one form: found, read, and written back if nobody else wrote."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guifan.findings import Finding
from guifan.language.layout.form import formed
from guifan.language.layout.keys import Keys
from guifan.language.layout.references import SIGN
from guifan.language.loader import load
from guifan.language.repairs import is_safe
from guifan.language.source import LARGEST, CannotRead, Source, decode, too_big
from guifan.publish.files import read_sources, yaml_files
from guifan.publish.replacing import replace_file

STANDARDS = "standards"


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was read.

    Args:
        name: its name for the reader.
        path: where it is.
        data: its bytes.
    """

    name: str
    path: Path
    data: bytes

    def read(self) -> tuple[Source | None, tuple[Finding, ...]]:
        """Its text; characters that nobody sees may stand in it, for they are taken away."""
        if len(self.data) > LARGEST:
            return None, (too_big(self.name, len(self.data)),)
        source, findings = decode(self.name, self.data)
        if source is None and all(map(is_safe, findings)):
            return Source(self.name, self.data.decode("utf-8-sig")), ()
        return source, findings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file.

    Args:
        written: the file.
        text: its form; None where it cannot be read and stays as it is.
        findings: why not, or what keeps it from being laid out.
    """

    written: Written
    text: str | None
    findings: tuple[Finding, ...]

    @property
    def before(self) -> str:
        """The text that was read, its byte order mark included."""
        return self.written.data.decode(errors="replace")

    @property
    def is_changed(self) -> bool:
        """Whether the form is another than the file's."""
        return self.text is not None and self.text.encode() != self.written.data


def files_of(path: Path) -> Iterator[Written | Finding]:
    """The files of a manual, of a folder in it, or the one that ``path`` names.

    Raises:
        CannotRead: there is nothing of the kind, or the system refuses a file.
    """
    name = path.as_posix()
    try:
        if path.is_file():
            yield Written(name, path, path.read_bytes())
            return
        manual = manual_of(path)
        if manual is None:
            reason = "这里没有手册的文件" if path.exists() else "没有这个文件或文件夹"
            raise CannotRead(name, reason)
        if manual == path.resolve():
            path /= STANDARDS
            name = path.as_posix()
        for entry in yaml_files(path, name):
            if isinstance(entry, Finding):
                yield entry
            else:
                file, where = entry[0], Path(entry[1])
                yield Written(file, where, where.read_bytes())
    except OSError as error:
        raise CannotRead(str(error.filename or name), error.strerror or str(error)) from error


def manual_of(path: Path) -> Path | None:
    """The folder of the manual that a path is, or in whose standards it lies; None without one."""
    real = path.resolve()
    if (real / STANDARDS).is_dir():
        return real
    homes = (one.parent for one in (real, *real.parents) if one.name == STANDARDS and one.is_dir())
    return next(homes, None)


def mentions_typed(files: Iterable[Written]) -> bool:
    """Whether a reference is written ``[[id]]`` somewhere."""
    return any(SIGN.encode() in one.data for one in files)


def known_ids(manual: Path) -> frozenset[str]:
    """All ids that a manual gives or gave.

    Raises:
        CannotRead: a file of it cannot be read.
    """
    loaded = load(read_sources(manual)[0])
    items = [entry.item for entry in loaded.entries]
    return loaded.broken.union((one.id for one in items), *(one.was for one in items))


def form_of(written: Written, known: Container[str], keys: Keys | None) -> Outcome:
    """The form of a file; one that cannot be read stays as it is.

    Raises:
        LostError: the form would change what the file says.
    """
    source, findings = written.read()
    if source is None:
        return Outcome(written, None, findings)
    form = formed(source, known, keys)
    return Outcome(written, form.text, form.findings)


def write(outcome: Outcome) -> bool:
    """Write a file's form; not where somebody has written the file meanwhile.

    Raises:
        CannotRead: the system refuses.
    """
    path = outcome.written.path.resolve()
    try:
        if path.read_bytes() != outcome.written.data:
            return False
        if outcome.text is not None:
            replace_file(path, outcome.text.encode())
    except OSError as error:
        raise CannotRead(outcome.written.name, error.strerror or str(error)) from error
    return True

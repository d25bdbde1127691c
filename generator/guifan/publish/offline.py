"""The whole site as one archive that opens from a folder, without a server or a network."""

import dataclasses
import lzma
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from guifan.publish.build import Wanted, build_site
from guifan.publish.swap import OccupiedError
from guifan.quiz.carriers import MARK

SUFFIX = ".tar.xz"

_FILTERS = ({"id": lzma.FILTER_LZMA2, "preset": 1, "dict_size": 32 << 20},)
"""Pages share most of their bytes: so far back the same is found again."""

_FIRST_DAY = 315532800
"""1980-01-01, the day of every file: the same site is the same archive."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A copy to carry away.

    Args:
        pages: how many pages it has.
        size: its bytes.
        first: what to open once it is unpacked.
    """

    pages: int
    size: int
    first: str


def export_offline(root: Path, out: Path, wanted: Wanted) -> Packed:
    """Build the manual in ``root`` for a folder, and pack it.

    Args:
        root: the manual's folder.
        out: the archive, whose name ends in `SUFFIX`; an earlier copy there is replaced.
        wanted: which edition.

    Raises:
        BuildFailedError: MkDocs refused, or a page could not be made.
        OccupiedError: something other than an earlier copy stands at ``out``.
        OSError: the disk is full or a folder cannot be written.
        RefusedError: the standards hold errors.
    """
    if (out.exists() or out.is_symlink()) and not _is_own(out):
        raise OccupiedError(str(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    name = out.name.removesuffix(SUFFIX)
    with tempfile.TemporaryDirectory(prefix=f".{name}.", dir=out.parent) as beside:
        built = build_site(
            root, str(Path(beside).resolve() / "site"), dataclasses.replace(wanted, folder=True)
        )
        new = Path(beside, "new")
        _pack(built.site.resolve(), name, new)
        new.replace(out)
    return Packed(built.pages, out.stat().st_size, f"{name}/index.html")


def _pack(site: Path, name: str, path: Path) -> None:
    with (
        lzma.open(path, "wb", filters=_FILTERS) as packed,
        tarfile.open(
            fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT, pax_headers={"comment": MARK}
        ) as archive,
    ):
        for one in sorted(site.rglob("*")):
            if not one.is_file():
                continue
            member = tarfile.TarInfo(f"{name}/{one.relative_to(site).as_posix()}")
            member.size, member.mtime = one.stat().st_size, _FIRST_DAY
            with one.open("rb") as data:
                archive.addfile(member, data)


def _is_own(path: Path) -> bool:
    try:
        with tarfile.open(path) as archive:
            return archive.pax_headers.get("comment") == MARK
    except (tarfile.TarError, OSError):
        return False

"""A file replaced whole: whoever reads it meanwhile sees the old one or the new one."""

from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write the whole file beside the old one, with its rights, and swap; or where there is none.

    Raises:
        OSError: it cannot be written.
    """
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    if path.exists():
        new.chmod(path.stat().st_mode)
    new.replace(path)

"""The manual that a command works on: opened, and judged as of one day."""

from datetime import date
from pathlib import Path

from guifan.checks.memory import Memory
from guifan.commands._command import CannotRunError, MisusedError, _
from guifan.corpus.graph import Corpus
from guifan.language.source import CannotRead
from guifan.publish.day import day_of, today
from guifan.publish.folder import Folder, open_folder

_NOT_A_DAY = (ValueError, OverflowError, OSError)
"""What reading a day that is none may raise."""


def standing(path: str) -> Path:
    """The folder of a manual, as an absolute path.

    Raises:
        CannotRunError: there is none.
    """
    root = Path(path)
    if not (root / "standards").is_dir():
        text = _("{path} 里没有 standards 文件夹。请在手册的文件夹里运行，或者写明它在哪里。")
        raise CannotRunError(text.format(path=root.resolve()))
    return root.resolve()


def opened(path: str, memory: Memory | None = None) -> Folder:
    """The manual in a folder.

    Args:
        path: the folder.
        memory: what is remembered of the check before; None to read and judge everything anew.

    Raises:
        CannotRunError: there is none, or a file of it cannot be read.
    """
    standing(path)
    try:
        return open_folder(Path(path), memory)
    except CannotRead as error:
        reason = _(error.reason)
        text = _("读不了 {path}：{reason}")
        raise CannotRunError(text.format(path=error.path, reason=reason)) from None


def judged_day(written: str | None, corpus: Corpus) -> date:
    """The day of judgement: as written, else of SOURCE_DATE_EPOCH, else today in the zone.

    Raises:
        MisusedError: neither the day nor the environment's is a date.
    """
    try:
        return day_of(corpus, written)
    except _NOT_A_DAY:
        raise _unreadable_day() from None


def readable_day(written: str | None) -> str | None:
    """The day as written, if it is one, and SOURCE_DATE_EPOCH too.

    Raises:
        MisusedError: one of them is not.
    """
    try:
        today(written)
    except _NOT_A_DAY:
        raise _unreadable_day() from None
    return written


def _unreadable_day() -> MisusedError:
    return MisusedError(_("日期要写成 2026-01-01 这样（--date 或环境变量 SOURCE_DATE_EPOCH）。"))

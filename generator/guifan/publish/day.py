"""The day on which a manual is judged: taken once, by the face."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from guifan.corpus.graph import Corpus

ZONE = "Asia/Shanghai"


def today(written: str | None = None, zone: str = ZONE) -> date:
    """The day written, else that of SOURCE_DATE_EPOCH, else today in the manual's zone.

    Raises:
        ValueError: what is written is not a day.
    """
    if written:
        return date.fromisoformat(written)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(_zone(zone)).date()
    return datetime.now(_zone(zone)).date()


def day_of(corpus: Corpus, written: str | None = None) -> date:
    """The day on which a corpus is judged, in its own zone; see ``today``."""
    return today(written, corpus.manual.zone if corpus.manual else ZONE)


def zone_of(corpus: Corpus) -> ZoneInfo:
    """A corpus's own zone."""
    return _zone(corpus.manual.zone if corpus.manual else ZONE)


def _zone(name: str) -> ZoneInfo:
    """The zone of a name; the usual one where there is no such zone, which a rule reports."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo(ZONE)

"""The day on which a manual is judged: taken once, by the face."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

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
        return datetime.fromtimestamp(int(epoch), UTC).astimezone(ZoneInfo(zone)).date()
    return datetime.now(ZoneInfo(zone)).date()

"""When things are due, by walking the calendar day by day: the oracle of the operators on time.

It shares no code with the package. An instant is a day (ordinal) and a minute of it, 0…1440, so
that 24:00 belongs to the day that ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import holidays
from planting import Item, Manual, amount, text, texts

from guifan.language.nodes import MappingNode

Instant = tuple[int, int]

OPEN, CLOSE, DAY = 8 * 60 + 30, 17 * 60 + 30, 24 * 60
SATURDAY = 5

_REST = holidays.country_holidays("CN", years=range(2025, 2029))
# Weekends that are worked instead (国办发明电〔2025〕7 号), which the library does not list.
_WORKED = {
    date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9),
    date(2026, 9, 20), date(2026, 10, 10),
}  # fmt: skip
_MINUTES = {"秒": 1 / 60, "分钟": 1, "小时": 60}


@cache
def is_worked(day: int) -> bool:
    """Whether the office is open on a day."""
    one = date.fromordinal(day)
    return one in _WORKED or (one.weekday() < SATURDAY and one not in _REST)


def due(start: Instant, written: str, calendar: str) -> Instant | None:
    """The end of a time that runs from ``start``; None for a unit that is not walked here."""
    parts = amount(written)
    if parts is None:
        return None
    number, unit = parts
    if calendar == "duty" and unit in ("个工作日", "工作小时", "工作分钟"):
        unit = {"个工作日": "日", "工作小时": "小时", "工作分钟": "分钟"}[unit]
    day, minute = start
    if unit in _MINUTES:
        minute += round(number * _MINUTES[unit])
        return day + minute // DAY, minute % DAY
    if unit == "日":
        return day + int(number), DAY
    if unit == "个工作日":
        left = int(number)
        while left:
            day += 1
            left -= is_worked(day)
        return day, CLOSE
    if unit in ("工作小时", "工作分钟"):
        return _worked(start, round(number * (60 if unit == "工作小时" else 1)))
    return None


def _worked(start: Instant, left: int) -> Instant:
    """After so many minutes of opening time."""
    day, minute = start
    while True:
        if is_worked(day) and minute < CLOSE:
            at = max(minute, OPEN)
            if at + left <= CLOSE:
                return day, at + left
            left -= CLOSE - at
        day, minute = day + 1, 0


def starts() -> Iterator[Instant]:
    """Instants of 2026 from which something may run: every day, morning to evening."""
    for day in range(date(2026, 1, 1).toordinal(), date(2026, 12, 1).toordinal()):
        for hour in (9, 16):
            yield day, hour * 60


def later(one: str, other: str, calendar: str) -> bool:
    """Whether ``one`` ends after ``other`` from some start."""
    for start in starts():
        ends = due(start, one, calendar), due(start, other, calendar)
        if None in ends:
            return False
        if ends[0] > ends[1]:  # type: ignore[operator]
            return True
    return False


class Walk:
    """A procedure, walked from its first step: ways back are left out, so every end is reached.

    Args:
        manual: for the limits that steps name.
        procedure: the procedure.
        written: times that its steps have instead, by step.
    """

    def __init__(
        self, manual: Manual, procedure: Item, written: Mapping[str, str] | None = None
    ) -> None:
        self.steps = procedure.parts("steps")
        self.names = [text(step, "id") for step in self.steps]
        promise = manual.by_id.get(procedure.text("promise"))
        self.promise = promise.text("within") if promise else ""
        self.calendar = promise.text("calendar") if promise else ""
        own = procedure.text("calendar") or self.calendar
        self.first = procedure.text("promise_from") or self.names[0]
        self.last = procedure.text("promise_to") or self.names[-1]
        self.times: dict[str, tuple[str, str]] = {}
        for name, step in zip(self.names, self.steps, strict=True):
            limit = manual.by_id.get(text(step, "limit"))
            time = (written or {}).get(name) or text(step, "within") or text(step, "cap")
            self.times[name] = (time, own)
            if limit and not (written or {}).get(name):
                self.times[name] = (limit.text("within"), limit.text("calendar") or own)
        self.after = {name: self._after(name) for name in self.names}

    def _after(self, name: str) -> set[str]:
        """The steps that may come next, onward only."""
        at = self.names.index(name)
        step = self.steps[at]
        joins = {
            one: text(parallel, "then")
            for other in self.steps
            if isinstance(parallel := other.get("parallel"), MappingNode)
            for one in texts(parallel.get("steps"))
        }
        parallel = step.get("parallel")
        branches = step.get("branches")
        following = self.names[at + 1] if at + 1 < len(self.names) else ""
        if isinstance(parallel, MappingNode):
            some = set(texts(parallel.get("steps")))
        elif branches is not None:
            some = {text(one, "to") for one in getattr(branches, "values", ())}
        else:
            some = {text(step, "then") or joins.get(name) or following}
        return {one for one in some if one in self.names and self.names.index(one) > at}

    def reaches(self, one: str, other: str, without: str = "") -> bool:
        """Whether there is a way from one step to another."""
        if one == other:
            return True
        return any(
            self.reaches(near, other, without) for near in self.after[one] if near != without
        )

    def is_on_way(self, name: str) -> bool:
        """Whether some case under the promise passes the step."""
        return self.reaches(self.first, name) and self.reaches(name, self.last)

    def is_on_every_way(self, name: str) -> bool:
        """Whether every case that is answered passes the step."""
        if name in (self.first, self.last):
            return True
        return self.is_on_way(name) and not self.reaches(self.first, self.last, without=name)

    def breaks_promise(self) -> bool:
        """Whether from some start the steps, each in its full time, end after the promise."""
        return any(self._is_late(start) for start in starts())

    def _is_late(self, start: Instant) -> bool:
        promised = due(start, self.promise, self.calendar)
        if promised is None:
            return False
        arrived: dict[str, Instant] = {self.first: start}
        for name in self._onward():
            if name not in arrived:
                continue
            end = due(arrived[name], *self.times[name]) if self.times[name][0] else arrived[name]
            if end is None:
                return False
            if name == self.last:
                return end > promised
            for near in self.after[name]:
                arrived[near] = max(arrived.get(near, end), end)
        return False

    def _onward(self) -> Sequence[str]:
        return self.names[self.names.index(self.first) :]

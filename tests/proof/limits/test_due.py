"""Due dates against the vectors, which code that imports nothing of the package has worked out."""

from __future__ import annotations

import json
import runpy
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from guifan.checks.examples import BASE, SHARED
from guifan.corpus.graph import Corpus
from guifan.language.catalogues import SOURCE, translator
from guifan.language.kinds.limit import Limit
from guifan.manual.deadlines import almanac
from guifan.proof.law.floors import bounded_by
from guifan.proof.limits.due import Due, Part, Sort, clocks_around, due
from guifan.publish.folder import open_folder
from guifan.temporal.moments import Moment

VECTORS = Path(__file__).parents[2] / "vectors" / "deadlines.json"
MADE = json.loads(VECTORS.read_text("utf-8"))
SHARED_FIELDS = {names[0]: value for names, value in SHARED.items()}


def test_the_vectors_are_what_their_generator_makes() -> None:
    generator = VECTORS.with_suffix(".py")
    made = runpy.run_path(str(generator))["text"]()
    assert made == VECTORS.read_text("utf-8"), f"run python {generator.name} in its folder"


def test_the_generator_imports_nothing_of_the_package() -> None:
    for file in (VECTORS.with_suffix(".py"), VECTORS.parents[1] / "house" / "clockwork.py"):
        assert "guifan" not in file.read_text("utf-8")


def manual(world: str, folder: Path) -> Corpus:
    """A manual with the calendars and the limits of a world."""
    own = MADE["worlds"][world]
    head = yaml.safe_load(BASE[0])
    head["zone"] = own["almanac"]["zone"]
    head["calendars"] = [
        {"id": one, "title": one, **MADE["calendars"][one]} for one in MADE["calendars"]
    ]
    floors = [
        {
            "id": f"floor-{at}",
            "title": "底线",
            "article": "article-1",
            "measure": "maximum",
            "value": limit["law"]["written"],
            "verification": "V1",
        }
        for at, limit in enumerate(own["limits"])
        if limit["law"]
    ]
    law = {
        "kind": "regulation",
        "id": "rules",
        "title": "办法",
        "short": "办法",
        "issuer": "机关",
        "about": "答复",
        "editions": [{"id": "first", "title": "公布", "effective": "2016-07-30"}],
        "articles": [
            {
                "id": "article-1",
                "number": "第一条",
                "edition": "first",
                "says": "答复",
                "verification": "V1",
            }
        ],
        "floors": floors,
    }
    limits = [_limit(at, one) for at, one in enumerate(own["limits"])]
    (folder / "standards").mkdir(parents=True)
    for at, item in enumerate([head, *map(yaml.safe_load, BASE[1:]), law, *limits]):
        text = yaml.safe_dump({**SHARED_FIELDS, **item}, allow_unicode=True)
        (folder / "standards" / f"{at:03}.yaml").write_text(text, "utf-8")
    return open_folder(folder).corpus


def _limit(at: int, one: dict[str, Any]) -> dict[str, Any]:
    made = {
        "kind": "limit",
        "id": f"limit-{at}",
        "title": f"时限 {at}",
        "within": one["within"]["written"],
        "from": "complaint-received",
        "to": "complaint-answered",
    }
    made |= {"calendar": one["calendar"]} if one["calendar"] else {}
    made |= {"floor": f"rules.floor-{at}"} if one["law"] else {}
    if one["extension"]:
        made["extension"] = {
            "add": one["extension"]["written"],
            "times": f"{one['extension']['times']} 次",
            "reasons": ["third-party"],
            "granted_by": "shift-leader",
            "notice": "before-deadline",
        }
    made["pauses"] = [
        {
            "id": f"pause-{n}",
            "reason": "等",
            "cap": cap["written"],
            "granted_by": "shift-leader",
            "told": "是",
        }
        for n, cap in enumerate(one["pauses"])
    ]
    return made


@pytest.fixture(scope="module", params=MADE["worlds"])
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Corpus]:
    name = str(request.param)
    return name, manual(name, tmp_path_factory.mktemp(name) / "manual")


def moment(text: str) -> Moment:
    day, _, clock = text.partition(" ")
    hour, minute, second = map(int, clock.split(":"))
    return Moment(date.fromisoformat(day), (hour * 60 + minute) * 60 + second)


def test_every_vector_is_due_when_it_says(world: tuple[str, Corpus]) -> None:
    name, corpus = world
    assert corpus.manual
    clocks = clocks_around(corpus.manual, date.fromisoformat(MADE["worlds"][name]["day"]))
    own = [case for case in MADE["cases"] if case["world"] == name]
    wrong = []
    for case in own:
        limit = corpus.one(Limit, f"limit-{case['limit']}")
        assert limit
        pauses = limit.pauses[: case.get("pauses", 0)]
        found = due(clocks, limit, moment(case["start"]), bounded_by(corpus, limit), pauses)
        extended = case.get("extended", 0)
        end = found.extensions[extended - 1].end if extended else found.base
        told: dict[str, Any] = {"due": str(end)}
        told |= {"law": str(found.law)} if "law" in case else {}
        told |= {"days": worked(found)} if "days" in case else {}
        if extended == len(found.extensions) or not extended:
            told["provisional"] = found.is_provisional(extended=bool(extended))
        if told != {key: case.get(key, False) for key in told}:
            wrong.append((case, told))
    assert len(own) > 30
    assert not wrong, f"{len(wrong)} of {len(own)}: {wrong[:3]}"


def worked(found: Due) -> list[str]:
    """The days that count, told by their numbers."""
    steps = [one for leg in found.legs for one in leg.steps if one.sort is Sort.COUNTED]
    assert [one.number for one in steps] == list(range(1, len(steps) + 1))
    return [str(one.day) for one in steps]


def test_what_a_site_publishes_is_what_the_vectors_hold(world: tuple[str, Corpus]) -> None:
    name, corpus = world
    own = MADE["worlds"][name]
    assert corpus.manual
    found = almanac(corpus.manual, date.fromisoformat(own["day"]), translator(SOURCE))
    found = json.loads(json.dumps(found))
    expected = own["almanac"]
    for key in ("zone", "first", "starts", "arranged"):
        assert found[key] == expected[key]
    assert set(spread(found["works"])) >= within(spread(expected["works"]), expected)
    assert clock(found, expected) == clock(expected, expected)
    rests = {day for one in found["fewest"]["rests"] for day in spread([one[1:]])}
    listed = {day for one in expected["fewest"]["rests"] for day in spread([one[1:]])}
    workdays = {day for day in within(rests, expected) if day.weekday() < 5}
    assert workdays == {day for day in within(listed, expected) if day.weekday() < 5}
    for calendar, made in expected["fewest"]["calendars"].items():
        mine = found["fewest"]["calendars"][calendar]
        assert {**mine, "days": 0} == {**made, "days": 0}
        assert opened(mine, expected) == opened(made, expected)


def spread(runs: list[list[Any]]) -> list[date]:
    return [
        date.fromisoformat(first) + timedelta(days=n) for first, many in runs for n in range(many)
    ]


def within(days: Any, almanac: dict[str, Any]) -> set[date]:
    return {day for day in days if almanac["first"] <= str(day) <= almanac["last"]}


def opened(calendar: dict[str, Any], almanac: dict[str, Any]) -> dict[date, Any]:
    """The days of a calendar that differ from its week, with their hours."""
    found = {day: spans for spans, runs in calendar["days"] for day in spread(runs)}
    return {day: found[day] for day in within(found, almanac)}


def clock(almanac: dict[str, Any], known: dict[str, Any]) -> Any:
    """The changes of a zone's clock in the years that are known."""
    if almanac["clock"] is None:
        return None
    first, last = (date.fromisoformat(known[key]).toordinal() - 719163 for key in ("first", "last"))
    return [one for one in almanac["clock"]["changes"] if first * 86400 <= one[0] < last * 86400]


def test_a_pause_is_told_as_a_stretch_of_its_own(world: tuple[str, Corpus]) -> None:
    name, corpus = world
    if name != "china":
        return
    assert corpus.manual
    limit = next(one for one in corpus.of(Limit) if len(one.pauses) == 2)
    clocks = clocks_around(corpus.manual, date(2026, 6, 1))
    found = due(clocks, limit, moment("2026-09-23 09:00:00"), None, limit.pauses)
    assert [leg.part for leg in found.legs] == [Part.BASE, Part.PAUSE, Part.PAUSE]
    # 24, 28, 29, 30 September, 8, 9, 10 October; then five days to 16 October, then two more.
    assert [leg.end.day for leg in found.legs] == [date(2026, 10, day) for day in (10, 16, 20)]

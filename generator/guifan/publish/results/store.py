"""Answers counted: each is marked as it is read, then a database does the sums on disk.

The database holds no more than a set amount in memory, however many answers there are. It needs
DuckDB, which is installed with ``guifan[results]``.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guifan.publish.results.reading import read
from guifan.quiz.item import Item
from guifan.quiz.results.analysis import OTHERS, Counted, Group
from guifan.quiz.results.faults import Faults
from guifan.quiz.results.marking import Marked, marked
from guifan.quiz.results.response import Response
from guifan.quiz.results.statistics import Sums

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "512MB"
"""What the database may hold."""

REMEMBERED = 200_000
"""How many different answers are remembered as they were marked."""


class NoDatabaseError(Exception):
    """DuckDB is not installed."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that was counted.

    Args:
        items: by question.
        models: by the model of questions.
        clauses: by the item of the manual.
        read: how many answers the files hold.
        counted: how many of them are somebody's first to a question.
        people: how many people gave those.
    """

    items: Mapping[str, Counted]
    models: Mapping[str, Group]
    clauses: Mapping[str, Group]
    read: int
    counted: int
    people: int


def tally(paths: Iterable[Path], items: Mapping[str, Item], faults: Faults) -> Tally:
    """Count what the files hold.

    Args:
        paths: of the files.
        items: every question by its id.
        faults: where what is wrong is noted.

    Raises:
        NoDatabaseError: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415  # an extra: nothing else needs it
    except ImportError:
        raise NoDatabaseError from None
    files = tuple(paths)
    with TemporaryDirectory(prefix="guifan-results-") as folder:
        answers, asked = Path(folder) / "answers.csv", Path(folder) / "asked.csv"
        read_ones = _write(answers, files, items, faults)
        with asked.open("w", encoding="utf-8", newline="") as stream:
            told = ((at, one.model.name, one.clause.item) for at, one in enumerate(items.values()))
            csv.writer(stream).writerows(told)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": 2,
            "temp_directory": folder,
        }
        with duckdb.connect(str(Path(folder) / "results.duckdb"), config=settings) as database:
            database.execute(_LOAD_ANSWERS, [str(answers)])
            database.execute(_LOAD_ASKED, [str(asked)])
            _repeats(database, files, faults)
            database.execute(_FIRST)
            return _counted(database, tuple(items), read_ones)


def _write(out: Path, files: Sequence[Path], items: Mapping[str, Item], faults: Faults) -> int:
    """Write every answer that counts as the database takes it; how many there were in all."""
    marker = _Marker(items, faults)
    count = 0
    with out.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        for file, one in read(files, items, faults):
            count += 1
            found = marker.mark(files[file].name, one)
            if found is not None:
                at, letters, right = found
                rows.writerow(
                    (file, one.row, one.record, one.learner, at, one.at, letters, int(right))
                )
    return count


class _Marker:
    """Tells of each answer what counts of it."""

    def __init__(self, items: Mapping[str, Item], faults: Faults) -> None:
        self._items = {name: (at, one, one.hash) for at, (name, one) in enumerate(items.items())}
        self._faults = faults
        self._met: dict[tuple[str, str], Marked] = {}

    def mark(self, file: str, one: Response) -> tuple[int, str, bool] | None:
        """The place of the question, what was chosen, and whether it is right; None if nothing."""
        if not one.learner:
            self._faults.add("no-learner", file, one.row)
            return None
        known = self._items.get(one.item)
        if known is None:
            self._faults.add("unknown-item", file, one.row, one.item)
            return None
        at, item, digest = known
        is_old = one.hash and not digest.startswith(one.hash)
        if is_old or one.version not in (0, item.clause.version):
            self._faults.add("other-edition", file, one.row, one.item)
            return None
        found = self._marked(item, one.answer) if one.answer else _NOTHING
        right = found.right if one.right is None else one.right
        if right is None:
            self._faults.add("no-verdict", file, one.row)
            return None
        if one.answer and found.right is None:
            self._faults.add("unknown-answer", file, one.row, one.item)
        elif found.right not in (None, right):
            self._faults.add("marked-otherwise", file, one.row, one.item)
        return at, found.letters, right

    def _marked(self, item: Item, answer: str) -> Marked:
        key = (item.id, answer)
        found = self._met.get(key)
        if found is None:
            found = marked(item, answer)
            if len(self._met) < REMEMBERED:
                self._met[key] = found
        return found


_NOTHING = Marked()

_LOAD_ANSWERS = """
create table answers as select * from read_csv(?, header = false, auto_detect = false,
  delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = 8388608,
  columns = {
    'file': 'integer', 'line': 'integer', 'record': 'varchar', 'learner': 'varchar',
    'item': 'integer', 'moment': 'varchar', 'letters': 'varchar', 'correct': 'tinyint'
  })
"""

_LOAD_ASKED = """
create table asked as select * from read_csv(?, header = false, auto_detect = false,
  delim = ',', quote = '"', escape = '"', new_line = '\\r\\n',
  columns = {'item': 'integer', 'model': 'varchar', 'clause': 'varchar'})
"""

_FIRST = f"""
create table firsts as
  select learner, item, coalesce(letters, '') as letters, correct from answers
  qualify row_number() over (
    partition by learner, item order by coalesce(moment, ''), file, line) = 1;
create table people as
  select learner, sum(correct) as had, count(*) as met from firsts group by learner;
create table skilled as
  select f.item, f.letters, f.correct,
    case when p.met > {OTHERS} then (p.had - f.correct) / (p.met - 1)::double end as skill
  from firsts f join people p using (learner);
"""
"""Whoever answers again has learned from the first time: only that counts.

The skill is that shown in all other questions: one that counts in its own measure looks better
than it is.
"""


def _repeats(database: "DuckDBPyConnection", files: tuple[Path, ...], faults: Faults) -> None:
    """Note rows that say what another has said, and people who answered again."""
    same = """select file, min(line), count(*) from (
        select *, row_number() over (
          partition by learner, item, coalesce(record, ''), coalesce(moment, ''),
            coalesce(letters, ''), correct
          order by file, line) as nth from answers) where nth > 1 group by file order by file"""
    doubles = 0
    for file, row, count in database.execute(same).fetchall():
        faults.add("duplicate", files[file].name, row, count=count)
        doubles += count
    again = "select count(*) - count(distinct (learner, item)) from answers"
    (found,) = database.execute(again).fetchone() or (0,)
    if found > doubles:
        faults.add("repeated", "", count=found - doubles)


def _counted(database: "DuckDBPyConnection", names: tuple[str, ...], read_ones: int) -> Tally:
    """What the database says."""
    chosen: dict[int, dict[str, int]] = {}
    choosers: dict[int, dict[str, Sums]] = {}
    for item, letter, count, *sums in database.execute(_BY_OPTION).fetchall():
        chosen.setdefault(item, {})[letter] = count
        choosers.setdefault(item, {})[letter] = Sums(*sums)
    found = {
        names[item]: Counted(
            people,
            right,
            Sums(*sums[:3]),
            Sums(*sums[3:]),
            understood,
            chosen.get(item, {}),
            choosers.get(item, {}),
        )
        for item, people, right, understood, *sums in database.execute(_BY_ITEM).fetchall()
    }
    (counted, people) = database.execute(
        "select coalesce(sum(met), 0)::bigint, count(*) from people"
    ).fetchone() or (0, 0)
    groups = (dict(_groups(database, name)) for name in ("model", "clause"))
    models, clauses = groups
    return Tally(found, models, clauses, read_ones, counted, people)


_SUMS = "count(skill), coalesce(sum(skill), 0), coalesce(sum(skill * skill), 0)"

_BY_ITEM = f"""
select item, count(*), sum(correct)::bigint, count(*) filter (letters <> ''), {_SUMS},
  count(skill) filter (correct = 1),
  coalesce(sum(skill) filter (correct = 1), 0),
  coalesce(sum(skill * skill) filter (correct = 1), 0)
from skilled group by item order by item
"""

_BY_OPTION = f"""
select item, letter, count(*), {_SUMS} from (
  select item, skill, unnest(string_split(letters, '')) as letter from skilled where letters <> ''
) group by item, letter order by item, letter
"""


def _groups(database: "DuckDBPyConnection", name: str) -> Iterator[tuple[str, Group]]:
    told = f"""select {name}, count(distinct learner), count(*), sum(correct)::bigint
        from firsts join asked using (item) group by {name} order by {name}"""
    for group, people, answers, right in database.execute(told).fetchall():
        yield group, Group(people, answers, right)

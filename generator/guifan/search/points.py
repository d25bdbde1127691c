"""What counts how much, in points and in hundredths; both engines read it from here.

Chosen by `queries.yaml` and `held_out.yaml` of `tests/search`. A few round numbers: an index of
another manual is ranked by them as well.
"""

from collections.abc import Mapping

EQUAL, PREFIX, INSIDE, ORDERED, JUMBLED = 1000, 820, 700, 560, 300
"""Points of a name: it is the query, begins with it, holds it, has its units in order, has them in
another order."""

FILL = 100
"""Points for how much of a name is asked for: all of it."""

FROM_START = 40
OTHER_NAME = 30
"""Points that a name loses for not being the title."""

GAP, MOST_GAPS = 15, 20
"""What a gap between units in order costs, and how many are counted."""

PAIR, PAIR_GAPS = 2, 0
"""Two units in order are a coincidence, unless they stand as near as this."""

LOOSE = 100
"""Points of a name that has every unit that tells something, wherever."""

HELD, MOSTLY = 150, 60
"""Points of a name that the query holds, were it all that is asked for; hundredths of its units
that have to be among those asked for."""

PARTLY = JUMBLED + FILL // 2
"""What a name counts at most that does not answer by itself: then the text decides."""

SHORT = 4
"""Units of a name that is short: to make it up tells little."""

EVIDENCE = 600
"""Points of a document in whose names all stands that was asked for, in whatever order."""

IN_NAME, IN_HEADING, IN_SECTION, ELSEWHERE = 10, 9, 5, 4
"""What a gram counts by where it stands: a name, the best section's heading, that section, another
section."""

APART = 70
"""Hundredths of its points that a document keeps, however little it has of what was asked for."""

NAME_FILLED = 40
"""Points for how much of a name what stands in it makes up: all of it."""

WHOLE = 80
"""Points where one section has all that was asked for, and of a name that is read just as typed."""

COVERED = 68
"""Hundredths of what tells something that make an answer, and not merely something near."""

SOFTENED = (100, 60, 20)
"""Hundredths that a gram counts with so many units of grammar."""

BARE = 30
"""Hundredths that a number counts by itself: with its unit it counts once more."""

JOINED, JOINT = 400, 40
"""Hundredths that a pair counts for standing as often as one that it overlaps, and that it keeps
however seldom it stands beside."""

ASKED = 30
"""Hundredths that what only asks counts, such as «几天» and «怎么办»."""

LENGTH = 10
"""What each doubling of a section's length costs, in hundredths."""

FOR_NAME, BESIDE_NAME = 8, 60
"""Of what stands in the text a name that answers by itself gets a part, and no more than this."""

NUMBER = 30
"""Points of a document with a number where one is asked for."""

LONGEST_TITLE = 40
"""Units of a title that count against it."""

SPOKEN, FULL_SYLLABLE = 420, 24
"""Points of a name that is read as typed, and for each syllable that is typed in full."""

WORD = 4
"""How many times less letters count as sounds where they are a word, such as SLA."""

RESPELLED = 6
"""Hundredths that a query loses by having a slip mended."""

SELDOM = 3
"""Sections at most that have two characters which, as all that is typed, may be a slip."""

UNITS, GRAMS = 24, 30
"""Of one reading, that are looked for: more than anybody types, and they fit a word of 32 bits."""

EXTENSIONS = 20
"""Words that a beginning typed in letters is tried as."""

CUTS = 24
"""Ways of cutting typed letters that are tried."""


def sources() -> Mapping[str, object]:
    """All of them, for the browser."""
    return {name: value for name, value in globals().items() if name.isupper()}

"""C09: what is compared with competitors, or asked of customers, that is of no dimension."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.kinds.matrix import Matrix
from guifan.language.kinds.matrix import Sort as Use
from guifan.language.kinds.programme import Programme, Sort


def check(corpus: Corpus) -> Iterator[Match | None]:
    """Look at the rows of benchmarks and at the questions of surveys."""
    for matrix in corpus.of(Matrix):
        for at, row in enumerate(matrix.rows if matrix.sort is Use.BENCHMARK else ()):
            facts = {"title": matrix.title, "what": row.title}
            place = Place(matrix.id, ("rows", at, "title"))
            yield None if row.dimension else Match(place, "row", facts)
    for programme in corpus.of(Programme):
        for at, one in enumerate(programme.questions if programme.sort is Sort.SURVEY else ()):
            facts = {"title": programme.title, "what": one.asks}
            place = Place(programme.id, ("questions", at, "asks"))
            if one.dimension and one.overall:
                where = Place(programme.id, ("questions", at, "overall"))
                related = (Place(programme.id, ("questions", at, "dimension")),)
                yield Match(where, "both", facts, related)
            else:
                yield None if one.dimension or one.overall else Match(place, "question", facts)


RULE = Rule(
    code="C09",
    name="no-dimension",
    severity=Severity.WARNING,
    finds=Wording(
        zh="竞争对比的一行，或者调查的一问，没有写属于哪个服务维度。",
        en="A benchmark row or survey question that belongs to no service dimension.",
    ),
    why=Wording(
        zh="比出来、问出来的分数归不到维度上，就对不上条款，也不知道该改哪一条。",
        en=(
            "A score that belongs to no dimension cannot be matched with a norm, so nobody knows "
            "which norm to improve."
        ),
    ),
    messages={
        "row": Wording(
            zh="“{title}”对比的“{what}”没有写“服务维度”（dimension）。请写明比的是哪一个维度。",
            en=(
                "“{what}”, compared in “{title}”, has no service dimension. Name the one it "
                "measures under “dimension”."
            ),
        ),
        "question": Wording(
            zh=(
                "“{title}”问的“{what}”没有写“服务维度”（dimension）。请写明问的是哪一个；问总的满"
                "意程度的，请写 overall: 是。"
            ),
            en=(
                "“{what}”, asked in “{title}”, has no service dimension. Name the one it measures "
                "under “dimension”; if it asks about satisfaction as a whole, write overall: yes."
            ),
        ),
        "both": Wording(
            zh="“{title}”问的“{what}”写了服务维度，又写是总体评价。请只留一样。",
            en=(
                "“{what}”, asked in “{title}”, has a service dimension but is also marked as an "
                "overall question. Keep one of the two."
            ),
        ),
    },
    bad=Example("""\
kind: matrix
id: competitors
title: 竞争对比
sort: benchmark
about: 和同城两家比，看哪一项落后
rows:
  - {id: repair, title: 维修, dimension: reliability}
  - {id: records, title: 用户档案}
                         ^^^^
columns:
  - {id: ours, title: 我们}
cells: []
"""),
    mended=Example("""\
kind: matrix
id: competitors
title: 竞争对比
sort: benchmark
about: 和同城两家比，看哪一项落后
rows:
  - {id: repair, title: 维修, dimension: reliability}
  - {id: records, title: 用户档案, dimension: responsiveness}
columns:
  - {id: ours, title: 我们}
cells: []
"""),
    check=check,
)

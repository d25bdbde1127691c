"""T23: a year said to be arranged whose arrangement of holidays nobody knows."""

from collections.abc import Iterator

from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Suggestion, Wording
from guifan.proof.calendar.clocks import Clocks


def check(corpus: Corpus, clocks: Clocks | None) -> Iterator[Match | None]:
    """Look for the arrangement of every year up to the one that the manual names."""
    if clocks is None or corpus.manual is None:
        return
    written, known = corpus.manual.arranged_through, clocks.arranged_through
    if written <= known:
        yield None
        return
    facts = {"written": written, "missing": known + 1, "known": known}
    at = Place(corpus.manual.id, ("arranged_through",))
    yield Match(at, "unknown", facts, suggestion=Suggestion(str(known)))


RULE = Rule(
    code="T23",
    name="year-not-arranged",
    severity=Severity.ERROR,
    finds=Wording(
        zh="手册说某一年的节假日已经安排，软件里和手册里却都没有那一年的安排。",
        en="A year said to be arranged whose holidays neither guifan nor the manual knows.",
    ),
    why=Wording(
        zh=(
            "没有放假和调休的日子，就数不准工作日；手册却会把这一年的到期日当作已经证明的，而不是"
            "预计的。"
        ),
        en=(
            "Without its days of rest and make-up days no working day of that year can be counted, "
            "yet its deadlines would pass as proven and not as provisional."
        ),
    ),
    messages={
        "unknown": Wording(
            zh=(
                "手册说节假日已安排到 {written} 年，但没有 {missing} 年的安排。通知已经公布的，把它"
                "照抄到 arrangements（节假日安排）；还没有公布的，把这里改成 {known}。"
            ),
            en=(
                "The manual says that holidays are arranged through {written}, but those of "
                "{missing} are not known. If the notice is out, copy it to “arrangements”; if not, "
                "write {known} here."
            ),
        ),
    },
    bad=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2999
                  ^^^^
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
"""),
    mended=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2015 年第 1 版
arranged_through: 2015
arrangements:
  - year: 2015
    notice: 国办发明电〔2014〕28 号
    rests:
      - {title: 元旦, from: 2015-01-01, to: 2015-01-03}
      - {title: 春节, from: 2015-02-18, to: 2015-02-24}
      - {title: 清明节, from: 2015-04-04, to: 2015-04-06}
      - {title: 劳动节, from: 2015-05-01, to: 2015-05-03}
      - {title: 端午节, from: 2015-06-20, to: 2015-06-22}
      - {title: 中秋节, from: 2015-09-26, to: 2015-09-27}
      - {title: 国庆节, from: 2015-10-01, to: 2015-10-07}
    works: [2015-01-04, 2015-02-15, 2015-02-28, 2015-10-10]
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
"""),
    check=check,
)

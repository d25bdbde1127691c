"""The engine: waivers, crashes, fingerprints, and one finding for one fault."""

from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

import pytest
from foldered import SHARED_LINES

from guifan.checks.engine import Report, check
from guifan.checks.examples import BASE, run_example
from guifan.checks.reading import Standards, read_standards
from guifan.checks.rules import RULES
from guifan.checks.wording import message
from guifan.corpus.graph import Corpus
from guifan.findings import Example, Match, Place, Rule, Severity, Wording
from guifan.language.source import Source, decode

DAY = date(2026, 6, 1)


def standards(*texts: str) -> Standards:
    """The base manual with these texts in files a.yaml, b.yaml, …"""
    written = dict(zip("abcdef", texts, strict=False))
    sources = [Source(f"standards/{name}.yaml", text) for name, text in written.items()]
    sources += [
        Source(f"standards/base/{at}.yaml", text + SHARED_LINES) for at, text in enumerate(BASE)
    ]
    return read_standards(sources)


def own(report: Report) -> list[str]:
    """What was found outside the base."""
    return [
        f"{one.code} {one.position}"
        for one in report.findings
        if not one.position.file.startswith("standards/base/")
    ]


TERM = """\
kind: term
id: complaint
title: 投诉
means: 由【shift-laeder】跟进{comment}
"""


def term(comment: str = "") -> str:
    return TERM.format(comment=comment) + SHARED_LINES


WAIVER = "   # guifan: allow R01 until={until} reason=岗位下月设立"


def test_a_waiver_in_force_sets_its_finding_aside() -> None:
    report = standards(term(WAIVER.format(until="2026-06-01"))).check(DAY)
    assert own(report) == []
    assert [one.code for one in report.waived] == ["R01"]


def test_a_waiver_above_the_line_covers_it() -> None:
    text = term().replace("means:", "# guifan: allow R01 until=2026-12-31 reason=待定\nmeans:")
    assert own(standards(text).check(DAY)) == []


def test_an_expired_waiver_softens_and_is_named() -> None:
    report = standards(term(WAIVER.format(until="2026-05-31"))).check(DAY)
    (finding,) = (one for one in report.findings if one.code == "R01")
    assert finding.severity is Severity.WARNING
    (related,) = finding.related
    assert related.key == "expired-waiver"
    assert related.position.line == 4
    assert report.waived == ()


def test_a_waiver_of_another_rule_or_line_covers_nothing_and_is_unused() -> None:
    other_rule = term("   # guifan: allow S09 until=2026-12-31 reason=待定")
    assert own(standards(other_rule).check(DAY)) == [
        "R01 standards/a.yaml:4:10",
        "X01 standards/a.yaml:4:28",
    ]
    other_line = term().replace(
        "投诉\n", "投诉   # guifan: allow R01 until=2026-12-31 reason=待定\n"
    )
    report = standards(other_line).check(DAY)
    assert own(report) == ["X01 standards/a.yaml:3:13", "R01 standards/a.yaml:4:10"]
    assert {one.code: one.severity for one in report.findings}["X01"] is Severity.WARNING


def test_a_waiver_of_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = term(WAIVER.format(until="2026-12-31"))
    rules = {code: rule for code, rule in RULES.items() if code != "R01"}
    assert own(standards(text).check(DAY, rules)) == []


def _crashing(corpus: Corpus) -> Iterator[Match | None]:
    yield Match(Place("complaint", ("title",)), "found")
    raise ZeroDivisionError("no cases")


NOTHING = Example("")
ANY = Wording(zh="有", en="found")


def test_a_rule_that_crashes_is_a_finding_and_the_others_still_run() -> None:
    crashing = Rule(
        "Z99", "crashing", Severity.WARNING, ANY, ANY, {"found": ANY}, NOTHING, NOTHING, _crashing
    )
    read = standards(term())
    report = check(read.corpus, day=DAY, rules=MappingProxyType({"Z99": crashing, **RULES}))
    codes = {one.code for one in report.findings}
    assert {"Z99", "X04", "R01"} <= codes
    (crash,) = (one for one in report.findings if one.code == "X04")
    assert crash.severity is Severity.ERROR
    said = message(crash, "en")
    assert "Z99 (crashing)" in said
    assert "ZeroDivisionError: no cases" in said
    assert "_crashing:" in said


def test_a_crash_is_reported_whatever_rules_are_chosen() -> None:
    rule = Rule(
        "Z99", "crashing", Severity.WARNING, ANY, ANY, {"found": ANY}, NOTHING, NOTHING, _crashing
    )
    report = check(standards(term()).corpus, day=DAY, rules={"Z99": rule})
    assert {one.code: one.severity for one in report.findings}["X04"] is Severity.ERROR


def test_a_rule_says_how_much_it_examined() -> None:
    def looking(corpus: Corpus) -> Iterator[Match | None]:
        yield None
        yield Match(Place("complaint", ("title",)), "found")

    rule = Rule(
        "Z99", "looking", Severity.WARNING, ANY, ANY, {"found": ANY}, NOTHING, NOTHING, looking
    )
    report = check(standards(term()).corpus, day=DAY, rules={"Z99": rule})
    assert report.examined["Z99"] == 2
    assert (report.errors, report.warnings) == (0, 1)


@pytest.mark.parametrize(
    "moved",
    [
        term().replace("kind:", "\n\n# 说明\nkind:"),
        term().replace("title: 投诉", "title: 客户投诉"),
        term() + "english: complaint\n",
    ],
    ids=["moved down", "retitled", "extended"],
)
def test_a_fingerprint_survives_what_is_not_the_fault(moved: str) -> None:
    before, after = (
        {one.fingerprint for one in standards(text).check(DAY).findings if one.code == "R01"}
        for text in (term(), moved)
    )
    assert before == after
    assert len(before) == 1


def test_a_fingerprint_survives_a_renamed_file() -> None:
    first = standards(term()).check(DAY)
    second = standards(SYSTEM + SHARED_LINES, term()).check(DAY)
    pick = [
        [one.fingerprint for one in report.findings if one.code == "R01"]
        for report in (first, second)
    ]
    assert pick[0] == pick[1]


def test_two_faults_have_two_fingerprints() -> None:
    text = term().replace("跟进", "跟进，由【duty-manger】复核")
    found = [one for one in standards(text).check(DAY).findings if one.code == "R01"]
    assert len({one.fingerprint for one in found}) == 2


SYSTEM = """\
kind: system
id: ticket-system
title: 工单系统
used_for: [登记投诉]
"""


TICKET = """\
--- standards/a.yaml
kind: term
id: ticket
title: 工单
means: 在【ticket-system】里登记
--- standards/b.yaml
"""
CASE = """\
--- standards/c.yaml
kind: term
id: case
title: 案件
means: 不是【ticket】
"""


def test_a_mistyped_reference_does_not_make_an_orphan_too() -> None:
    text = TICKET.replace("ticket-system", "ticket-systm") + SYSTEM
    assert [one.code for one in run_example(Example(text)).findings] == ["R01"]


def test_a_broken_item_makes_no_orphans_and_no_unknown_references() -> None:
    text = TICKET.replace("title:", "titel:") + SYSTEM + CASE
    report = run_example(Example(text))
    assert {one.code for one in report.findings} == {"S04", "S06"}
    assert {one.position.file for one in report.findings} == {"standards/a.yaml"}


def test_a_file_that_is_not_yaml_makes_no_unknown_references() -> None:
    text = TICKET.replace("title: ", 'title: "') + SYSTEM + CASE
    assert [one.code for one in run_example(Example(text)).findings] == ["S01"]


def test_without_a_manual_there_is_one_finding_for_all_its_places() -> None:
    texts = (
        term().replace("shift-laeder", "complaint"),
        SYSTEM.replace("id:", "see: [complaint]\nid:") + SHARED_LINES,
    )
    sources = [Source(f"standards/{at}.yaml", text) for at, text in enumerate(texts)]
    found = [one.key for one in read_standards(sources).check(DAY).findings if one.key != "unknown"]
    assert found == ["no-manual", "orphan"]


LIST = f"""\
kind: term
{SHARED_LINES}items:
  - {{id: complaint, title: 投诉, means: 客户不满，见【consultation】和【ticket】}}
  - {{id: consultation, title: 咨询, means: 客户想了解业务，见【complaint】}}
  - {{id: ticket, title: 工单, means: 登记的单子，见【complaint】}}
"""
CITING = f"""\
kind: term
id: case
title: 案件
means: 不是【complaint】、【consultation】、【ticket】，由【hotline-agent】和【shift-leader】办
{SHARED_LINES}"""


def found(*texts: str) -> list[str]:
    """What was found outside the base: code, message and file."""
    return [
        f"{one.code} {one.key} {one.position.file[-6:-5]}"
        for one in standards(*texts).check(DAY).findings
        if not one.position.file.startswith("standards/base/")
    ]


def test_a_list_and_what_cites_it_are_sound() -> None:
    assert found(CITING, LIST) == []


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        (("owner: service-department", "owner: service-dep"), ("R01", "unknown")),
        (("effective: 2026-01-01", "effective: 明年"), ("S07", "not-a-date")),
    ],
)
def test_a_slip_in_the_shared_head_is_one_finding(
    slip: tuple[str, str], said: tuple[str, str]
) -> None:
    report = standards(CITING, LIST.replace(*slip)).check(DAY)
    (finding,) = (one for one in report.findings if "base" not in one.position.file)
    assert ((finding.code, finding.key), finding.items) == (said, 3)
    assert message(finding, "zh").endswith("（影响本文件 3 个条目）")
    assert "3 items" in message(finding, "en")


def test_what_makes_others_is_told_first() -> None:
    typo = CITING.replace("means: ", "see: [工单系统]\nmeans: ")
    nameless = LIST.replace("id: ticket", "id: 工单")
    assert found(typo, nameless, SYSTEM + SHARED_LINES) == ["S10 pattern b", "R01 unknown a"]


@pytest.mark.parametrize(
    "spoilt",
    [
        LIST.replace("id: ticket", "id: 工单编号"),
        LIST.replace("id: ticket", "id: Ticket"),
        LIST.replace("id: ticket, ", ""),
        LIST.replace("id: ticket", "id: consultation"),
    ],
    ids=["in Chinese", "in capitals", "without one", "another's"],
)
def test_an_item_without_its_id_makes_no_unknown_references(spoilt: str) -> None:
    (only,) = found(CITING, spoilt)
    assert only in ("S10 pattern b", "S06 missing b", "R01 duplicate b")


def test_a_missing_dash_is_one_finding() -> None:
    block = LIST.replace("  - {", "  - ").replace("}\n", "\n").replace(", ", "\n    ")
    assert found(CITING, block) == []
    assert found(CITING, block.replace("  - id: ticket", "    id: ticket")) == [
        "S03 missing-dash b"
    ]


def test_an_emptied_file_says_what_it_may_have_held() -> None:
    report = standards(CITING, "# 待恢复\n").check(DAY)
    emptied, empty = (one for one in report.findings if "base" not in one.position.file)
    assert [(one.code, one.position.file) for one in (emptied, empty)] == [
        ("R01", "standards/b.yaml"),
        ("S20", "standards/b.yaml"),
    ]
    assert "complaint、consultation、ticket" in message(emptied, "zh")
    assert report.errors == 1


def test_an_empty_file_is_no_excuse_for_a_typo() -> None:
    assert found(term(), "# 待写\n") == ["S20 empty b", "R01 unknown a"]


def test_a_file_that_cannot_be_read_makes_no_unknown_references() -> None:
    _, faults = decode("standards/b.yaml", LIST.encode("gbk"))
    sources = [Source("standards/a.yaml", CITING)]
    sources += [
        Source(f"standards/base/{at}.yaml", text + SHARED_LINES) for at, text in enumerate(BASE)
    ]
    report = read_standards(sources, faults).check(DAY)
    assert own(report) == ["S02 standards/b.yaml:11:28"]


UNREADABLE = "kind: term\nid: lost\ntitle: 丢失\nmeans: 读不出来\n" + SHARED_LINES


def test_nothing_is_missing_while_a_file_could_not_be_read() -> None:
    alone = Source("standards/a.yaml", SYSTEM + SHARED_LINES)
    base = [
        Source(f"standards/base/{at}.yaml", text + SHARED_LINES) for at, text in enumerate(BASE)
    ]
    assert "R02" in {one.code for one in read_standards([alone, *base]).check(DAY).findings}
    _, unread = decode("standards/b.yaml", UNREADABLE.encode("utf-16"))
    report = read_standards([alone, *base], unread).check(DAY)
    assert [one.code for one in report.findings] == ["S02"]


def test_a_rule_names_its_absences_by_messages_that_it_has() -> None:
    for rule in RULES.values():
        assert rule.absences <= rule.messages.keys(), rule.code


def test_a_waiver_is_not_unused_while_what_it_waives_is_left_unsaid() -> None:
    waived = SYSTEM.replace("id:", "# guifan: allow R02 until=2026-12-31 reason=待用\nid:", 1)
    assert found(waived + SHARED_LINES) == []
    assert found(waived + SHARED_LINES, UNREADABLE.replace("means:", "maens:")) == [
        "S06 missing b",
        "S04 unknown-field b",
    ]


@pytest.mark.parametrize(
    ("code", "key", "near"),
    [("T30", "near-code", True), ("R011", "no-code", False), ("Z99", "unknown-code", False)],
)
def test_a_waiver_of_a_code_that_no_rule_has_is_malformed(code: str, key: str, near: bool) -> None:
    text = term(f"   # guifan: allow {code} until=2026-12-31 reason=待定").replace(
        "laeder", "leader"
    )
    (one,) = (one for one in standards(text).check(DAY).findings if one.code[0] == "X")
    assert (one.code, one.key, one.severity) == ("X03", key, Severity.ERROR)
    assert (one.suggestion is not None) is near
    assert code in message(one, "zh")


def test_a_former_id_that_two_items_claim_is_shown_at_both() -> None:
    first = SYSTEM + "was: [old-name]\n" + SHARED_LINES
    second = term().replace("shift-laeder", "ticket-system") + "was: [old-name]\n"
    (one,) = (one for one in standards(first, second).check(DAY).findings if one.code == "S15")
    (related,) = one.related
    lines = first.splitlines()
    assert lines[related.position.line - 1] == "was: [old-name]"

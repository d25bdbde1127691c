"""Posts and what they may do (R04–R07, R09–R11): one finding for one cause, and where it leads."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules import RULES
from guifan.findings import Example


def channel(name: str, medium: str, post: str) -> str:
    return (
        f"--- standards/{name}.yaml\nkind: channel\nid: {name}\ntitle: {name}\nmedium: {medium}\n"
        "reach: 到店\nhours: 每天 09:00–18:00\nintake: []\nidentity: document\n"
        f"staffed_by: [{post}]\nbackup: shop\n"
    )


SHOP = "".join(
    (
        channel("shop", "in-person", "shift-leader").replace("backup: shop\n", ""),
        channel("station", "in-person", "station-agent"),
        channel("hotline", "voice", "hotline-agent"),
    )
)


def post(name: str, rank: int, more: str = "") -> str:
    return (
        f"--- standards/{name}.yaml\nkind: role\nid: {name}\ntitle: {name}\nrank: {rank}\n"
        f"unit: service-department\nmission: 把事办好\nduties: [办事]\n{more}"
    )


POSTS = post("station-agent", 1) + post("wide-agent", 1, "reports_to: shift-leader\n")


def reception(*posts: str, channels: str = "shop", accountable: str = "shift-leader") -> str:
    """A step for each post, which may be followed by further fields."""
    steps = "".join(
        f"  - {{id: s{at}, title: 第{at}步, do: 办, lane: frontstage, by: {post},"
        f" accountable: {accountable}}}\n"
        for at, post in enumerate(posts)
    )
    return (
        "--- standards/reception.yaml\nkind: procedure\nid: reception\ntitle: 接待\n"
        f"about: 客户来到营业厅\nchannels: [{channels}]\nsteps:\n{steps}"
    )


def found(*files: str, codes: str = "R") -> list[str]:
    report = run_example(Example("".join(files)))
    assert [one.code for one in report.findings if one.code[0] in "SX"] == []
    return [
        f"{one.code} {one.key} {one.position.file[10:-5]}:{one.position.line}"
        for one in report.findings
        if one.code[0] in codes and one.code not in ("R01", "R02")
    ]


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (("shift-leader", "shift-leader"), []),
        # What is asked for from afar may be begun there, but not at another counter.
        (("hotline-agent", "shift-leader"), []),
        (("station-agent", "shift-leader"), ["R05 absent reception:7"]),
        (("shift-leader", "hotline-agent"), ["R05 absent reception:8"]),
        # The post that is wrong does not answer to this leader either: that is the same fault.
        (("shift-leader", "station-agent"), ["R05 absent reception:8"]),
        # Several steps with nobody there: the channel is what is wrong.
        (("shift-leader", "station-agent", "hotline-agent"), ["R05 several reception:5"]),
    ],
)
def test_the_posts_of_frontstage_steps_serve_there(
    posts: tuple[str, ...], expected: list[str]
) -> None:
    assert found(SHOP, POSTS, reception(*posts)) == expected


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        (("shift-leader", "hotline-agent, channels: [hotline]"), []),
        (("hotline-agent, channels: [hotline]", "shift-leader"), []),
        # Said to be done at the counter, so it is not done from afar.
        (("hotline-agent, channels: [shop]", "shift-leader"), ["R05 absent reception:7"]),
        (("shift-leader", "shift-leader, channels: [hotline]"), ["R05 absent reception:8"]),
        (("shift-leader", "hotline-agent, channels: [nowhere]"), []),
        # Where each says its own channels, each is wrong by itself.
        (
            ("shift-leader, channels: [hotline]", "hotline-agent, channels: [shop]"),
            ["R05 absent reception:7", "R05 absent reception:8"],
        ),
    ],
)
def test_a_step_may_be_done_on_channels_of_its_own(
    posts: tuple[str, ...], expected: list[str]
) -> None:
    assert found(SHOP, POSTS, reception(*posts)) == expected


def apart(first: str, second: str, accountable: str) -> str:
    return (
        "--- standards/check.yaml\nkind: procedure\nid: check\ntitle: 复核\nabout: 有事要复核\n"
        "steps:\n"
        f"  - {{id: a, title: 经办, do: 办, lane: backstage, by: {first},"
        f" accountable: {accountable}}}\n"
        f"  - {{id: b, title: 复核, do: 核, lane: backstage, by: {second},"
        " accountable: shift-leader, apart_from: [a]}\n"
    )


def test_of_two_steps_in_the_same_hands_the_one_out_of_its_line_leads() -> None:
    assert found(POSTS, apart("wide-agent", "hotline-agent", "shift-leader")) == []
    same = apart("wide-agent", "wide-agent", "shift-leader")
    assert found(POSTS, same) == ["R06 same-post check:7"]
    out_of_line = apart("wide-agent", "wide-agent", "station-agent")
    assert found(POSTS, out_of_line) == ["R06 same-post check:6"]


def playbook(*, deputies: str) -> list[str]:
    """The findings in the good example of R07 with other deputies of the command."""
    text = RULES["R07"].good.text
    assert text.count("deputies: [duty-manager]") == 1
    return found(text.replace("deputies: [duty-manager]", f"deputies: {deputies}"))


def test_a_commander_does_not_stand_in_for_himself() -> None:
    at = playbook(deputies="[shift-leader]")
    assert [one.rpartition(":")[0] for one in at] == ["R07 commander fire"]
    assert playbook(deputies="[shift-leader, duty-manager]") == []
    assert playbook(deputies="[nobody-there]") == []


def called(*, leader: str, playbooks: int = 1) -> list[str]:
    """The findings where the leader of R07's good example reports as said, in so many playbooks."""
    text = RULES["R07"].good.text.replace("reports_to: duty-manager\n", leader, 1)
    head, _, book = text.rpartition("--- standards/fire.yaml\n")
    books = "".join(
        f"--- standards/fire{at}.yaml\n{book.replace('id: site-fire', f'id: fire-{at}')}"
        for at in range(playbooks)
    )
    return found(head, books, codes="RT")


def test_a_backup_that_several_playbooks_call_is_one_fault_of_the_post() -> None:
    assert called(leader="reports_to: duty-manager\n", playbooks=2) == []
    (one,) = called(leader="")
    assert one.startswith("R07 stranger fire0:")
    (many,) = called(leader="", playbooks=3)
    assert many.startswith("R07 strangers leader:")
    (itself,) = called(leader="deputies: [shift-leader]\n", playbooks=3)
    assert itself.startswith("R07 strangers leader:")


def test_a_circle_of_superiors_is_one_fault() -> None:
    agent = post("trainer", 1, "reports_to: shift-leader\n")
    says = reception("trainer", accountable="duty-manager")
    assert called(leader="reports_to: duty-manager\n", playbooks=2) == []
    text = RULES["R07"].good.text.replace("reports_to: duty-manager", "reports_to: trainer", 1)
    (only,) = found(text, agent, says, SHOP, POSTS, codes="RT")
    assert only.startswith("T12 ")


def grants(cap: str, more: str = "") -> str:
    return f"authority: [{{id: grant, what: 减免, per_case: {cap}{more}}}]\n"


@pytest.mark.parametrize(
    ("head", "clerk", "year", "expected"),
    [
        ("500 元", "100 元", "300 元", []),
        # Over two higher posts, over its own year, and nobody to pass it on to: one amount.
        ("500 元", "9000 元", "300 元", ["R11 rank clerk"]),
        ("500 元", "100 元", "50 元", ["R11 caps clerk"]),
        ("500 元", "500 元", "600 元", ["R09 no-more clerk"]),
    ],
)
def test_one_amount_that_is_too_high_is_one_finding(
    head: str, clerk: str, year: str, expected: list[str]
) -> None:
    files = (
        post("chief", 5, grants("5000 元")),
        post("head", 4, "reports_to: chief\n" + grants(head, ", beyond: chief")),
        post("clerk", 3, "reports_to: head\n" + grants(clerk, f", per_year: {year}, beyond: head")),
    )
    # The chief may pass nothing on: that is another fault, of each of these manuals.
    told = [one for one in found(*files) if "chief" not in one]
    assert [one.rpartition(":")[0] for one in told] == expected


def test_a_list_of_data_taken_for_another_is_one_finding() -> None:
    example = RULES["R10"].good.text
    data, rest = example.split("--- standards/notice.yaml")
    second = data.replace("standards/data", "standards/more").replace("id-number", "call-record")
    second = second.replace("title: 证件号码", "title: 通话录音")
    files = (data, second, "--- standards/notice.yaml", rest)
    both = "".join(files).replace("data: [id-number]", "data: [id-number, call-record]")
    assert found(both) == []
    less = "".join(files)
    assert [one.split(":")[0] for one in found(less)] == ["R10 data more"]
    swapped = less.replace("access: [shift-leader]", "access: [hotline-agent]", 1)
    assert [one.split(":")[0] for one in found(swapped)] == ["R10 data data", "R10 both roles"]

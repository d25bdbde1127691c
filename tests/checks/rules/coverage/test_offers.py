"""Businesses on channels (C01, C11–C14): what is found, and what is left alone."""

from __future__ import annotations

import pytest

from guifan.checks.examples import run_example
from guifan.checks.rules.coverage.offers import example
from guifan.checks.wording import message
from guifan.findings import Example

OURS = ("C01", "C11", "C12", "C13", "C14")
SHOP = "  - {channel: shop, strength: document, documents: [身份证]}\n"
HOTLINE = "  - {channel: hotline, strength: password, documents: [身份证], steps: 3 次}\n"
CANCEL = "  - {channel: hotline, strength: password, steps: 3 次}\n"
CLASSES = """\
--- standards/classes.yaml
kind: taxonomy
id: customer-class
title: 客户分类
members: [{id: public, title: 公众}, {id: key, title: 大客户}]
"""
LIMITS = """\
--- standards/limits.yaml
kind: limit
items:
  - {id: soon, title: 马上, within: 1 小时, from: complaint-received, to: complaint-answered}
  - {id: late, title: 晚些, within: 2 日, from: complaint-received, to: complaint-answered}
"""


def said(*changes: tuple[str, str], more: str = "") -> list[tuple[str, str]]:
    report = run_example(Example(example(*changes) + more))
    assert [one.code for one in report.findings if one.code in ("X04", "S04", "S07")] == []
    for one in report.findings:
        assert "{" not in message(one, "zh-Hans") + message(one, "en")
    return [(one.code, one.key) for one in report.findings if one.code in OURS]


def test_as_it_is_nothing_is_found() -> None:
    assert said() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # The app sends everybody to the hotline, where it is done; the shop says nothing.
        ([(SHOP, ""), (SHOP, "")], [("C01", "unsaid")]),
        # The app sends everybody to the hotline, of which nothing is said.
        ([(HOTLINE, ""), (CANCEL, "")], [("C01", "unsaid")]),
        (
            [(HOTLINE, "excluded: [{channel: hotline, why: 不办}]\n"), (CANCEL, "")],
            [("C01", "rest-in-vain")],
        ),
        # One of the two was meant for the hotline.
        ([(HOTLINE, SHOP)], [("C01", "twice")]),
        # Both ways lead to a channel of which it is said that it does not do it.
        (
            [
                (HOTLINE, ""),
                (CANCEL, ""),
                (
                    "cancels:",
                    "excluded: [{channel: hotline, why: 不办, instead: hotline},"
                    " {channel: app, why: 不办, instead: hotline}]\ncancels:",
                ),
            ],
            [("C01", "in-vain")],
        ),
        ([("cancels:", "excluded: [{channel: app, why: 不办}]\ncancels:")], []),
        ([("cancels:", "excluded: [{channel: shop, why: 不办}]\ncancels:")], [("C01", "both")]),
        (
            [("cancels:", "excluded: [{channel: app, why: 暂无}]\ncancels:")],
            [("C01", "no-reason")],
        ),
        (
            [("cancels:", "excluded: [{channel: app, why: 不办, instead: app}]\ncancels:")],
            [("C01", "in-vain")],
        ),
        ([(SHOP, SHOP + SHOP)], [("C01", "twice")]),
        ([("sort: product", "sort: policy"), ("lasting: 是\n", "")], []),
        ([("channel: shop", "channel: nowhere")], [("C01", "unsaid")]),
    ],
)
def test_every_business_is_done_or_not_on_every_channel(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert [one for one in said(*changes) if one[0] == "C01"] == expected


def test_a_business_done_nowhere_is_one_finding() -> None:
    text = example().partition("routes:\n")
    rest = text[2].partition("--- standards/channels.yaml")
    bare = text[0].replace("lasting: 是\n", "") + rest[1] + rest[2]
    found = [(one.code, one.key) for one in run_example(Example(bare)).findings]
    assert [one for one in found if one[0] in OURS] == [("C01", "nowhere")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(SHOP, SHOP.replace("shop,", "shop, customers: [key],"))], [("C01", "classes")]),
        (
            [
                (
                    SHOP,
                    SHOP.replace("shop,", "shop, customers: [key],")
                    + SHOP.replace("shop,", "shop, customers: [public],"),
                )
            ],
            [],
        ),
        ([(SHOP, SHOP.replace("shop,", "shop, customers: [key],") + SHOP)], [("C01", "twice")]),
    ],
)
def test_classes_of_customers_are_told_apart_where_they_differ(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert [one for one in said(*changes, more=CLASSES) if one[0] == "C01"] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(CANCEL, "")], [("C11", "elsewhere")]),
        ([("cancels:\n" + SHOP + CANCEL, "")], [("C11", "nowhere")]),
        ([("lasting: 是\n", ""), ("cancels:\n" + SHOP + CANCEL, "")], []),
        ([(CANCEL, CANCEL.replace("3 次", "9 次"))], [("C11", "steps")]),
        ([(CANCEL, CANCEL.replace("3 次", "2 次"))], []),
        (
            [(CANCEL, CANCEL.replace("steps", "documents: [身份证, 户口簿], steps"))],
            [("C11", "documents")],
        ),
        ([(HOTLINE, HOTLINE.replace("password", "none"))], [("C11", "strength")]),
        (
            [
                (HOTLINE, HOTLINE.replace("steps", "limit: soon, steps")),
                (CANCEL, CANCEL.replace("steps", "limit: late, steps")),
            ],
            [("C11", "limit")],
        ),
        (
            [
                (HOTLINE, HOTLINE.replace("steps", "limit: late, steps")),
                (CANCEL, CANCEL.replace("steps", "limit: soon, steps")),
            ],
            [],
        ),
    ],
)
def test_what_is_got_is_as_easily_given_up(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert [one for one in said(*changes, more=LIMITS) if one[0] == "C11"] == expected


def test_a_person_can_be_asked() -> None:
    routes = (SHOP + HOTLINE, "  - {channel: app, strength: password}\n")
    cancels = ("cancels:\n" + SHOP + CANCEL, "cancels:\n  - {channel: app, strength: password}\n")
    assert [one for one in said(routes, cancels) if one[0] == "C12"] == [("C12", "routes")]
    # That what people do cannot be undone with them, C11 says; of what does not last, nobody else.
    assert [one for one in said(cancels) if one[0] in ("C11", "C12")] == [("C11", "elsewhere")]
    once = ("lasting: 是\n", "")
    assert [one for one in said(cancels, once) if one[0] == "C12"] == [("C12", "cancels")]
    # A shop that nobody serves is no counter.
    unserved = ("strength: document", "strength: document")
    text = example(unserved).replace("    staffed_by: [shift-leader]\n", "")
    text = text.replace("    staffed_by: [hotline-agent]\n", "")
    found = [(one.code, one.key) for one in run_example(Example(text)).findings]
    assert [one for one in found if one[0] == "C12"] == [("C12", "routes")]


BOTH = "proxy: {allowed: 否, why: 须本人}\nminors: {allowed: 否, why: 须监护人}\nroutes:"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(HOTLINE, HOTLINE.replace("password", "document"))], [("C13", "beyond")]),
        ([("routes:", "identity: password\nroutes:")], []),
        ([("routes:", "identity: document\n" + BOTH)], [("C13", "weak")]),
        (
            [("routes:", "identity: document\nroutes:")],
            [("C13", "unsaid"), ("C13", "unsaid"), ("C13", "weak")],
        ),
        ([("routes:", "proxy: {allowed: 否}\nroutes:")], [("C13", "no-reason")]),
        (
            # What both have to bring is missing for one reason.
            [("routes:", "proxy: {allowed: 是}\nroutes:")],
            [("C13", "no-documents")],
        ),
        ([("routes:", "minors: {allowed: 是}\nroutes:")], [("C13", "no-documents")]),
        (
            [("routes:", "minors: {allowed: 是, guardian_documents: [户口簿]}\nroutes:")],
            [],
        ),
        (
            [("routes:", "minors: {allowed: 否, why: 无, channels: [app]}\nroutes:")],
            [("C13", "not-there")],
        ),
        (
            [("routes:", "minors: {allowed: 否, why: 无, channels: [app, app]}\nroutes:")],
            [("C13", "not-there"), ("C13", "not-there")],
        ),
        (
            [("routes:", "minors: {allowed: 否, why: 无, channels: [nowhere]}\nroutes:")],
            [],
        ),
    ],
)
def test_identity_fits_the_business_and_the_channel(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert sorted(one for one in said(*changes) if one[0] == "C13") == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([(HOTLINE, HOTLINE.replace("[身份证]", "[护照]"))], [("C14", "documents")]),
        ([(HOTLINE, HOTLINE.replace(" documents: [身份证],", ""))], [("C14", "documents")]),
        (
            [(HOTLINE, HOTLINE.replace("[身份证]", "[护照], differs: 只核对号码"))],
            [],
        ),
        ([(HOTLINE, HOTLINE.replace("steps", "limit: soon, steps"))], [("C14", "limit")]),
        (
            [
                (HOTLINE, HOTLINE.replace("steps", "limit: soon, steps")),
                (SHOP, SHOP.replace("}", ", limit: soon}")),
            ],
            [],
        ),
        (
            [
                (
                    HOTLINE,
                    HOTLINE.replace("[身份证]", "[护照]").replace("steps", "limit: soon, steps"),
                )
            ],
            [("C14", "documents"), ("C14", "limit")],
        ),
    ],
)
def test_one_business_asks_the_same_everywhere(
    changes: list[tuple[str, str]], expected: list[tuple[str, str]]
) -> None:
    assert [one for one in said(*changes, more=LIMITS) if one[0] == "C14"] == expected


def test_the_one_channel_that_asks_for_something_else_is_told_of() -> None:
    app = "  - {channel: app, strength: password, documents: [身份证]}\n"
    odd = SHOP.replace("[身份证]", "[护照]")
    text = example((SHOP, odd), (HOTLINE, HOTLINE + app))
    findings = run_example(Example(text)).findings
    [one] = [one for one in findings if one.code == "C14"]
    assert text.split("\n")[one.position.line] == odd.rstrip("\n")
    assert len(one.related) == 1


def test_one_wrong_strength_is_one_finding() -> None:
    # More than the channel can, and more than for ordering: only what is asked of customers.
    more = (CANCEL, CANCEL.replace("password", "document"))
    assert said(more) == [("C11", "strength")]
    # Less than the business asks, so that cancelling seems to ask more.
    less = (HOTLINE, HOTLINE.replace("password", "none"))
    assert said(less, ("routes:", "identity: password\nroutes:")) == [("C13", "weak")]


def test_all_channels_on_which_it_cannot_be_cancelled_are_one_finding() -> None:
    text = example(("cancels:\n" + SHOP + CANCEL, "cancels: [{channel: app, strength: none}]\n"))
    [one] = [one for one in run_example(Example(text)).findings if one.code == "C11"]
    assert text.split("\n")[one.position.line].startswith("cancels:")
    assert len(one.related) == len((SHOP, HOTLINE, "app"))
    assert "营业厅、客服热线" in message(one, "zh")


def test_without_channels_nothing_is_said_of_them() -> None:
    text = example().partition("--- standards/channels.yaml")[0]
    found = {one.code for one in run_example(Example(text)).findings}
    assert not found & {"X04", "C01", "C11", "C12", "C14"}


@pytest.mark.parametrize(
    ("channel", "papers", "expected"),
    [
        ("shop", "customer_documents: [证件], proxy_documents: [证件]", []),
        ("hotline", "customer_documents: [证件], proxy_documents: [证件]", ["unseen"]),
        ("hotline", "", ["no-documents"]),
    ],
)
def test_a_proxy_goes_where_papers_can_be_seen(
    channel: str, papers: str, expected: list[str]
) -> None:
    proxy = ", ".join(filter(None, ("allowed: 是", papers, f"channels: [{channel}]")))
    found = said(("routes:", f"proxy: {{{proxy}}}\nroutes:"))
    assert [key for code, key in found if code == "C13"] == expected


def test_a_business_that_asks_for_more_than_its_ways_is_told_of_once() -> None:
    text = example(
        (SHOP, SHOP.replace("document,", "none,")),
        (HOTLINE, HOTLINE.replace("password", "none")),
        ("routes:", "identity: document-and-face\nroutes:"),
    )
    [one] = [one for one in run_example(Example(text)).findings if one.code == "C13"]
    assert one.key == "above-most"
    assert text.split("\n")[one.position.line] == "identity: document-and-face"
    assert len(one.related) == 2
    assert "营业厅、客服热线" in message(one, "zh")


def test_all_channels_that_send_to_where_it_is_not_done_are_one_finding() -> None:
    text = example((HOTLINE, "excluded: [{channel: hotline, why: 不办}]\n"), (CANCEL, ""))
    desk = "  - id: desk\n    title: 柜台\n    medium: in-person\n    reach: 一楼\n"
    desk += "    hours: 每天 09:00–18:00\n    intake: []\n    identity: password\n"
    text += f"{desk}    otherwise: hotline\n"
    [one] = [one for one in run_example(Example(text)).findings if one.code == "C01"]
    assert one.key == "rest-in-vain"
    assert "excluded: [{channel: hotline" in text.split("\n")[one.position.line]
    assert "手机营业厅、柜台" in message(one, "zh")
    assert len(one.related) == 3  # the business itself, and what both channels say of the rest


FLOW = """\
--- standards/flow.yaml
kind: procedure
id: flow
title: 办理
about: 客户来办
promise: {promise}
steps: []
"""


@pytest.mark.parametrize(
    ("promise", "limit", "expected"),
    [
        ("soon", "soon", []),
        ("late", "soon", [("C14", "procedure")]),
        ("late", "", []),
        ("nowhere", "soon", []),
    ],
)
def test_some_way_in_keeps_the_promise_of_the_procedure(
    promise: str, limit: str, expected: list[tuple[str, str]]
) -> None:
    own = f", limit: {limit}" if limit else ""
    changes = [(one, one.replace("}", f"{own}}}", 1)) for one in (SHOP, HOTLINE)]
    text = example(*changes) + LIMITS + FLOW.format(promise=promise)
    text = text.replace("sort: product\n", "sort: product\nprocedure: flow\n", 1)
    assert "procedure: flow" in text
    report = run_example(Example(text))
    assert [(one.code, one.key) for one in report.findings if one.code == "C14"] == expected

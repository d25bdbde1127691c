"""Made-up manuals: procedures of the flagship's shape in any number, and procedures meant to hurt.

The same seed makes the same manual.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from guifan.checks.examples import BASE, SHARED
from guifan.checks.reading import Standards, read_standards
from guifan.language.source import Source

SEED = 20260101

WITHIN = (
    "10 分钟",
    "30 分钟",
    "2 小时",
    "24 小时",
    "30 工作分钟",
    "2 工作小时",
    "4 工作小时",
    "1 个工作日",
    "2 个工作日",
    "3 个工作日",
    "5 个工作日",
    "1 日",
    "3 日",
    "7 日",
    "1 个月",
)
"""What steps take: every dimension, in the flagship's own amounts."""

Item = dict[str, Any]


def standards(items: Iterator[Item] | list[Item]) -> Standards:
    """A manual of these items over the small base that the rules' examples stand on."""
    shared = {keys[0]: value for keys, value in SHARED.items()}
    sources = [
        Source(f"standards/base/{at}.yaml", _with_shared(one)) for at, one in enumerate(BASE)
    ]
    kinds: dict[str, list[Item]] = {}
    for item in items:
        kinds.setdefault(item.pop("kind"), []).append(item)
    for kind, ones in kinds.items():
        for at in range(0, len(ones), 200):
            text = yaml.dump(
                {"kind": kind, **shared, "items": ones[at : at + 200]},
                Dumper=yaml.CSafeDumper,
                allow_unicode=True,
                sort_keys=False,
            )
            sources.append(Source(f"standards/{kind}-{at}.yaml", text))
    return read_standards(sources)


def _with_shared(text: str) -> str:
    lines = [f"{keys[0]}: {value}\n" for keys, value in SHARED.items()]
    return text + "".join(lines)


def flagship_shaped(count: int, seed: int = SEED) -> Iterator[Item]:
    """So many procedures with their promises, and the law under every third of them."""
    chosen = random.Random(seed)
    yield regulation()
    for number in range(count):
        yield from _procedure(chosen, f"p{number}", chosen.randint(4, 12))


def regulation() -> Item:
    """A law that asks for an answer in fifteen days, and one in sixty."""
    article = {"id": "article-8", "number": "第八条", "edition": "first", "says": "限期答复"}
    article["verification"] = "V1"
    floors = [
        {"id": f"answer-{days}d", "title": "答复", "article": "article-8", "value": f"{days} 日"}
        for days in (15, 60)
    ]
    for floor in floors:
        floor |= {"measure": "maximum", "starts": "next-day", "verification": "V1"}
    return {
        "kind": "regulation",
        "id": "appeal-rules",
        "title": "申诉处理办法",
        "short": "申诉办法",
        "issuer": "主管部门",
        "about": "答复投诉的期限",
        "editions": [{"id": "first", "title": "2016 年公布", "effective": "2016-07-30"}],
        "articles": [article],
        "floors": floors,
    }


def _procedure(chosen: random.Random, name: str, length: int) -> Iterator[Item]:
    """A procedure and its promise: some with branches, joints, loops, waits, customers."""
    steps = [step(f"s{at}", chosen.choice(WITHIN)) for at in range(length)]
    shape = chosen.choice(("branches", "parallel", "plain", "plain"))
    if shape == "branches":
        at = chosen.randrange(length - 3)
        ways = chosen.sample(range(at + 1, length), 2)
        steps[at]["branches"] = [{"when": f"情形 {to}", "to": f"s{to}"} for to in sorted(ways)]
    elif shape == "parallel":
        at = chosen.randrange(length - 3)
        steps[at]["parallel"] = {
            "steps": [f"s{at + 1}", f"s{at + 2}"],
            "join": "all",
            "then": f"s{at + 3}",
        }
    if _in(chosen, 3):
        tail = length - 2
        steps[tail]["repeat"] = {
            "to": f"s{chosen.randrange(tail)}",
            "when": "不接受",
            "max": f"{chosen.randint(1, 3)} 次",
        }
    if _in(chosen, 5):
        steps[-1]["wait"] = "24 小时"
    if _in(chosen, 5):
        steps[1] |= {"lane": "customer", "cap": "5 个工作日", "default": "按现有材料办理"}
        del steps[1]["within"], steps[1]["by"]
    promise: Item = limit(f"{name}-limit", f"{chosen.randint(20, 120)} 个工作日")
    if _in(chosen, 3):
        promise["extension"] = {
            "add": f"{chosen.randint(1, 5)} 个工作日",
            "times": "1 次",
            "reasons": [],
            "granted_by": "shift-leader",
            "notice": "before-deadline",
        }
    if _in(chosen, 3):
        promise["within"] = f"{chosen.randint(2, 4)} 个工作日"
        promise["floor"] = "appeal-rules.answer-15d"
        promise["pauses"] = [
            {
                "id": "material",
                "reason": "等客户补充材料",
                "cap": f"{chosen.randint(1, 3)} 个工作日",
                "granted_by": "shift-leader",
                "told": "是",
            }
        ]
    for happening in ("received", "answered"):
        promise["from" if happening == "received" else "to"] = f"{name}-{happening}"
        yield event(f"{name}-{happening}")
    yield promise
    yield procedure(name, steps, promise["id"])


def limit(name: str, within: str) -> Item:
    """A limit in time."""
    return {
        "kind": "limit",
        "id": name,
        "title": f"{name} 的时限",
        "within": within,
        "from": "complaint-received",
        "to": "complaint-answered",
        "calendar": "office",
    }


def _in(chosen: random.Random, times: int) -> bool:
    """Whether it is one of so many times."""
    return chosen.randrange(times) == 0


def event(name: str) -> Item:
    """Something that happens."""
    return {
        "kind": "event",
        "id": name,
        "title": f"事件 {name}",
        "happens": "系统记下的时刻",
        "evidence": "系统记录",
    }


def step(name: str, within: str) -> Item:
    """A step that takes so long."""
    return {
        "id": name,
        "title": f"第 {name} 步",
        "do": "照办",
        "lane": "backstage",
        "by": "hotline-agent",
        "within": within,
    }


def procedure(name: str, steps: list[Item], promise: str) -> Item:
    """A procedure that has to keep a promise."""
    return {
        "kind": "procedure",
        "id": name,
        "title": f"流程 {name}",
        "about": "测算用",
        "promise": promise,
        "steps": steps,
    }


def _many_steps() -> list[Item]:
    steps = [step(f"s{at}", WITHIN[at % 6]) for at in range(5_000)]
    return [limit("promise", "900 个工作日"), procedure("many", steps, "promise")]


def _many_working_hours() -> list[Item]:
    steps = [step(f"s{at}", "30 工作分钟") for at in range(5_000)]
    return [limit("promise", "100 个工作日"), procedure("hours", steps, "promise")]


def _nested_loops() -> list[Item]:
    depth = 200
    steps = [step(f"s{at}", "1 分钟") for at in range(depth)]
    for at in range(depth):
        back = {"to": f"s{depth - 1 - at}", "when": "不接受", "max": "1 次"}
        steps.append({**step(f"e{at}", "1 分钟"), "repeat": back})
    return [limit("promise", "60 个工作日"), procedure("nested", steps, "promise")]


def _loop(rounds: int) -> list[Item]:
    back = {"to": "s0", "when": "不接受", "max": f"{rounds} 次"}
    steps = [step("s0", "1 工作分钟"), {**step("s1", "1 秒"), "repeat": back}]
    return [limit("promise", "60 个工作日"), procedure("loop", steps, "promise")]


def _huge_amounts() -> list[Item]:
    steps = [step("s0", "800000 工作小时"), step("s1", "36500 日"), step("s2", "1000000 分钟")]
    return [limit("promise", "1000000 工作分钟"), procedure("huge", steps, "promise")]


def _wide() -> list[Item]:
    branches = [f"s{at}" for at in range(1, 1_001)]
    fork = {**step("s0", "1 小时"), "parallel": {"steps": branches, "join": "all", "then": "end"}}
    ends = [step(name, WITHIN[at % len(WITHIN)]) for at, name in enumerate(branches)]
    steps = [fork, *ends, step("end", "1 工作小时")]
    return [limit("promise", "60 个工作日"), procedure("wide", steps, "promise")]


def _lattice() -> list[Item]:
    """Each step goes on to every one of the next twenty: no path may be listed."""
    count = 400
    steps = []
    for at in range(count):
        ways = range(at + 1, min(at + 21, count))
        more = {"branches": [{"when": f"情形 {to}", "to": f"s{to}"} for to in ways]} if ways else {}
        steps.append({**step(f"s{at}", WITHIN[at % 6]), **more})
    return [limit("promise", "900 个工作日"), procedure("lattice", steps, "promise")]


def _pauses() -> list[Item]:
    pauses = [
        {
            "id": f"pause-{at}",
            "reason": "等候",
            "cap": f"{at + 1} 工作小时",
            "granted_by": "shift-leader",
            "told": "是",
        }
        for at in range(50)
    ]
    paused = {**limit("promise", "100 个工作日"), "pauses": pauses}
    paused["floor"] = "appeal-rules.answer-60d"
    return [regulation(), paused]


ADVERSARIAL: dict[str, Callable[[], list[Item]]] = {
    "5,000 steps of mixed units": _many_steps,
    "5,000 steps of working time": _many_working_hours,
    "200 loops in one another": _nested_loops,
    "a loop of 1,000,000 rounds": lambda: _loop(1_000_000),
    "a loop of 200,000 rounds, within the calendars": lambda: _loop(200_000),
    "amounts of 36,500 to 1,000,000 units": _huge_amounts,
    "1,000 steps side by side": _wide,
    "400 steps with 20 ways on each": _lattice,
    "50 pauses of 100 working days": _pauses,
}
"""Procedures meant to hurt, by what is bad about them."""

"""The practice page in a test: what its files hold, and a reader who answers by keys alone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from browsing import Site
    from playwright.sync_api import Page

READY = "[data-guifan-practice=ready]"
QUESTION = "[data-guifan-item]"
FEEDBACK = "[data-guifan-feedback]"
FOLDER = "assets/guifan/practice"
KINDS = (
    "single",
    "multiple",
    "true-false",
    "numeric",
    "fill-in",
    "ordering",
    "matching",
)


@dataclass(frozen=True)
class Asked:
    """A question as the site's files hold it."""

    id: str
    hash: str
    chapter: str
    clause: str
    roles: tuple[str, ...]
    told: dict[str, Any]


def part(path: Path) -> Any:
    """What a file of the page hands over."""
    found = re.fullmatch(r'guifan\.practice\.put\("[^"]*",(.*)\);\n', path.read_text("utf-8"))
    assert found, path
    return json.loads(found[1])


def questions_of(site: Site) -> dict[str, Asked]:
    """Every question of a site by its id."""
    folder = site.folder / FOLDER
    (path,) = folder.glob("meta.*.js")
    meta = part(path)
    roles = [one[0] for one in meta["roles"]]
    found: dict[str, Asked] = {}
    for chapter, _title, file, total, _counts in meta["chapters"]:
        listed = part(folder / f"{file}.js")
        told = [one for piece in listed["pieces"] for one in part(folder / f"{piece}.js")]
        assert len(told) == len(listed["items"]) == total
        for row, item in zip(listed["items"], told, strict=True):
            clause, posts = listed["clauses"][row[2]][0], listed["posts"][row[3]]
            named = tuple(roles[one] for one in posts)
            found[row[0]] = Asked(row[0], row[1], chapter, clause, named, item)
    return found


def practise(page: Page, site: Site, where: str = "") -> None:
    page.goto(f"{site.root}practice/#{where}")
    page.wait_for_selector(READY)


def start(page: Page, sort: str = "mixed") -> None:
    page.locator(f"[data-gf-start={sort}]").click()
    page.wait_for_selector(QUESTION)


def current(page: Page, questions: dict[str, Asked]) -> Asked:
    name = page.locator(QUESTION).get_attribute("data-guifan-item")
    assert name is not None
    return questions[name]


def confirm(page: Page) -> None:
    """From wherever the focus is, to the button and Enter."""
    for _ in range(40):
        if page.evaluate("document.activeElement.type == 'submit'"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer(page: Page, asked: Asked, *, right: bool) -> None:
    """Answer by keys alone."""
    told = asked.told
    match told["type"]:
        case "single" | "true-false":
            options = [one["id"] for one in told["options"]]
            wanted = [one for one in options if (one in told["key"]) is right]
            page.keyboard.press(str(options.index(wanted[0]) + 1))
            page.keyboard.press("Enter")
        case "multiple":
            options = [one["id"] for one in told["options"]]
            for at, one in enumerate(options, start=1):
                if (one in told["key"]) is right:
                    page.keyboard.press(str(at))
            page.keyboard.press("Enter")
        case "numeric" | "fill-in":
            page.keyboard.type(told["key"][0] if right else "9876543")
            page.keyboard.press("Enter")
        case "matching":
            for at, pair in enumerate(told["key"]):
                letter = pair.split("-")[1] if right else told["key"][at - 1].split("-")[1]
                page.keyboard.press(str(at + 1)) if at == 0 else page.keyboard.press("Tab")
                page.keyboard.type(letter)
            confirm(page)
        case "ordering":
            order(page, told["key"] if right else told["key"][::-1])
            confirm(page)
    page.wait_for_selector(FEEDBACK)


def go_on(page: Page) -> None:
    """To the next question, or to the end, with the focus where the answer left it."""
    page.keyboard.press("Enter")
    page.wait_for_selector(FEEDBACK, state="detached")


def order(page: Page, wanted: list[str]) -> None:
    """Bring rows into an order with the buttons, found and pressed by keys."""
    for place, letter in enumerate(wanted, start=1):
        rows = page.locator(".gf-q-order > li")
        now = [one.get_attribute("data-guifan-option") for one in rows.all()].index(letter) + 1
        if now == place:
            continue
        page.locator(QUESTION).evaluate("node => node.focus()")
        page.keyboard.press(str(now))
        for _ in range(now - place):
            up = page.evaluate("document.activeElement.dataset.gfMove")
            if up == "down":
                page.keyboard.press("Shift+Tab")
            page.keyboard.press("Enter")


def card(asked: Asked, **fields: Any) -> dict[str, Any]:
    day = 20000
    whole = {"hash": asked.hash, "chapter": asked.chapter, "clause": asked.clause, "day": day}
    whole |= {"due": day + 3, "stability": 2.3065, "difficulty": 2.1181, "reps": 1, "lapses": 0}
    return whole | {"wrong": False} | fields


def some(questions: dict[str, Asked], count: int) -> list[Asked]:
    """Questions of a post with one choice, each about a clause of its own."""
    found: dict[str, Asked] = {}
    for one in questions.values():
        is_for = one.chapter == "complaints" and "hotline-agent" in one.roles
        if is_for and one.told["type"] == "single":
            found.setdefault(one.clause, one)
    return list(found.values())[:count]


def keep(page: Page, site: Site, cards: dict[str, Any], **fields: Any) -> None:
    """Let a browser have kept something."""
    told = {"format": 1, "me": {"role": "hotline-agent", "name": "", "id": "test"}, "cards": cards}
    page.goto(f"{site.root}glossary/")
    write(page, json.dumps(told | fields))


def write(page: Page, text: str) -> None:
    page.evaluate("text => localStorage.setItem('guifan / practice', text)", text)


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate("localStorage.getItem('guifan / practice')"))
    return found


def given(asked: Asked, at: int) -> dict[str, Any]:
    return {
        "id": f"00000000-0000-4000-8000-{at:012}",
        "at": f"2026-01-02T03:04:{at:02}.000Z",
        "item": asked.id,
        "hash": asked.hash,
        "chapter": asked.chapter,
        "clause": asked.clause,
        "version": 1,
        "type": asked.told["type"],
        "role": "hotline-agent",
        "answer": asked.told["key"],
        "right": True,
        "seconds": 12,
    }


def open_record(page: Page) -> None:
    page.locator(".gf-practice-record > summary").click()

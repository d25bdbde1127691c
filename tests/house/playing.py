"""Answering the player's questions as a learner does: by real clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carried import false, in_order, number, pairs, true

from guifan.quiz.item import CHOSEN, Form, Item

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page


def answer(player: Page | FrameLocator, item: Item, *, wrong: int | None = None) -> None:
    """Answer the question that is shown, and go on.

    Args:
        player: where the player is.
        item: the question.
        wrong: which of its wrong answers to give; None for the right one.
    """
    form = player.locator(f"form[data-item='{item.id}']")
    form.wait_for()
    match item.model.form:
        case Form.NUMERIC:
            value = number(item) + (0 if wrong is None else 1 + wrong)
            form.locator("input").fill(f"{value:g}")
        case Form.FILL_IN:
            (word,) = true(item)
            form.locator("input").fill(f" {word} " if wrong is None else f"{word}们")
        case Form.ORDERING:
            arrange(form, in_order(item) if wrong is None else list(reversed(in_order(item))))
        case Form.MATCHING:
            found = pairs(item)
            given = list(found.values())
            right = given if wrong is None else [*given[1:], given[0]]
            for left, text in zip(found, right, strict=True):
                select = form.locator("label").filter(has_text=left).locator("select")
                label = next(
                    one for one in select.locator("option").all_inner_texts() if one.endswith(text)
                )
                select.select_option(label=label)
        case _:
            texts = sorted(true(item))
            if wrong is not None:
                texts = [sorted(false(item))[wrong]]
            for choice in form.locator("label.choice").all():
                if choice.locator("span").text_content() in texts:
                    choice.click()
    form.get_by_role("button", name="提交", exact=True).click()
    form.locator(".told.right" if wrong is None else ".told.wrong").wait_for()
    form.locator("button.next").click()


def arrange(form: Locator, wanted: list[str]) -> None:
    """Move the steps up until they stand as wanted."""
    steps = form.locator(".step")
    for place, text in enumerate(wanted):
        now = [step.locator("span").text_content() for step in steps.all()]
        for at in range(now.index(text), place, -1):
            steps.nth(at).locator("button").first.click()


def wrongs(item: Item) -> int:
    """How many wrong answers a question offers."""
    return len(false(item)) if item.model.form in CHOSEN else 1

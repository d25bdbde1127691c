"""A decision tree: a question, its answers, and what follows from each."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from guifan.manual.diagrams.branching import Node, branch, place
from guifan.manual.diagrams.svg import (
    Box,
    Caption,
    Drawing,
    arrowhead,
    elbows,
    link,
    picture,
    rectangle,
    write,
    write_lines,
)
from guifan.manual.diagrams.text import BODY, LEADING, SMALL, clip, measure, wrap


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to do in the end, and its place in the manual."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answers in order."""

    text: str
    options: tuple["Option", ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer and what it leads to."""

    label: str
    then: Question | Outcome


@dataclass(frozen=True, slots=True)
class Words:
    """The picture's own words.

    Args:
        asks: a question's sentence: {number}, {text}.
        leads: an answer's sentence that leads to an outcome: {label}, {text}.
        goes: an answer's sentence that leads to a question: {label}, {number}.
    """

    asks: str
    leads: str
    goes: str


_WIDTH = 176
_PAD = 12
_LINES = 3
_LABEL_ROOM = 96


def draw_tree(title: str, root: Question, words: Words, prefix: str = "tree") -> Markup:
    """Draw a decision tree as inline SVG; ``prefix`` begins every id in it."""
    nodes = list(_walk(root, ""))
    placed = place(_node(root, ""))
    boxes = [at.box for at in placed]
    shapes, links = [], []
    for (label, node), at in zip(nodes, placed, strict=True):
        if at.parent is not None:
            shapes.append(_draw_branch(boxes[at.parent], at.box, label))
        shapes.append(_draw_node(node, at.box))
        links.append(link(node.href, node.text, at.box))
    width = max(box.right for box in boxes)
    height = max(box.bottom for box in boxes)
    caption = Caption(prefix, "tree", title, _sentences(root, words))
    return picture(caption, Drawing(tuple(shapes), tuple(links), width, height))


def _walk(node: Question | Outcome, label: str) -> Iterator[tuple[str, Question | Outcome]]:
    """Every node with the answer that leads to it, depth first."""
    yield label, node
    if isinstance(node, Question):
        for option in node.options:
            yield from _walk(option.then, option.label)


def _node(node: Question | Outcome, label: str) -> Node:
    lines = wrap(node.text, BODY, _WIDTH - 2 * _PAD, _LINES)
    options = node.options if isinstance(node, Question) else ()
    children = tuple(_node(option.then, option.label) for option in options)
    lead = measure(clip(label, SMALL, _LABEL_ROOM), SMALL) + 12 if label else 0.0
    return Node(_WIDTH, max(1, len(lines)) * LEADING + 18, children, lead)


def _draw_node(node: Question | Outcome, box: Box) -> Markup:
    lines = wrap(node.text, BODY, _WIDTH - 2 * _PAD, _LINES)
    at = (box.x + _PAD, box.y + 9 + BODY)
    if isinstance(node, Question):
        return rectangle(box, "gf-question", radius=box.height / 2.5 if not lines[1:] else 16) + (
            write_lines(at, lines, BODY, "gf-strong")
        )
    return rectangle(box, "gf-outcome", radius=4) + write_lines(at, lines, BODY, "gf-plain")


def _draw_branch(parent: Box, child: Box, label: str) -> Markup:
    path = branch(parent, child)
    shapes = elbows(path, "gf-wire") + arrowhead(path[-1], "gf-arrowhead")
    x, y = path[-1]
    text = clip(label, SMALL, _LABEL_ROOM)
    return shapes + write((x - 12, y - 5), text, SMALL, "gf-wire-label", "end")


def _sentences(root: Question, words: Words) -> list[str]:
    asked = [node for _, node in _walk(root, "") if isinstance(node, Question)]
    number = {id(node): at for at, node in enumerate(asked, 1)}
    sentences = []
    for question in asked:
        sentences.append(words.asks.format(number=number[id(question)], text=question.text))
        for option in question.options:
            then = option.then
            if isinstance(then, Question):
                text = words.goes.format(label=option.label, number=number[id(then)])
            else:
                text = words.leads.format(label=option.label, text=then.text)
            sentences.append(text)
    return sentences

"""xAPI statements as responses: those of the practice page, of our cmi5 player and their like."""

from collections.abc import Collection
from urllib.parse import unquote

from guifan.quiz.results.response import Response

_PREFIX = "urn:guifan:item:"
_VOIDED = "http://adlnet.gov/expapi/verbs/voided"


def response(number: int, statement: object, known: Collection[str]) -> Response | None:
    """The answer that a statement tells of; None where it tells of none.

    Args:
        number: of the statement in its file.
        statement: as JSON gives it.
        known: the ids of all questions.
    """
    told = _object(statement)
    if not str(_object(told.get("verb")).get("id", "")).endswith("/answered"):
        return None
    result = _object(told.get("result"))
    success, answer = result.get("success"), result.get("response")
    scaled = _object(result.get("score")).get("scaled")
    if not isinstance(success, bool):
        success = scaled >= 1 if isinstance(scaled, int | float) else None
    extensions = _object(_object(told.get("context")).get("extensions"))
    version = _extension(extensions, "version")
    return Response(
        number,
        _learner(_object(told.get("actor"))),
        _item(str(_object(told.get("object")).get("id", "")), known),
        answer if isinstance(answer, str) else None,
        success,
        _text(told.get("timestamp")),
        _text(_extension(extensions, "hash")),
        version if isinstance(version, int) else 0,
        _text(_extension(extensions, "role")),
        _text(told.get("id")),
    )


def withdrawn(statement: object) -> str:
    """The id of the statement that a statement voids; empty if it voids none.

    Source: xAPI 1.0.3, part two, 2.3.2 «Voiding».
    """
    told = _object(statement)
    about = _object(told.get("object"))
    voids = _object(told.get("verb")).get("id") == _VOIDED
    return _text(about.get("id")) if voids and about.get("objectType") == "StatementRef" else ""


def _object(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _extension(extensions: dict[str, object], name: str) -> object:
    return next((one for key, one in extensions.items() if key.endswith(f"practice/{name}")), None)


def _learner(actor: dict[str, object]) -> str:
    account = _object(actor.get("account"))
    ways = ("mbox", "mbox_sha1sum", "openid", "name")
    names = (account.get("name"), *(actor.get(way) for way in ways))
    return next((one.removeprefix("mailto:") for one in names if isinstance(one, str)), "")


def _item(iri: str, known: Collection[str]) -> str:
    """The id of the question at an address; the address itself where it is none of ours."""
    name = unquote(iri.removeprefix(_PREFIX))
    if name in known:
        return name
    tail = name.rstrip("/").rpartition("/")[2]
    return tail if tail in known or "practice/items/" in name else name

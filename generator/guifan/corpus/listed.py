"""What of an item the arrangement of a manual rests on: it is known without opening its file."""

from dataclasses import dataclass
from datetime import date

from guifan.language.model import Item, State


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as contents and calendars list it.

    Args:
        id: its own.
        kind: its kind.
        title: its title.
        place: where in the manual it stands.
        since: the day from which it holds.
        owner: id of the post or unit that it belongs to.
        review_by: the day by which that has to look at it again.
        is_kept: whether it has to: not at what is withdrawn, or ends before its review.
        is_draft: whether it is a draft.
        last: the last day on which it holds; None where it has none.
    """

    id: str
    kind: str
    title: str
    place: str
    since: date
    owner: str
    review_by: date
    is_kept: bool
    is_draft: bool
    last: date | None


def listed(item: Item) -> Listed:
    """An item as it is listed. A promotion ends by its own last day, all else when it expires."""
    lasts = [one for one in (item.expires, getattr(item, "ends", None)) if one]
    is_over = item.status is State.RETIRED or (item.expires or date.max) < item.review_by
    return Listed(
        item.id,
        item.kind,
        item.title,
        item.place,
        item.effective,
        item.owner,
        item.review_by,
        not is_over,
        item.status is State.DRAFT,
        min(lasts, default=None),
    )

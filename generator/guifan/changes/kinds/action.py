"""What is done in an emergency, by when, and who answers for it."""

from guifan.changes.change import Change
from guifan.language.kinds.playbook import Action, Playbook


class ActionChange(Change):
    """What is done in an emergency, by when, and who answers for it."""

    key = "action"
    claims = (
        (Playbook, "first_hour"),
        (Playbook, "later"),
        *((Action, name) for name in Action.model_fields),
    )

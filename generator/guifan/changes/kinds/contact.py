"""Who is called in an emergency, and who when that post does not answer."""

from guifan.changes.change import Change
from guifan.language.kinds.playbook import Contact, Playbook


class ContactChange(Change):
    """Who is called in an emergency, and who when that post does not answer."""

    key = "contact"
    claims = (
        (Playbook, "contacts"),
        (Playbook, "deputies"),
        *((Contact, name) for name in Contact.model_fields),
    )

"""How much of the marks an option is worth, as Moodle writes it: it takes no other fractions."""

from collections.abc import Mapping
from types import MappingProxyType

RIGHT_SHARE: Mapping[int, str] = MappingProxyType(
    {2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667"}
)
"""Of each right option, by how many there are."""

WRONG_SHARE = "-100"
"""Of each wrong option: one of them leaves nothing."""

"""What our people do instead of what a norm says, as the norm itself warns."""

from guifan.language.kinds.norm import Norm
from guifan.quiz.ground import Ground
from guifan.quiz.said import Said, bare


def slips(ground: Ground, norm: Norm, line: str) -> tuple[Said, ...]:
    """The mistakes made in an exception, or after the norm was not kept."""
    return tuple(
        bare(ground.text(norm, does))
        for slip in norm.slips
        if line.startswith(slip.when)
        for does in slip.does
    )

"""What an analysis calls things, and what to do about them."""

from collections.abc import Mapping
from typing import NamedTuple

from guifan.language.catalogues import Translator
from guifan.quiz.results.analysis import Remark, Standing


class Named(NamedTuple):
    """What something is called, and what to do about it."""

    name: str
    advice: str


def remarks(_: Translator) -> Mapping[Remark, Named]:
    """Every remark in words."""
    return {
        Remark.MISKEYED: Named(
            _("答案可能有错"),
            _("别的题答得好的人，在这一题反而选了一个错的选项。请核对条款和答案。"),
        ),
        Remark.HARD: Named(_("太难"), _("答对的不到三成。看看是没有教到，还是题干没有说清。")),
        Remark.EASY: Named(_("太容易"), _("几乎人人答对，分不出谁会谁不会。")),
        Remark.DULL: Named(_("分不开"), _("会的人和不会的人答得差不多。")),
        Remark.IDLE: Named(_("有选项没人选"), _("有一个选项没有一个人选，可以换掉。")),
    }


def standings(_: Translator) -> Mapping[Standing, str]:
    """How a clause stands, in words."""
    return {
        Standing.WEAK: _("没有掌握"),
        Standing.SOUND: _("已经掌握"),
        Standing.OPEN: _("还不够"),
    }

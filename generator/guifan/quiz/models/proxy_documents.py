"""What a proxy brings along."""

from collections.abc import Iterator

from guifan.quiz.base import Base
from guifan.quiz.choosing import ALIKE, chosen
from guifan.quiz.fact import Claim, Fact
from guifan.quiz.item import Draft, Form, Gap, Level, Model, Option
from guifan.quiz.models._answers import right, siblings, taken_for
from guifan.quiz.said import Said, say
from guifan.quiz.values import likeness, pairs

_MOST = 5


def _drafts(base: Base) -> Iterator[Draft | Gap]:
    _ = base.ground.words
    services: dict[str, list[Fact]] = {}
    for fact in base.of("document"):
        services.setdefault(fact.clause.item, []).append(fact)
    for name, facts in services.items():
        first = facts[0]
        if not 1 < len(facts) < _MOST:
            yield Gap(first, "too-short" if len(facts) == 1 else "too-long")
            continue
        keys = tuple(right(one) for one in facts)
        named = tuple(str(one.value) for one in facts)

        def strange(other: Fact, first: Fact = first, named: tuple[str, ...] = named) -> bool:
            claim = Claim("document", first.name, other.value)
            # One letter of attorney, or one person's papers, might pass for another's.
            alike = any(likeness(one, str(other.value)) >= ALIKE for one in named)
            return base.judge(claim).truth is False and not alike and not _is_own(other)

        near = siblings(base, first, strange)
        tiers = ([taken_for(first, one) for one in tier] for tier in near)
        is_there = any(owner in one for one in named for owner in _OWNER)
        beyond = [one for one in _beyond(base, first) if is_there and one.text.text not in named]
        wrong = chosen(keys[0], (beyond, *tiers), _MOST - len(keys), name)
        if not wrong.options:
            yield Gap(first, "no-siblings")
            continue
        stem = say(
            _("有人来代办「{service}」。证件和材料要带哪几样？"),
            service=base.ground.title(name),
        )
        yield Draft(first, stem, (*keys, *wrong.options), considered=wrong.considered)


def _is_own(fact: Fact) -> bool:
    """Whether a paper says of which business it is: beside another it is known for wrong."""
    called = "，".join((fact.source.title, *fact.source.also))
    return _WRITTEN in fact.value_said.text or bool(pairs(called) & pairs(fact.value_said.text))


_OWNER = ("机主", "本人")
"""Whose papers are brought: of an owner who died there are none."""

_WRITTEN = "写明"
"""How a letter says what it is for."""


def _beyond(base: Base, fact: Fact) -> Iterator[Option]:
    """What people ask a proxy for though no list has it: what the owner gives to nobody."""
    _ = base.ground.words
    service = base.ground.title(fact.clause.item)
    secret = say(_("代办「{service}」凭证件和材料，不要机主说出密码和验证码。"), service=service)
    for text in (_("机主的服务密码"), _("机主手机上收到的验证码")):
        yield _asked(fact, text, secret)
    more = say(_("代办「{service}」要带的里面没有这一样，不多要。"), service=service)
    for text in (_("机主手持身份证的照片"), _("机主最近三个月的缴费凭证")):
        yield _asked(fact, text, more)


def _asked(fact: Fact, text: str, why: Said) -> Option:
    told = Said(text, why.rests)
    return Option(told, Claim("document", fact.name, told), False, why, fact.clause)


MODEL = Model("proxy-documents", "service", Level.APPLY, Form.MULTIPLE, 45, _drafts)

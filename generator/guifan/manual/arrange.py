"""How the pages are arranged: by chapter, role, channel and moment, and the indexes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from guifan.checks.rules import RULES
from guifan.corpus.graph import Corpus
from guifan.corpus.listed import Listed
from guifan.corpus.owners import owned
from guifan.language.catalogues import Translator
from guifan.language.kinds import KINDS
from guifan.language.kinds.channel import Channel
from guifan.language.kinds.manual import Chapter, Manual
from guifan.language.kinds.metric import Metric
from guifan.language.kinds.norm import Norm
from guifan.language.kinds.regulation import Regulation
from guifan.language.kinds.role import Role
from guifan.language.kinds.source import Source
from guifan.language.model import Audience, Item
from guifan.language.waivers import Waiver
from guifan.manual.book import (
    HOME,
    Book,
    Branch,
    Page,
    bind,
    chapter_path,
    folder,
    item_pages,
)
from guifan.manual.history import NO_HISTORY, History
from guifan.manual.questions import Ask, Questions, ask
from guifan.manual.reference import kind_path, rule_path
from guifan.proof.calendar.clocks import Clocks
from guifan.proof.dimensions import DIMENSIONS
from guifan.temporal.arrangements import Bound

MOMENTS = "call-moment"
"""The taxonomy of the moments of a call."""

NUMBERS, GLOSSARY = "numbers/index", "glossary/index"
"""Where the indexes of limits and of terms stand."""

UNANSWERED = "unanswered/index"
"""Where an editor collects what readers asked the search in vain."""

DUTY = "duty/index"
"""Where the table of who is on duty stands."""

REQUIREMENTS = "requirements/index"
"""Where what the law asks stands beside what we promise."""

EMERGENCIES = "emergencies/index"
"""Where the index of emergencies stands."""

NETWORK = "units/index"
"""Where the units stand that carry each function at each level."""

COVERAGE, COVERED_NORMS, COVERED_ROLES = "coverage/index", "coverage/norms", "coverage/roles"
"""Where the maps of what the manual covers stand: all of them, norms by dimension, by post."""

COVERED_QUESTIONS = "coverage/questions"
"""Where it stands which clauses staff are asked about."""

PRACTICE = "practice/index"
"""Where staff practise."""

CHANGES = "changes/index"
"""Where it stands what each edition changed."""

OWNERS = "owners/index"
"""Where it stands who answers for what, and by when it is looked at again."""

_OPEN = ("principle", "service", "course", "exam", "procedure", "norm", "playbook", "announcement")
"""The kinds that stand open in their section, in this order: what staff read first."""

_FOLDED = ("limit", "message", "escalation", "form", "metric", "event", "taxonomy")
"""What follows them, in this order; the kinds that are named in neither come last."""

READING = tuple(dict.fromkeys((*_OPEN, *_FOLDED, *KINDS)))
"""All kinds in the order in which a section is read."""

_INDEXED = frozenset({"role", "channel", "term", "metric", "regulation", "source", "manual"})
"""The kinds with an index of their own, or the first page; the rest is folded below these."""


def arrange(
    corpus: Corpus,
    audience: Audience,
    _: Translator,
    day: date,
    waivers: tuple[Waiver, ...] = (),
    history: History = NO_HISTORY,
    ask: Ask = ask,
) -> Book:
    """Make the pages of an edition and their navigation.

    Args:
        corpus: the edition.
        audience: for whom; editors' reference is not for customers.
        _: the translator of page furniture.
        day: of the build; its year is the first over which limits are proven, and no page depends
            on more of it.
        waivers: those written in the sources, which editors are told of.
        history: what each edition released so far changed.
        ask: how staff are asked about it.
    """
    pages = list(item_pages(corpus))
    of_item = {page.id: page for page in pages}
    managed = _managed(corpus, waivers, _) if audience is Audience.INTERNAL else ()
    branches = [
        _leaf(Page(HOME, _("首页"), "home")),
        _contents(tuple(_chapters(corpus, audience, of_item, _)), _),
        _index(_("岗位"), "roles", "roles", by_rank(corpus), of_item),
        _index(_("渠道"), "channels", "channels", corpus.of(Channel), of_item),
        _moments(corpus, _),
        _emergencies(corpus, _),
        _practice(audience, _),
        _lookup((*_indexes(corpus, audience, of_item, _), *_changes(history, _), *managed), _),
    ]
    if audience is Audience.INTERNAL:
        branches.append(Branch(_("指南"), children=(_kinds(_), _rules(_))))
    branches = [branch for branch in branches if branch.page or branch.children]
    listed = {page.path: page for branch in branches for page in _pages(branch)}
    listed.update((page.path, page) for page in pages)
    clocks = Clocks(corpus.manual, day, Bound.MOST) if corpus.manual else None
    questions = Questions(corpus, day, _, ask) if audience is Audience.INTERNAL else None
    return bind(corpus, tuple(listed.values()), tuple(branches), clocks, history, questions)


def _pages(branch: Branch) -> Iterator[Page]:
    if branch.page:
        yield branch.page
    for child in branch.children:
        yield from _pages(child)


def _leaf(page: Page) -> Branch:
    return Branch(page.title, page)


def _contents(chapters: tuple[Branch, ...], _: Translator) -> Branch:
    """The chapters under a page of their own, or the theme takes the first of them for it."""
    page = Page("chapters/index", _("章节"), "chapters") if chapters else None
    return Branch(_("章节"), page, chapters)


def _lookup(indexes: tuple[Branch, ...], _: Translator) -> Branch:
    """The indexes under a page of their own, which shows them."""
    pages = tuple(branch.page for branch in indexes if branch.page)
    page = Page("lookup/index", _("速查"), "lookup", pages) if indexes else None
    return Branch(_("速查"), page, indexes)


def _chapters(
    corpus: Corpus, audience: Audience, of_item: dict[str, Page], _: Translator
) -> Iterator[Branch]:
    """Customers are not shown chapters that have nothing for them."""
    places = _places(corpus)
    held = {place.partition(".")[0] for place in places}
    for chapter in corpus.manual.chapters if corpus.manual else ():
        page = Page(chapter_path(chapter), f"{chapter.number} {chapter.title}", "chapter", chapter)
        sections = tuple(_sections(places, chapter, of_item, _))
        own = tuple(_in_chapter(places.get(chapter.id, ()), of_item, _))
        if audience is Audience.INTERNAL or chapter.id in held:
            yield Branch(page.title, page, (*sections, *own))


def _places(corpus: Corpus) -> dict[str, list[Listed]]:
    """The items that have pages by the place where they stand."""
    found: dict[str, list[Listed]] = {}
    for one in corpus.listed:
        if one.kind != Manual.kind:
            found.setdefault(one.place, []).append(one)
    return found


def _sections(
    places: Mapping[str, Sequence[Listed]],
    chapter: Chapter,
    of_item: dict[str, Page],
    _: Translator,
) -> Iterator[Branch]:
    for section in chapter.sections:
        items = places.get(f"{chapter.id}.{section.id}", ())
        if not items:
            continue
        page = Page(chapter_path(chapter, section), section.title, "section", (chapter, section))
        yield Branch(page.title, page, tuple(_in_chapter(items, of_item, _)))


def _in_chapter(
    items: Sequence[Listed], of_item: dict[str, Page], _: Translator
) -> Iterator[Branch]:
    """What staff read first stands open; the rest is folded, a heading a kind."""
    for kind in _OPEN:
        yield from (_leaf(of_item[item.id]) for item in items if item.kind == kind)
    for kind in (one for one in READING if one not in _OPEN and one not in _INDEXED):
        leaves = tuple(_leaf(of_item[item.id]) for item in items if item.kind == kind)
        if leaves:
            yield Branch(_(KINDS[kind].kind_name), children=leaves)


def kinds(corpus: Corpus) -> frozenset[str]:
    """The kinds of which there are items."""
    return frozenset(one.kind for one in corpus.listed)


def by_rank(corpus: Corpus) -> tuple[Role, ...]:
    """Roles that meet customers first, then by rank."""
    return tuple(sorted(corpus.of(Role), key=lambda role: (not role.frontline, role.rank)))


def _index(
    title: str, path: str, template: str, items: tuple[Item, ...], of_item: dict[str, Page]
) -> Branch:
    if not items:
        return Branch(title)
    page = Page(f"{path}/index", title, template)
    return Branch(title, page, tuple(_leaf(of_item[item.id]) for item in items))


def _moments(corpus: Corpus, _: Translator) -> Branch:
    moments = corpus.members(MOMENTS).values()
    if not moments:
        return Branch(_("环节"))
    pages = [Page(f"moments/{one.id}", one.title, "moment", one) for one in moments]
    top = Page("moments/index", _("环节"), "moments")
    return Branch(top.title, top, tuple(_leaf(page) for page in pages))


def _emergencies(corpus: Corpus, _: Translator) -> Branch:
    """One tap away; the playbooks themselves stand in their chapter."""
    page = Page(EMERGENCIES, _("突发事件"), "emergencies") if "playbook" in kinds(corpus) else None
    return Branch(_("突发事件"), page)


def _practice(audience: Audience, _: Translator) -> Branch:
    """Questions are for staff: their answers name posts, grants and scripts that are internal."""
    title = _("练习")
    return Branch(
        title, Page(PRACTICE, title, "practice") if audience is Audience.INTERNAL else None
    )


def _indexes(
    corpus: Corpus, audience: Audience, of_item: dict[str, Page], _: Translator
) -> Iterator[Branch]:
    """The indexes over the whole manual, those that have something to show."""
    held = kinds(corpus)
    if "limit" in held:
        yield _leaf(Page(NUMBERS, _("数字速查"), "numbers"))
    yield from _requirements(corpus, audience, _)
    if "rota" in held:
        yield _leaf(Page(DUTY, _("谁在岗"), "duty"))
    if any(getattr(unit, "functions", ()) for unit in corpus.of_kind("unit")):
        yield _leaf(Page(NETWORK, _("服务网络"), "units"))
    if "announcement" in held:
        title = _("公告与口径") if audience is Audience.INTERNAL else _("公告")
        yield _leaf(Page("announcements/index", title, "announcements"))
    procedures = (corpus.get(one.id) for one in corpus.listed if one.kind == "procedure")
    if any(getattr(item, "fail_points", ()) for item in procedures):  # the first mostly has some
        yield _leaf(Page("fail-points/index", _("失误点"), "fail-points"))
    if "message" in held:
        yield _leaf(Page("messages/index", _("话术与模板"), "messages"))
    if "term" in held:
        yield _leaf(Page(GLOSSARY, _("术语表"), "glossary"))
    for model, name in ((Metric, _("指标")), (Regulation, _("法规")), (Source, _("来源"))):
        branch = _index(name, folder(model.kind), folder(model.kind), corpus.of(model), of_item)
        if branch.page:
            yield branch


def _requirements(corpus: Corpus, audience: Audience, _: Translator) -> Iterator[Branch]:
    """What the law asks of us, where it asks anything; customers are told what concerns them."""
    if any(one.floors for one in corpus.of(Regulation)):
        title = _("法定要求与我们的承诺")
        yield _leaf(Page(REQUIREMENTS, title, "requirements", audience))


def _changes(history: History, _: Translator) -> Iterator[Branch]:
    """What each edition changed, once one was released."""
    if history.periods:
        yield _leaf(Page(CHANGES, _("更新"), "changes"))


def _managed(corpus: Corpus, waivers: tuple[Waiver, ...], _: Translator) -> Iterator[Branch]:
    """What managers and auditors look at: what is covered, and who keeps it up to date."""
    below = []
    if Norm.kind in kinds(corpus):
        if corpus.members(DIMENSIONS):
            below.append(Page(COVERED_NORMS, _("按服务维度看条款"), "coverage-norms"))
        if corpus.of(Role):
            below.append(Page(COVERED_ROLES, _("按岗位看条款"), "coverage-roles"))
        below.append(Page(COVERED_QUESTIONS, _("按题目看条款"), "coverage-questions"))
    top = Page(COVERAGE, _("覆盖情况"), "coverage")
    yield Branch(top.title, top, tuple(_leaf(page) for page in below))
    top = Page(OWNERS, _("归口与复审"), "owners", waivers)
    posts = (corpus.get(name) for name in owned(corpus))
    units = (Page(f"owners/{one.id}", one.title, "owner", one.id) for one in posts if one)
    yield Branch(top.title, top, tuple(_leaf(page) for page in units))
    yield _leaf(Page(UNANSWERED, _("没找到的"), "unanswered"))


def _kinds(_: Translator) -> Branch:
    """The reference of the kinds and their fields."""
    pages = [
        Page(kind_path(kind), _(model.kind_name), "kind", model) for kind, model in KINDS.items()
    ]
    top = Page("reference/kinds/index", _("条目与字段"), "kinds")
    return Branch(top.title, top, tuple(_leaf(page) for page in pages))


def _rules(_: Translator) -> Branch:
    """The catalogue of the rules."""
    pages = [
        Page(rule_path(code), f"{code} {rule.name}", "rule", rule) for code, rule in RULES.items()
    ]
    top = Page("reference/rules/index", _("检查规则"), "rules")
    return Branch(top.title, top, tuple(_leaf(page) for page in pages))

"""What each edition changed, to subscribe to: RSS 2.0 and JSON Feed 1.1.

An entry a released edition. A reader's program needs whole addresses: where nobody says at which
address the site is published, there is no feed. The same editions give the same bytes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from email.utils import format_datetime
from itertools import groupby
from xml.sax.saxutils import escape as xml
from xml.sax.saxutils import quoteattr

from markupsafe import Markup, escape

from guifan.corpus.graph import Corpus
from guifan.findings import Wording
from guifan.language.catalogues import Translator, translator
from guifan.manual.arrange import CHANGES
from guifan.manual.book import HOME
from guifan.manual.history import Period, Told
from guifan.publish.day import zone_of
from guifan.publish.edition import Prepared

RSS, JSON_FEED = "changes.xml", "feed.json"
"""Their addresses from the site's root."""

_MOST = 20
"""How many editions a feed goes back."""

_JUDGED = Wording(zh="（{word}）", en=" ({word})")


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a feed says of an edition.

    Args:
        url: where the edition stands on the page of changes, which is its name for ever.
        title: its number, and how much it changed.
        moment: the beginning of the day on which it was released, in the manual's zone.
        html: its changes.
    """

    url: str
    title: str
    moment: datetime
    html: str


def feeds(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """The feeds, as file and text; none without an edition or an address of the site."""
    settings, book = prepared.renderer.settings, prepared.book
    if not settings.site_url or not book.history.periods:
        return
    _ = translator(settings.locale)
    title = _("{title}：更新").format(title=_name(book.corpus, _))
    entries = tuple(_entries(prepared, _))[:_MOST]
    yield RSS, _rss(prepared, title, entries, _)
    yield JSON_FEED, _json(prepared, title, entries)


def _name(corpus: Corpus, _: Translator) -> str:
    return corpus.manual.title if corpus.manual else _("服务规范")


def _entries(prepared: Prepared, _: Translator) -> Iterator[_Entry]:
    """The newest first; an edition that changed nothing for its readers is none to them."""
    zone = zone_of(prepared.book.corpus)  # an edition has a day; a feed wants a moment
    for period in prepared.book.history.periods:
        if period.number and period.day and (period.changes or period.is_first):
            yield _Entry(
                f"{_url(prepared, CHANGES)}#{period.anchor}",
                _title(period, _),
                datetime.combine(period.day, time(), zone),
                _told(prepared, period, _),
            )


def _title(period: Period, _: Translator) -> str:
    if period.is_first:
        return _("手册第 {number} 版").format(number=period.number)
    count = len(period.changes)
    return _("手册第 {number} 版：{count} 处变化").format(number=period.number, count=count)


def _told(prepared: Prepared, period: Period, _: Translator) -> str:
    """The changes of an edition as HTML, under the headings of their weight."""
    if period.is_first:
        return str(Markup("<p>{}</p>").format(_("从这一版起记录变化。")))
    language = prepared.renderer.settings.language
    return str(
        Markup().join(
            Markup("<h3>{}</h3><ul>{}</ul>").format(
                weight.words.say(language), Markup().join(_line(prepared, one, _) for one in ones)
            )
            for weight, ones in groupby(period.changes, key=lambda one: one.weight)
        )
    )


def _line(prepared: Prepared, told: Told, _: Translator) -> Markup:
    item = prepared.book.changed(told)
    page = prepared.book.page_of(item) if item else None
    name = escape(told.title)
    if page:
        name = Markup('<a href="{}">{}</a>').format(_url(prepared, page.path), told.title)
    language = prepared.renderer.settings.language
    judged = _JUDGED.say(language, {"word": told.judged.words}) if told.judged else ""
    since = _("{day} 起").format(day=told.since) if told.since else ""
    what = " ".join(one for one in (told.what + judged, since) if one)
    return Markup("<li>{}{} {}</li>").format(name, told.where, what)


def _url(prepared: Prepared, path: str) -> str:
    """The whole address of a page."""
    settings, renderer = prepared.renderer.settings, prepared.renderer
    return f"{settings.site_url.rstrip('/')}/{renderer.address(path)}"


def _file(prepared: Prepared, name: str) -> str:
    return f"{prepared.renderer.settings.site_url.rstrip('/')}/{name}"


def _rss(prepared: Prepared, title: str, entries: tuple[_Entry, ...], _: Translator) -> str:
    about = _("每一版改了什么，更严还是更宽，从哪一天起，涉及哪些岗位。")
    own = quoteattr(_file(prepared, RSS))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
        "<channel>",
        f"<title>{xml(title)}</title>",
        f"<link>{xml(_url(prepared, HOME))}</link>",
        f"<description>{xml(about)}</description>",
        f"<language>{xml(prepared.renderer.settings.locale)}</language>",
        f'<atom:link rel="self" type="application/rss+xml" href={own}/>',
    ]
    for one in entries:
        lines += [
            "<item>",
            f"<title>{xml(one.title)}</title>",
            f"<link>{xml(one.url)}</link>",
            f"<guid>{xml(one.url)}</guid>",
            f"<pubDate>{format_datetime(one.moment)}</pubDate>",
            f"<description>{xml(one.html)}</description>",
            "</item>",
        ]
    return "\n".join((*lines, "</channel>", "</rss>", ""))


def _json(prepared: Prepared, title: str, entries: tuple[_Entry, ...]) -> str:
    record = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": _url(prepared, HOME),
        "feed_url": _file(prepared, JSON_FEED),
        "language": prepared.renderer.settings.locale,
        "items": [
            {
                "id": one.url,
                "url": one.url,
                "title": one.title,
                "content_html": one.html,
                "date_published": one.moment.isoformat(),
            }
            for one in entries
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"

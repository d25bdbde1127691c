"""A page's HTML as plain Markdown that any generator reads.

Lists of facts become lists, pictures their descriptions; every place that can be linked to keeps
its anchor. What only a browser needs (buttons, notes that a script shows) is left out.
"""

import re
from html import escape
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from markdownify import ATX, MarkdownConverter

_LEFT_OUT = "[hidden], button, input, script, style, a.headerlink, i[aria-hidden]"
_OPEN, _CLOSE, _BREAK = "\ue000", "\ue001", "\ue002"
_ANCHOR = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_HEADING = re.compile(f"^(#+ )((?:{_OPEN}[^{_CLOSE}]*{_CLOSE})+)(.*)$", re.MULTILINE)
_ACTIVE = re.compile(r"[<>&`\[\]|~]")
_INLINE = ("a", "b", "strong", "span", "small", "code", "del")


class _Converter(MarkdownConverter):
    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Items are indented by four, as Markdown's first implementation wants them."""
        ordered = el.parent is not None and el.parent.name == "ol"
        mark = f"{len(el.find_previous_siblings('li')) + 1}." if ordered else "-"
        lines = text.strip().split("\n")
        return f"{mark:<4}" + "\n".join([lines[0], *(f"    {one}" for one in lines[1:])]) + "\n"


def to_markdown(html: str) -> str:
    """A page's content as Markdown; links to ``….html`` on the same site become ``….md``."""
    soup = BeautifulSoup(html, "html.parser")
    for one in soup.select(_LEFT_OUT):
        one.decompose()
    for picture in soup.find_all("svg"):
        picture.replace_with(_described(soup, picture))
    _rename(soup)
    _divide(soup)
    _mark_anchors(soup)
    _disarm(soup)
    for link in soup.find_all("a", href=True):
        link["href"] = _source(str(link["href"]))
    text: str = _Converter(heading_style=ATX, autolinks=False).convert_soup(soup)
    text = _HEADING.sub(_anchored, text)
    text = _ANCHOR.sub(r'<a id="\1"></a>', text).replace(_BREAK, "<br>")
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _described(soup: BeautifulSoup, picture: Tag) -> Tag:
    """What a picture shows, as its own title and description tell it."""
    told = soup.new_tag("div")
    for name in ("title", "desc"):
        for one in picture.select(f"[role=img] > {name}, :scope > {name}"):
            lines = [line.strip() for line in one.get_text().split("\n") if line.strip()]
            holder = soup.new_tag("p" if name == "title" else "ul")
            for line in lines:
                part = soup.new_tag("b" if name == "title" else "li")
                part.string = line
                holder.append(part)
            told.append(holder)
    return told


def _rename(soup: BeautifulSoup) -> None:
    """What plain Markdown lacks becomes what it has."""
    for summary in soup.find_all("summary"):
        summary.wrap(soup.new_tag("p"))
        summary.name = "b"
    for details in soup.find_all(["details", "figure", "footer", "section", "header"]):
        details.name = "div"
    for facts in soup.find_all("dl"):
        _listed(soup, facts)
    for end in soup.find_all("br"):
        end.replace_with(_BREAK)


def _listed(soup: BeautifulSoup, facts: Tag) -> None:
    facts.name = "ul"
    item: Tag | None = None
    for one in facts.find_all(["dt", "dd"]):
        if one.name == "dt" or item is None:
            item = soup.new_tag("li")
            holder = one.parent if one.parent is not None and one.parent.name == "div" else None
            if holder is not None and holder.get("id"):
                item["id"] = holder["id"]
            (holder or one).insert_before(item)
        if one.name == "dt":
            one.name = "b"
            item.append(one.extract())
            item.append("：")
        else:
            one.name = "div" if one.find(["ul", "ol", "p", "div", "table"]) else "span"
            item.append(one.extract())
    for empty in facts.find_all("div", recursive=False):
        empty.decompose()


def _divide(soup: BeautifulSoup) -> None:
    """Words that only styles keep apart get something between them."""
    for one in soup.find_all("small"):
        if one.find_previous_sibling():
            one.insert(0, "（")
            one.append("）")
    for one in soup.find_all("span"):
        before = one.previous_sibling
        if isinstance(before, Tag) and before.name in _INLINE:
            one.insert_before(" · ")


def _mark_anchors(soup: BeautifulSoup) -> None:
    for one in soup.find_all(id=True):
        mark = NavigableString(f"{_OPEN}{one['id']}{_CLOSE}")
        if one.name == "tr":
            (one.find(["td", "th"]) or one).insert(0, mark)
        elif one.name in ("ul", "ol", "table", "tbody", "thead"):
            one.insert_before(mark)
        else:
            one.insert(0, mark)


def _disarm(soup: BeautifulSoup) -> None:
    """Characters of the text that Markdown or HTML would act on become references."""
    for text in soup.find_all(string=True):
        if text.find_parent(["code", "pre"]) is None and _ACTIVE.search(text):
            text.replace_with(_ACTIVE.sub(lambda found: _reference(found[0]), str(text)))


def _reference(character: str) -> str:
    named = escape(character, quote=False)
    return named if named != character else f"&#{ord(character)};"


def _anchored(heading: re.Match[str]) -> str:
    """A heading's own anchor behind it; more than one cannot stand there."""
    first, *more = _ANCHOR.findall(heading[2])
    others = "".join(f"{_OPEN}{one}{_CLOSE}" for one in more)
    return f"{heading[1]}{others}{heading[3].strip()} {{#{first}}}"


def _source(href: str) -> str:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path.endswith(".html"):
        return href
    path = f"{parts.path.removesuffix('.html')}.md"
    return f"{path}#{parts.fragment}" if parts.fragment else path

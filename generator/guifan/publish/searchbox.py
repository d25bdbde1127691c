"""The search's box on every page: its words, and where a reader looks without it."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from guifan.language.catalogues import Translator, translator
from guifan.manual.arrange import GLOSSARY, NUMBERS, UNANSWERED
from guifan.manual.render import Renderer

BOX = "search/ui.js"
"""The asset that is the box; it is written with the words in front."""


def box(renderer: Renderer, script: str) -> str:
    """The box's script for an edition.

    Args:
        renderer: of the edition.
        script: the asset.
    """
    told = {
        "words": words(translator(renderer.settings.locale)),
        "lookups": lookups(renderer),
        "unanswered": _address(renderer, UNANSWERED),
        "report": _report(renderer),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"window.guifan.searchBox={text};\n{script}"


def lookups(renderer: Renderer) -> list[tuple[str, str]]:
    """The title and address of the indexes that serve where the search does not."""
    pages = renderer.book.pages
    found = (pages[path] for path in (NUMBERS, GLOSSARY) if path in pages)
    return [(page.title, renderer.address(page.path)) for page in found]


def _address(renderer: Renderer, path: str) -> str:
    return renderer.address(path) if path in renderer.book.pages else ""


def _report(renderer: Renderer) -> str:
    """Where something missing is reported: ``{query}`` is left for what was asked."""
    settings, manual = renderer.settings, renderer.book.corpus.manual
    if not settings.report_url:
        return ""
    version = quote(manual.edition) if manual else ""
    return settings.report_url.format(id="search", version=version, title="{query}")


def words(_: Translator) -> Mapping[str, str]:
    """What the box says."""
    return {
        "reading": _("正在查找…"),
        "one": _("找到 1 条"),
        "many": _("找到 {count} 条"),
        "near": _("没有完全符合的，下面是相近的"),
        "none": _("没有找到「{query}」"),
        "filtered": _("这些条件下没有；不加条件有 {count} 条"),
        "clear": _("清除条件"),
        "more": _("再显示一些"),
        "hint": _("换个说法，或者少写几个字；拼音、简称也可以。"),
        "tried": _("也按这些词找过：{words}"),
        "lookups": _("还可以看："),
        "report": _("告诉编写的人缺了什么"),
        "kept": _("这个词记在本机的「没找到的」里"),
        "failed": _("搜索用的文件没有读到。"),
        "failed_hint": _("请看看网络是否通畅，再试一次；手册的页面不受影响。"),
        "again": _("重试"),
        "pinned": _("固定的"),
        "recent": _("最近看过的"),
        "forget": _("清除最近看过的"),
        "empty": _(
            "输入两个字就可以找，例如「投诉」「退费」；拼音（tousu、ts）和数字（48小时）也可以。"
        ),
        "pin": _("固定"),
        "pinned_now": _("已固定：{title}"),
        "unpinned_now": _("已取消固定：{title}"),
        "future": _("未生效"),
        "expired": _("已失效"),
        "review": _("已过复审日期"),
        "kind": _("种类"),
        "chapter": _("章节"),
        "role": _("岗位"),
        "channel": _("渠道"),
        "any_kind": _("全部种类"),
        "any_chapter": _("全部章节"),
        "any_role": _("全部岗位"),
        "any_channel": _("全部渠道"),
        "and": _("、"),
    }

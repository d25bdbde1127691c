"""What a reader may have meant by what was typed: with and without question words, and synonyms."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from guifan.search.document import grams

QUESTIONS = (
    "多长时间内?|要?多久[能会要才]?|几个工作日|几个小时|几[日天月个次]|多少[钱元日天次]?|"
    "什么时候|何时|几点|几号"
)
"""What asks for an amount and says nothing else."""

ASKING = f"{QUESTIONS}|时限|期限"
"""What asks for an amount."""

_POLITE = "请问|麻烦|帮我|帮忙|师傅您?好|你好|您好"
_SAYING = "有个客户|客户(?:说要?|问|要求|非要|想要)|我该|应该|该"
_FUNCTION = "被人|让人|给人|叫人|实在|老是|总是|一直|突然|已经|居然|竟然|好像|莫名其妙|稀里糊涂"
_WHETHER = (
    "可以不可以|可不可以|能不能|给不给|行不行|让不让|准不准|算不算|要不要|是不是|有没有|可以|"
    "能否|是否"
)
_ENGLISH = (
    "how|what|when|where|who|why|which|the|is|are|am|was|a|an|to|of|for|in|on|at|with|and|or|"
    "do|doe|did|can|could|would|should|i|my|me|you|your|it|not|please|want|need|get|there|have|has"
)
_WHO = "找谁|谁负责|归谁管|谁来管|谁管|是谁"
_FILLER = (
    f"{_POLITE}|{_SAYING}|{_FUNCTION}|{_WHETHER}|{_WHO}|"
    "我想|我要|凭啥|凭什么|为啥|为什么|干嘛的?|干啥的?|啥时候|咋办|咋整|咋|啥|点解|点样|想要|"
    "应当|需要|"
    "怎么办理|怎么处理|怎么办|怎么样|怎么[弄搞回]|怎么|怎样|如何|是什么|什么|哪些|哪里|哪儿|"
    "吗|呢|吧|啊|的|了|到底|究竟|一下|一?个(?![人性月工小体例案])|"
    f"{_ENGLISH}"
)
SOFT = frozenset(
    "的了吗呢吧啊嘛么我你您他她它们咱这那哪啥咋给把被让就都还也很太又再才是在有要想会能可以"
    "去来没不着过得和跟与或对从到上下个些点只先后时候里多少久几怎样何谁什算该叫说"
).union(_ENGLISH.split("|"))
"""Characters and words of grammar and of questions: what they stand in tells less."""

_ASKS = re.compile(f"{ASKING}|[0-9](?:工作日|小时|分钟|秒|日|周|月|年|元|%)|[0-9]%")
_ASKING, _QUESTIONS = re.compile(ASKING), re.compile(QUESTIONS)
_ABBREVIATED = re.compile("(?<![A-Za-z])[A-Z]{2,}$")
_FAVOURED = tuple(
    (re.compile(pattern), kind, points)
    for pattern, kind, points in (
        ("法$|法 |法[律规条定]|条例|国家|国务院|规定|第[0-9]+条|哪一?条", "regulation", 200),
        (
            "多久|多长时间|几[天日个小秒分]|几点(?![开关上下营])|多少[天日个小秒分]|什么时候|何时|多少钱|几块|费用?多少",
            "limit",
            60,
        ),
        ("谁(?!的)|哪个岗|岗位|职责|[干做]些?[什啥]", "role", 80),
        ("怎么[说回讲]|怎么[跟和对给]客户|话术|口径|说什么|开场白|模板", "message", 80),
        ("率|达标|指标|比例|占比|几成|百分之几", "metric", 60),
        ("归?谁管|(?:哪|什么)个?部门", "unit", 80),
        ("怎么[办处弄走]|流程|步骤", "procedure", 40),
        (_WHETHER, "norm", 30),
    )
)
"""What is asked for by how it is asked."""
_WORDS = re.compile(
    "|".join(
        rf"(?<![a-z0-9]){one}(?![a-z0-9])" if re.match("[a-z]", one) else one
        for one in re.split(r"\|(?![^(]*\))", _FILLER)
    )
)

_APPROVES = "(?:来|能|可以|有权)?(?:批|定|签字|拍板|做主)"

INTENTS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (f"(?:[0-9.]+元 *)?(?:找?谁|哪个|哪一级){_APPROVES}(?: *[0-9.]+元)?", "审批权限"),
        ("能?(?:批|定|做主)多少钱?", "审批权限"),
        ("要?[带拿](?:什么|啥|哪些)(?:证件|证|材料|东西|手续)?", "所需材料"),
        ("(?:什么|啥|哪些)(?:证件|材料|手续)", "所需材料"),
        (
            "(?:多少|几)(?:钱|块钱?|元)|[收要花]钱[吗不么]?|[收要][不没][收要]钱|收费[吗不么]?|费用",
            "费",
        ),
        ("[0-9]+兆 *(?:升|提|换|改|降)[到成为]? *[0-9]+兆", "提速降速"),
        ("几点(?:开门|关门|上班|下班|营业)", "服务时间"),
        ("(?:是|有|依据|根据)?(?:哪|什么|啥)(?:一?[条部个])?(?:规定|法规|法律|条例|法)", "规定"),
    )
)
"""How people ask, and what the manual says it is about."""

MOST = 12
"""Meanings of one query that are tried."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One reading of a query, and how sure it is, in hundredths."""

    text: str
    share: int


def sources() -> Mapping[str, object]:
    """The patterns, for the browser: they mean the same there."""
    return {
        "asks": _ASKS.pattern,
        "asking": _ASKING.pattern,
        "questions": _QUESTIONS.pattern,
        "abbreviated": _ABBREVIATED.pattern,
        "favoured": [[asks.pattern, kind, points] for asks, kind, points in _FAVOURED],
        "words": _WORDS.pattern,
        "intents": [[pattern.pattern, into] for pattern, into in INTENTS],
        "soft": sorted(SOFT),
        "most": MOST,
    }


def favoured(query: str) -> Mapping[str, int]:
    """Kinds of item that a simplified query asks for, to the points that they get for it."""
    return {kind: points for asks, kind, points in _FAVOURED if asks.search(query)}


def asking(query: str) -> set[str]:
    """The grams of a simplified query that only ask, such as «几天» and «怎么办»."""
    found = chain(_QUESTIONS.finditer(query), _WORDS.finditer(query))
    return {gram for one in found for gram in grams(one[0])}


def is_abbreviated(query: str) -> bool:
    """Whether a query as typed ends with an abbreviation, such as SLA, that is whole as it is."""
    return _ABBREVIATED.search(unicodedata.normalize("NFKC", query).rstrip()) is not None


def asks_number(query: str) -> bool:
    """Whether a simplified query asks for, or names, an amount."""
    return _ASKS.search(query) is not None


def meanings(query: str, synonyms: Mapping[str, Sequence[str]]) -> list[Meaning]:
    """The readings of a simplified query, the literal one first, each once.

    Args:
        query: simplified.
        synonyms: those whose first unit the query has, at least.
    """
    found: dict[str, int] = {}
    for text, share in _plain(query):
        if text.strip():
            found.setdefault(text, share)
    for text, share in list(found.items()):
        for other in _replaced(text, synonyms):
            found.setdefault(other, share - 4)
    return [Meaning(text, share) for text, share in list(found.items())[:MOST]]


def _plain(query: str) -> Iterator[tuple[str, int]]:
    """As typed; in the manual's words; without question words; without words for an amount."""
    yield query, 100
    meant = query
    for pattern, into in INTENTS:
        meant = pattern.sub(f" {into} ", meant)
    if meant != query:
        yield _tidy(_WORDS.sub(" ", meant)), 98
    bare = _WORDS.sub(" ", query)
    yield _tidy(bare), 98
    yield _tidy(_ASKING.sub(" ", bare)), 96


def _tidy(text: str) -> str:
    """With one gap where words were taken out: what stood around them is no pair."""
    return re.sub(r" +", " ", text).strip()


def _replaced(text: str, synonyms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The text with what the manual says for what people say: all at once, then one by one.

    The longest is replaced first.
    """
    said = sorted((one for one in synonyms if one in text), key=lambda one: (-len(one), one))
    every = text
    for one in said:
        if one in every and _changes(one, synonyms[one][0], text):
            every = every.replace(one, f" {synonyms[one][0]} ", 1)
    if every != text:
        yield _tidy(every)
    for one in said:
        for meant in synonyms[one]:
            if _changes(one, meant, text):
                yield text.replace(one, meant, 1)


def _changes(said: str, meant: str, text: str) -> bool:
    """Whether a text is not what is meant already."""
    return not (said in meant and meant in text)

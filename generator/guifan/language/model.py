"""What every kind is made of: fields with a name and help, texts, references, choices."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from guifan.findings.finding import NO_ARGUMENTS
from guifan.language.scalars import Day, Whole
from guifan.language.written import SCALAR

ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
ADDRESS = rf"{ID}(?:\.[a-z][a-z0-9_-]*)*"


def field(
    name: str,
    hint: str,
    example: str = "",
    *,
    default: Any = ...,
    key: str | None = None,
    internal: bool = False,
    inherited: bool = False,
) -> Any:
    """Declare a field.

    Args:
        name: its Chinese name: label on pages, heading in a sheet, alias of the key.
        hint: one or two sentences for the editor, in Chinese.
        example: a value as an editor would write it.
        default: the value when absent; required without one.
        key: the key in YAML where it cannot be the attribute's name.
        internal: never shown in the public edition, whatever the item's audience.
        inherited: may stand once at the top of a file for all its items.
    """
    return Field(
        default,
        title=name,
        description=hint,
        examples=[example] if example else None,
        alias=key,
        json_schema_extra={"x-internal": internal, "x-inherited": inherited},
    )


@dataclass(frozen=True, slots=True)
class Text:
    """Marks a text that may hold references; ``block`` where it is Markdown of several lines."""

    block: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks the id of another item, of one of ``kinds`` (any kind where empty).

    With ``part`` the address goes on to a part in that list of the item, as in
    ``telecom-rules.answer-15d``.
    """

    kinds: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Marks the id of a member of the taxonomy ``taxonomy``."""

    taxonomy: str


@dataclass(frozen=True, slots=True)
class Own:
    """Marks the id of a part of the same item, in its list ``parts``."""

    parts: str


@dataclass(frozen=True, slots=True)
class OfManual:
    """Marks the id of a part of the manual: ``chapters``, ``calendars``, or ``places``.

    A place is a chapter, or a chapter and one of its sections, as in ``complaints.handling``.
    """

    parts: str


Marker = Text | Reference | Member | Own | OfManual


def _line(value: str) -> str:
    line = value.strip()
    if not line:
        raise PydanticCustomError("empty", "empty")
    if "\n" in line:
        raise PydanticCustomError("one-line", "several lines")
    return line


def _prose(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return value.strip("\n")


Line = Annotated[str, Text(), AfterValidator(_line), WithJsonSchema(SCALAR)]
"""One line of text; may hold references 【id】 and slots 【?名】."""

Prose = Annotated[str, Text(block=True), AfterValidator(_prose), WithJsonSchema(SCALAR)]
"""Text of one or several paragraphs in plain Markdown; may hold references and slots."""


def _not_a_truth(value: str) -> str:
    if value in ("true", "false"):
        raise PydanticCustomError("truth", "a truth value")
    return value


Id = Annotated[str, Field(pattern=rf"^{ID}$"), AfterValidator(_not_a_truth)]
"""The id of an item or of a part of one; no word that other readers of YAML take for no text."""

_Word = Annotated[str, AfterValidator(_line)]
# What a reference names is looked up by the rules, which can say more than a pattern would.

Post = Annotated[_Word, Reference(("role", "unit"))]
RoleId = Annotated[_Word, Reference(("role",))]
UnitId = Annotated[_Word, Reference(("unit",))]
ChannelId = Annotated[_Word, Reference(("channel",))]
LimitId = Annotated[_Word, Reference(("limit",))]
MetricId = Annotated[_Word, Reference(("metric",))]
EventId = Annotated[_Word, Reference(("event",))]
TermId = Annotated[_Word, Reference(("term",))]
NormId = Annotated[_Word, Reference(("norm",))]
ProcedureId = Annotated[_Word, Reference(("procedure",))]
EscalationId = Annotated[_Word, Reference(("escalation",))]
MessageId = Annotated[_Word, Reference(("message",))]
FormId = Annotated[_Word, Reference(("form",))]
SystemId = Annotated[_Word, Reference(("system",))]
ServiceId = Annotated[_Word, Reference(("service",))]
DataItemId = Annotated[_Word, Reference(("data-item",))]
RotaId = Annotated[_Word, Reference(("rota",))]
ProgrammeId = Annotated[_Word, Reference(("programme",))]
AnyId = Annotated[_Word, Reference()]
ArticleAddress = Annotated[_Word, Reference(("regulation",), part="articles")]
FloorAddress = Annotated[_Word, Reference(("regulation",), part="floors")]
VariableAddress = Annotated[_Word, Reference(("metric",), part="variables")]
MemberAddress = Annotated[_Word, Reference(("taxonomy",), part="members")]
ChapterId = Annotated[_Word, OfManual("chapters")]
PlaceAddress = Annotated[_Word, OfManual("places")]
CalendarId = Annotated[_Word, OfManual("calendars")]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What fields of a mapping do not make together, each being sound by itself.

    Args:
        code: the rule that says it.
        key: its message.
        fields: the path of the culprit from the mapping down; empty for the mapping itself.
        arguments: what the message names.
    """

    code: str
    key: str
    fields: tuple[str | int, ...] = ()
    arguments: Mapping[str, object] = dataclass_field(default_factory=lambda: NO_ARGUMENTS)


def refuse(flaws: Iterable[Flaw]) -> None:
    """Refuse a mapping for all its flaws at once; for validators of a whole model.

    Raises:
        PydanticCustomError: there are any; they are in its context.
    """
    found = tuple(flaws)
    if found:
        raise PydanticCustomError("flaws", "flaws", {"flaws": found})


class Choice(StrEnum):
    """One of a few words; each has an English key and a Chinese name, and both may be written."""

    label: str

    def __new__(cls, key: str, label: str = "") -> Self:
        """Make a member from its key and its Chinese name."""
        member = str.__new__(cls, key)
        member._value_ = key
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return next((member for member in cls if member.label == value), None)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Keys and Chinese names, each told by the other."""
        keys, labels = [member.value for member in cls], [member.label for member in cls]
        return {"enum": keys + labels, "enumDescriptions": labels + keys}


class Part(BaseModel):
    """A mapping of the language: every field known, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def keys(cls) -> Iterator[tuple[str, str, str]]:
        """The fields as (attribute, YAML key, Chinese name)."""
        for name, info in cls.model_fields.items():
            yield name, info.alias or name, info.title or name

    @classmethod
    def label(cls, name: str) -> str:
        """The Chinese name of a field."""
        return cls.model_fields[name].title or name


class Audience(Choice):
    """Who may read an item."""

    PUBLIC = "public", "对外"
    INTERNAL = "internal", "内部"


class State(Choice):
    """How far an item has come: nothing in force may rest on what is not released."""

    RELEASED = "released", "已发布"
    DRAFT = "draft", "草案"
    RETIRED = "retired", "已停用"


class Item(Part):
    """What items of all kinds share: a name, a place in the manual, and who answers for it."""

    kind: ClassVar[str]
    kind_name: ClassVar[str]
    kind_help: ClassVar[str]

    id: Id = field(
        "编号", "短的英文小写编号，用连字符分隔，全手册唯一，定了就不改。", "complaint-answer"
    )
    title: Line = field("名称", "读者看到的名称，简短、准确。", "投诉答复")
    also: tuple[Line, ...] = field(
        "又称", "客户和同事平时的说法，供搜索用，正文不用。", "[客诉]", default=()
    )
    was: tuple[Id, ...] = field(
        "曾用编号", "改名以前的编号；旧链接会自动转到这里。", "[complaint-reply]", default=()
    )
    place: PlaceAddress = field(
        "所在章节",
        "放在手册的哪一章哪一节：章的编号，或「章.节」。",
        "complaints.handling",
        inherited=True,
    )
    owner: Post = field(
        "归口部门",
        "对内容负责的部门或岗位，写岗位编号，不写人名。",
        "complaint-desk",
        inherited=True,
        internal=True,
    )
    author: Post = field(
        "编写", "编写内容的岗位。", "standards-editor", inherited=True, internal=True
    )
    approver: Post = field(
        "批准",
        "批准发布的岗位，不能与编写相同。",
        "service-director",
        inherited=True,
        internal=True,
    )
    version: Whole = field("版本", "第几版，从 1 起，改了数值就加一。", "3", inherited=True)
    effective: Day = field("生效日期", "从哪一天起执行。", "2026-01-01", inherited=True)
    expires: Day | None = field(
        "失效日期",
        "执行到哪一天（含当日）；长期有效的不写。",
        "2026-12-31",
        default=None,
        inherited=True,
    )
    review_by: Day = field("复审日期", "最迟在哪一天前重新审一遍。", "2026-12-31", inherited=True)
    last_review: Day | None = field(
        "上次复审",
        "上一次复审是哪一天；还没有复审过的不写，复审日期从生效日期算起。",
        "2026-06-30",
        default=None,
        inherited=True,
    )
    status: State = field(
        "状态",
        "draft 草案、released 已发布、retired 已停用。不写按已发布；已发布的条目不能依靠另外两种。",
        "draft",
        default=State.RELEASED,
        inherited=True,
    )
    supersedes: tuple[AnyId, ...] = field(
        "取代",
        "取代哪些条目：它们执行到本条生效的前一天为止。",
        "[complaint-answer-2025]",
        default=(),
    )
    audience: Audience = field(
        "公开范围",
        "public 是对客户的承诺，进入对外版；internal 只在内部版出现。不写按 internal。",
        "public",
        default=Audience.INTERNAL,
        inherited=True,
    )
    origin: Line = field(
        "出处",
        "内容从哪里来：来源文件的章节、法规（law），或自行拟定（authored）。",
        "002 §4.3.1",
        inherited=True,
        internal=True,
    )
    decided: Line | None = field(
        "取舍说明",
        "来源之间不一致时，为什么这样定。",
        "来源写 3 天，未说明口径；按工作日定",
        default=None,
        internal=True,
    )
    changed: Line | None = field(
        "改动说明",
        "和上一版相比，改了什么数、为什么改。",
        "答复时限由 5 个工作日改为 3 个工作日，客户等得太久",
        default=None,
        internal=True,
    )
    signed_by: tuple[Post, ...] = field(
        "须签阅",
        "这次改动要请哪些岗位签阅。",
        "[hotline-agent, shift-leader]",
        default=(),
        internal=True,
    )
    law: tuple[ArticleAddress, ...] = field(
        "法规依据",
        "依据的法规条款，写「法规编号.条款编号」。",
        "[telecom-regulations.article-32]",
        default=(),
        inherited=True,
    )
    see: tuple[AnyId, ...] = field(
        "另见", "读者接着会想看的条目。", "[complaint-handling]", default=()
    )

"""An exam blueprint: who is examined, on what, how deep, how long, and from which mark on."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, Self

from pydantic import model_validator

from guifan.language.model import (
    AnyId,
    ChapterId,
    Choice,
    Flaw,
    Item,
    Line,
    Part,
    Reference,
    RoleId,
    field,
    refuse,
)
from guifan.language.quantities import Count, Duration
from guifan.language.scalars import Whole


class Bloom(Choice):
    """Levels asked (Bloom's taxonomy, the first three)."""

    REMEMBER = "remember", "识记"
    UNDERSTAND = "understand", "理解"
    APPLY = "apply", "应用"


class QuestionType(Choice):
    """How the questions of a section are answered."""

    SINGLE = "single", "单项选择题"
    MULTIPLE = "multiple", "多项选择题"
    TRUE_FALSE = "true-false", "判断题"
    FILL_IN = "fill-in", "填空题"
    ORDERING = "ordering", "排序题"
    MATCHING = "matching", "配对题"
    SHORT_ANSWER = "short-answer", "简答题"
    CASE_ANALYSIS = "case-analysis", "案例分析题"


class Book(Choice):
    """Whether the manual may be open."""

    CLOSED = "closed", "闭卷"
    OPEN = "open", "开卷"


class Between(Choice):
    """What the forms of an exam have in common."""

    OVERLAPPING = "overlapping", "部分相同"
    REORDERED = "reordered", "同题换序"
    DISJOINT = "disjoint", "互不重复"


class ExamSection(Part):
    """A section of the paper: questions of one type."""

    type: QuestionType = field(
        "题型",
        "这一大题是什么题型；填空题里也有填数的，简答题和案例分析题由人按要点评分。",
        "single",
    )
    count: Whole = field("题数", "几道。", "50")
    points: Count = field("每题分值", "每道几分。", "2 分")

    @property
    def whole(self) -> Count:
        """What all questions of the section are worth."""
        return replace(self.points, value=self.points.value * self.count)


class BlueprintCell(Part):
    """How many questions of one chapter at one level."""

    chapter: ChapterId = field("章", "哪一章。", "complaints")
    level: Bloom = field("层次", "识记、理解或应用。", "apply")
    count: Whole = field("题数", "几道。", "50")


class Apart(Part):
    """Items of which one paper asks at most one."""

    clauses: tuple[AnyId, ...] = field(
        "条目",
        "这几个条目互相提示或者太像，一份卷子里最多考其中一个。",
        "[complaint-answer, complaint-first-contact]",
    )


OralSubject = Annotated[str, Reference(("procedure", "message"))]


class Exam(Item):
    """An exam blueprint."""

    kind: ClassVar[str] = "exam"
    kind_name: ClassVar[str] = "双向细目表"
    kind_help: ClassVar[str] = (
        "一场考试：考谁、各章各层次几题、各题型几题几分、多久、多少分及格。试卷照它自动组成。"
    )

    roles: tuple[RoleId, ...] = field(
        "对象", "考哪些岗位；只出这些岗位都要会的题。", "[hotline-agent]"
    )
    sections: tuple[ExamSection, ...] = field("大题", "各题型几题、每题几分，按卷面的先后。")
    cells: tuple[BlueprintCell, ...] = field("细目", "各章各层次的题数；加起来与各大题的题数相同。")
    takes: Duration = field("时长", "考多久。", "60 分钟")
    book: Book = field("考试方式", "闭卷还是开卷。", "closed", default=Book.CLOSED)
    full_mark: Count = field("满分", "满分多少：各大题的分值加起来。", "100 分")
    pass_mark: Count = field("及格分", "多少分及格。", "80 分")
    forms: Whole = field("卷数", "出几份卷：A 卷、B 卷……", "2", default=2)
    between: Between = field(
        "各卷之间",
        "同题换序：同一批题换了次序，同场发；互不重复：一份正考一份补考；"
        "部分相同：有几题相同，其余不同，用来比较两次的成绩。",
        "overlapping",
        default=Between.REORDERED,
    )
    shared: Whole | None = field(
        "相同题数", "部分相同的，各卷有几题相同；不写为五分之一。", "10", default=None
    )
    must_cover: tuple[AnyId, ...] = field(
        "必考", "每一份卷子都必须考到的条目。", "[identify-before-disclosure]", default=()
    )
    apart: tuple[Apart, ...] = field("不同卷", "不能出在同一份卷子里的条目。", default=())
    oral: tuple[OralSubject, ...] = field(
        "口试", "当面演练哪些流程、哪些话术；每一项出一张评分表。", "[hotline-call]", default=()
    )
    rules: tuple[Line, ...] = field("注意事项", "印在卷首，一行一条。", default=())

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        """Sections, cells and marks agree with one another."""
        refuse((*self._counts(), *self._marks(), *self._twice(), *self._shares()))
        return self

    @property
    def questions(self) -> int:
        """How many questions a paper has."""
        return sum(one.count for one in self.sections)

    @property
    def overlap(self) -> int:
        """How many questions all forms have in common, unless they are the same throughout."""
        if self.between is not Between.OVERLAPPING:
            return 0
        return self.shared or self.questions // 5

    def _counts(self) -> Iterator[Flaw]:
        cells = sum(one.count for one in self.cells)
        if cells != self.questions:
            told = {"cells": cells, "sections": self.questions}
            yield Flaw("S07", "exam-counts-differ", ("cells",), told)

    def _marks(self) -> Iterator[Flaw]:
        marks = sum(one.count * one.points.value for one in self.sections)
        if marks != self.full_mark.value:
            told = {"sum": f"{marks:f}", "full": f"{self.full_mark.value:f}"}
            yield Flaw("S07", "exam-marks-differ", ("full_mark",), told)
        if self.pass_mark.value > self.full_mark.value:
            yield Flaw("S07", "exam-pass-above-full", ("pass_mark",))

    def _twice(self) -> Iterator[Flaw]:
        for name, keys in (
            ("sections", [one.type.label for one in self.sections]),
            ("cells", [f"{one.chapter} {one.level.label}" for one in self.cells]),
        ):
            for at, key in enumerate(keys):
                if key in keys[:at]:
                    yield Flaw("S07", "exam-twice", (name, at), {"what": key})

    def _shares(self) -> Iterator[Flaw]:
        if self.shared is not None and self.between is not Between.OVERLAPPING:
            yield Flaw("S07", "exam-shares-nothing", ("shared",))
        elif self.shared is not None and self.shared >= self.questions:
            told = {"shared": self.shared, "questions": self.questions}
            yield Flaw("S07", "exam-shares-all", ("shared",), told)

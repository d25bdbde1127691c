"""What the sheets of an exam share: heads, headings, rules of marking, in Chinese practice."""

from collections.abc import Mapping
from dataclasses import dataclass

from guifan.language.kinds.exam import Exam, ExamSection, QuestionType
from guifan.language.numerals import write_chinese
from guifan.language.quantities import say
from guifan.quiz.ground import Ground
from guifan.quiz.papers.sheets import Head, Seal


@dataclass(frozen=True)
class Words:
    """The words of an exam's sheets.

    Args:
        ground: the corpus, its day and the translator.
        exam: the blueprint.
    """

    ground: Ground
    exam: Exam

    @property
    def over(self) -> str:
        """Whose exam it is."""
        manual = self.ground.corpus.manual
        return manual.title if manual else ""

    def head(self, letter: str, sheet: str = "", facts: tuple[str, ...] | None = None) -> Head:
        """The top of a sheet.

        Args:
            letter: of the paper; empty for what is of no one paper.
            sheet: which sheet it is; empty for the paper itself.
            facts: what stands under the title; what the exam says of itself unless given.
        """
        _ = self.ground.words
        title = self.exam.title
        if letter:
            title = _("{exam}（{letter} 卷）").format(exam=title, letter=letter)
        if sheet:
            title = _("{exam} {sheet}").format(exam=title, sheet=sheet)
        return Head(self.over, title, self._facts if facts is None else facts, title)

    @property
    def _facts(self) -> tuple[str, ...]:
        _, exam = self.ground.words, self.exam
        return (
            _(exam.book.label),
            _("满分 {marks}").format(marks=say(exam.full_mark, _.locale)),
            _("时间 {time}").format(time=say(exam.takes, _.locale)),
            _("{marks}及格").format(marks=say(exam.pass_mark, _.locale)),
        )

    def seal(self) -> Seal:
        """The sealed margin."""
        _ = self.ground.words
        fields = (_("部门"), _("岗位"), _("工号"), _("姓名"))
        return Seal(fields, (_("密"), _("封"), _("线")), _("密封线内不得答题"))

    def numeral(self, at: int) -> str:
        """The number of a section, from 1: in Chinese by Chinese numerals."""
        return str(at) if self.ground.words.locale.startswith("en") else write_chinese(at)

    def heading(self, at: int, asks: ExamSection) -> str:
        """The heading of a section: number, type, how many questions of how many marks."""
        _ = self.ground.words
        text = _("{at}、{type}（本大题共 {count} 小题，每小题 {each}，共 {all}）")
        return text.format(
            at=self.numeral(at),
            type=_(asks.type.label),
            count=asks.count,
            each=say(asks.points, _.locale),
            all=say(asks.whole, _.locale),
        )

    def short_heading(self, at: int, asks: ExamSection) -> str:
        """The number and the type of a section."""
        _ = self.ground.words
        return _("{at}、{type}").format(at=self.numeral(at), type=_(asks.type.label))

    def rule(self, kind: QuestionType) -> str:
        """How a section is answered and marked."""
        return self.ground.words(_RULES[kind])


def _(message: str) -> str:
    """Mark a text that is translated where it is used."""
    return message


_RULES: Mapping[QuestionType, str] = {
    QuestionType.SINGLE: _(
        "每小题只有一个正确答案，把它的字母填在括号里。不选、多选、选错不得分。"
    ),
    QuestionType.MULTIPLE: _(
        "每小题有两个或两个以上正确答案，把它们的字母都填在括号里。全部选对才得分，"
        "少选、多选、选错不得分。"
    ),
    QuestionType.TRUE_FALSE: _("说法正确的在括号里打“√”，错误的打“×”。"),
    QuestionType.FILL_IN: _("把答案填在横线上；题目写了单位的，只填数字。"),
    QuestionType.ORDERING: _("把字母按正确的次序填在横线上。次序全对才得分。"),
    QuestionType.MATCHING: _("把右边的字母填进左边的括号，每个字母只用一次。全部配对才得分。"),
    QuestionType.SHORT_ANSWER: _("写出要点，用自己的话就行；发了答题卡的，写在答题卡上。"),
    QuestionType.CASE_ANALYSIS: _("逐问作答，写明是哪一句、哪一栏；发了答题卡的，写在答题卡上。"),
}

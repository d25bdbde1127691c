"""Papers from a blueprint: which questions, in which order, or what is lacking for them."""

from guifan.quiz.forms.arrange import Paper, Question, Section, arranged
from guifan.quiz.forms.assemble import Assembled, assemble
from guifan.quiz.forms.occasion import occasion
from guifan.quiz.forms.plan import Plan, plan_of
from guifan.quiz.forms.shortage import Lack, Shortage

__all__ = [
    "Assembled",
    "Lack",
    "Paper",
    "Plan",
    "Question",
    "Section",
    "Shortage",
    "arranged",
    "assemble",
    "occasion",
    "plan_of",
]

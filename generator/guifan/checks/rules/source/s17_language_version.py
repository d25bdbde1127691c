"""S17: a version of the language that this guifan does not read."""

from guifan.findings import Example, Rule, Severity, Wording

RULE = Rule(
    code="S17",
    name="language-version",
    severity=Severity.ERROR,
    finds=Wording(
        zh="手册写明的语言版本，这一版软件不认识。",
        en="The manual names a language version that this release cannot read.",
    ),
    why=Wording(
        zh="用不认识的版本去读，字段的含义可能已经变了，检查的结果就靠不住。",
        en=(
            "In an unknown version, fields may have a different meaning, and no check can be "
            "trusted."
        ),
    ),
    messages={
        "language": Wording(
            zh=(
                "手册写的语言版本是 {written}，这一版软件只读版本 {read}。请升级 guifan，或者把“"
                "语言版本”（language）改回 {read}。"
            ),
            en=(
                "The manual is written in language version {written}, but this release reads only "
                "version {read}. Upgrade guifan, or set “language” back to {read}."
            ),
        ),
    },
    bad=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 2
          ^
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
"""),
    mended=Example("""\
kind: manual
id: manual
title: 客户服务规范
language: 1
operator: 云川通信
edition: 2026 年第 1 版
arranged_through: 2026
chapters:
  - {id: general, number: 1, title: 总则, about: 服务的宗旨与原则}
"""),
)

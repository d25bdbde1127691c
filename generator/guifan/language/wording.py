"""The words for what is wrong with a written value, by the key of ``Unreadable``."""

from collections.abc import Mapping

from guifan.findings import Wording

QUANTITY: Mapping[str, Wording] = {
    "bad-number": Wording(
        zh="“{text}”里的数字写法不规范。请写成 1,000、1.5 或三十五这样。",
        en="The number in “{text}” is not well formed. Write it like 1,000, 1.5 or 35.",
    ),
    "bare-day": Wording(
        zh="“{text}”有两种读法：自然日还是工作日？请写明。",
        en="“{text}” can be read two ways: calendar days or working days? Say which.",
    ),
    "fraction": Wording(
        zh="“{unit}”不能再分。请写整数。",
        en="“{unit}” cannot be divided. Write a whole number.",
    ),
    "mixed": Wording(
        zh="“{text}”用了几个不同的单位。请只用一个。",
        en="“{text}” mixes several units. Use only one.",
    ),
    "no-number": Wording(
        zh="“{text}”不是数量，开头没有数字。请以数字开头，例如 3 个工作日。",
        en=(
            "“{text}” is not an amount: it does not begin with a number. Begin with one, as in 3 "
            "working days."
        ),
    ),
    "no-unit": Wording(
        zh="“{text}”没有单位。请写明，例如 3 个工作日、30 分钟、85%、200 元。",
        en="“{text}” has no unit. Add it, as in 3 working days, 30 minutes, 85% or CNY 200.",
    ),
    "not-a-count": Wording(
        zh="“{text}”不是数目。请写成 3 次、85 分这样。",
        en="“{text}” is not a count. Write it like 3 次 or 85 分.",
    ),
    "not-a-duration": Wording(
        zh="“{text}”不是时长。请写成 30 分钟、3 个工作日这样。",
        en="“{text}” is not a length of time. Write it like 30 minutes or 3 working days.",
    ),
    "not-a-percentage": Wording(
        zh="“{text}”不是百分比。请写成 85% 这样。",
        en="“{text}” is not a percentage. Write it like 85%.",
    ),
    "not-a-range": Wording(
        zh="“{text}”不是范围。请写成 4–6 小时这样。",
        en="“{text}” is not a range. Write it like 4–6 hours.",
    ),
    "not-a-rate": Wording(
        zh="“{text}”不是比率。请写成 3‰/日、2 次/月这样。",
        en="“{text}” is not a rate. Write it like 3‰/day or 2 times/month.",
    ),
    "not-money": Wording(
        zh="“{text}”不是金额。请写成 100 元这样。",
        en="“{text}” is not an amount of money. Write it like CNY 100.",
    ),
    "not-per-mille": Wording(
        zh="“{text}”不是千分比。请写成 3‰ 这样。",
        en="“{text}” is not a per mille value. Write it like 3‰.",
    ),
    "not-positive": Wording(
        zh="“{text}”是负数，数量不能为负。请改正。",
        en="“{text}” is negative, and an amount cannot be. Correct it.",
    ),
    "range-order": Wording(
        zh="范围要从小到大，而 {low} 不小于 {high}。请改正。",
        en="A range runs from low to high, but {low} is not below {high}. Correct it.",
    ),
    "too-long": Wording(
        zh="时长超过一百年。请改正；如果是年份，请写成日期。",
        en=(
            "This length of time is over a hundred years. Correct it; if it is a year, write a "
            "date."
        ),
    ),
    "unknown-unit": Wording(
        zh="没有“{unit}”这个单位。请换一个，例如分钟、小时、日、个工作日、元、%。",
        en="“{unit}” is not a unit. Use one such as minutes, hours, days, working days, CNY or %.",
    ),
    "zero": Wording(
        zh="时长不能为零。请改正。",
        en="A length of time cannot be zero. Correct it.",
    ),
}
"""What can be wrong with a quantity."""

PLAIN: Mapping[str, Wording] = {
    "ends-before-start": Wording(
        zh="结束时刻 {end} 不在开始时刻 {start} 之后。请改正其中一个。",
        en="The end, {end}, is not after the start, {start}. Correct one of them.",
    ),
    "no-such-date": Wording(
        zh="日历上没有“{text}”这一天。请改正。",
        en="There is no such day as {text}. Correct it.",
    ),
    "no-such-zone": Wording(
        zh="没有叫“{text}”的时区。请写时区数据库里的名称，例如 Asia/Shanghai。",
        en=(
            "There is no time zone “{text}”. Write its name in the time zone database, such as "
            "Asia/Shanghai."
        ),
    ),
    "not-a-clock-time": Wording(
        zh="“{text}”不是时刻。请写成 08:30 这样，从 00:00 到 24:00。",
        en="“{text}” is not a time of day. Write it like 08:30, from 00:00 to 24:00.",
    ),
    "not-a-date": Wording(
        zh="“{text}”不是日期。请写成 2026-01-01 这样。",
        en="“{text}” is not a date. Write it like 2026-01-01.",
    ),
    "not-a-number": Wording(
        zh="“{text}”不是数。请只写数字，例如 0.4。",
        en="“{text}” is not a number. Write digits only, like 0.4.",
    ),
    "not-a-phone": Wording(
        zh="“{text}”不是电话号码。请写成 021-5550-0100、139 0000 0001 或 10100 转 801 这样。",
        en=(
            "“{text}” is not a telephone number. Write it like 021-5550-0100, 139 0000 0001 or "
            "10100 转 801."
        ),
    ),
    "not-a-whole-number": Wording(
        zh="“{text}”不是正整数。请写 1、2、3 这样的数。",
        en="“{text}” is not a positive whole number. Write one such as 1, 2 or 3.",
    ),
    "not-hours": Wording(
        zh="看不懂“{text}”。请写成“周一至周五 08:30–17:30；法定节假日除外”这样，各段用分号隔开。",
        en=(
            "“{text}” cannot be read as hours. Write them like “Mon–Fri 08:30–17:30; except public "
            "holidays”, with semicolons between the parts."
        ),
    ),
    "not-text": Wording(
        zh="这里不能写列表或下级字段。请只写一个值。",
        en="This cannot be a list or further fields. Write a single value.",
    ),
    "not-yes-no": Wording(
        zh="“{text}”不是“是”或“否”。请写其中一个。",
        en="“{text}” is neither yes nor no. Write one of them.",
    ),
    "overlap": Wording(
        zh="同一天的 {one} 和 {other} 重叠。请改正其中一段。",
        en="{one} and {other} overlap on the same day. Correct one of them.",
    ),
    "unknown-day": Wording(
        zh="“{text}”不是星期几。请写周一到周日、每天或周末。",
        en="“{text}” is not a day of the week. Write Mon to Sun, or daily.",
    ),
}
"""What can be wrong with days, hours and plain values."""

UNREADABLE: Mapping[str, Wording] = {**QUANTITY, **PLAIN}

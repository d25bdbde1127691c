"""The words for what is wrong with a written value, by the key of ``Unreadable``."""

from collections.abc import Mapping

from guifan.findings import Wording

QUANTITY: Mapping[str, Wording] = {
    "bad-number": Wording(
        zh="「{text}」里的数字写法不规范；请写成 1,000、1.5 或 三十五 这样。",
        en="“{text}” holds no well-formed number; write it like 1,000, 1.5 or 35.",
    ),
    "bare-day": Wording(
        zh="「{text}」有两种读法：自然日还是工作日？请写明。",
        en="“{text}” can be read in two ways: calendar days or working days? Say which.",
    ),
    "fraction": Wording(
        zh="「{unit}」不能再分，请写整数。",
        en="“{unit}” cannot be divided; write a whole number.",
    ),
    "mixed": Wording(
        zh="「{text}」用了几个不同的单位；请只用一个。",
        en="“{text}” mixes several units; use one.",
    ),
    "no-number": Wording(
        zh="「{text}」不是数量：没有以数字开头。",
        en="“{text}” is no quantity: it does not start with a number.",
    ),
    "no-unit": Wording(
        zh="「{text}」没有单位。请写明，例如 3 个工作日、30 分钟、85%、200 元。",
        en="“{text}” has no unit. Write it, as in 3 working days, 30 minutes, 85% or CNY 200.",
    ),
    "not-a-count": Wording(
        zh="这里要写数目，如 3 次、85 分；「{text}」不是。",
        en="This should be a count, like 3 次 or 85 分; “{text}” is none.",
    ),
    "not-a-duration": Wording(
        zh="这里要写时长，如 30 分钟、3 个工作日；「{text}」不是。",
        en="This should be a length of time, like 30 minutes or 3 working days; “{text}” is none.",
    ),
    "not-a-percentage": Wording(
        zh="这里要写百分比，如 85%；「{text}」不是。",
        en="This should be a percentage, like 85%; “{text}” is none.",
    ),
    "not-a-range": Wording(
        zh="这里要写范围，如 4–6 小时；「{text}」不是。",
        en="This should be a range, like 4–6 hours; “{text}” is none.",
    ),
    "not-a-rate": Wording(
        zh="这里要写比率，如 3‰/日、2 次/月；「{text}」不是。",
        en="This should be a rate, like 3‰/day or 2 times/month; “{text}” is none.",
    ),
    "not-money": Wording(
        zh="这里要写金额，如 100 元；「{text}」不是。",
        en="This should be an amount of money, like CNY 100; “{text}” is none.",
    ),
    "not-per-mille": Wording(
        zh="这里要写千分比，如 3‰；「{text}」不是。",
        en="This should be per mille, like 3‰; “{text}” is none.",
    ),
    "not-positive": Wording(
        zh="「{text}」是负数；数量不能为负。",
        en="“{text}” is negative; a quantity cannot be.",
    ),
    "range-order": Wording(
        zh="范围要从小到大：{low} 不小于 {high}。",
        en="A range goes from less to more: {low} is not less than {high}.",
    ),
    "too-long": Wording(
        zh="时长超过一百年；如果是年份，请写成日期。",
        en="The time is over a hundred years; if it is the year of a date, write the date.",
    ),
    "unknown-unit": Wording(
        zh="没有「{unit}」这个单位。",
        en="“{unit}” is not a unit.",
    ),
    "zero": Wording(
        zh="时长不能为零。",
        en="A length of time cannot be zero.",
    ),
}
"""What can be wrong with a quantity."""

PLAIN: Mapping[str, Wording] = {
    "ends-before-start": Wording(
        zh="结束时刻 {end} 不在开始时刻 {start} 之后。",
        en="The end, {end}, is not after the start, {start}.",
    ),
    "no-such-date": Wording(
        zh="日历上没有「{text}」这一天。",
        en="There is no such day as {text}.",
    ),
    "no-such-zone": Wording(
        zh="没有叫「{text}」的时区。请写时区数据库里的名称，例如 Asia/Shanghai。",
        en="There is no time zone “{text}”. Write its name in the time zone database, like "
        "Asia/Shanghai.",
    ),
    "not-a-clock-time": Wording(
        zh="「{text}」不是时刻；请写成 08:30，从 00:00 到 24:00。",
        en="“{text}” is not a time of day; write it like 08:30, from 00:00 to 24:00.",
    ),
    "not-a-date": Wording(
        zh="「{text}」不是日期；请写成 2026-01-01。",
        en="“{text}” is not a date; write it like 2026-01-01.",
    ),
    "not-a-number": Wording(
        zh="「{text}」不是数；请只写数字，如 0.4。",
        en="“{text}” is not a number; write digits alone, like 0.4.",
    ),
    "not-a-phone": Wording(
        zh="「{text}」不是电话号码；请写成 021-5550-0100、139 0000 0001 或 10100 转 801 这样。",
        en="“{text}” is not a telephone number; write it like 021-5550-0100, 139 0000 0001 or "
        "10100 转 801.",
    ),
    "not-a-whole-number": Wording(
        zh="「{text}」不是正整数。",
        en="“{text}” is not a positive whole number.",
    ),
    "not-hours": Wording(
        zh="看不懂「{text}」；请写成「周一至周五 08:30–17:30；法定节假日除外」这样，"
        "各段用分号隔开。",
        en="“{text}” cannot be read as hours; write them like “Mon–Fri 08:30–17:30; "
        "except public holidays”, with semicolons between the parts.",
    ),
    "not-text": Wording(
        zh="这里要写一个值，不能写列表或下级字段。",
        en="This should be a single value, not a list or a mapping.",
    ),
    "not-yes-no": Wording(
        zh="「{text}」不是「是」或「否」。",
        en="“{text}” is neither yes nor no.",
    ),
    "overlap": Wording(
        zh="同一天的 {one} 和 {other} 重叠。",
        en="{one} and {other} of the same day overlap.",
    ),
    "unknown-day": Wording(
        zh="「{text}」不是星期几；请写周一到周日、每天或周末。",
        en="“{text}” is not a day of the week; write Mon to Sun, or daily.",
    ),
}
"""What can be wrong with days, hours and plain values."""

UNREADABLE: Mapping[str, Wording] = {**QUANTITY, **PLAIN}

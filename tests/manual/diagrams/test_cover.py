"""Who is there, as a picture: bands, gaps, people on call, and days that are alike."""

from collections.abc import Callable
from typing import Any

from guifan.manual.diagrams.cover import Cover, Day, Stretch, Words, draw_cover

Read = Callable[[str], Any]
WORDS = Words(
    run="{first}至{last}",
    promised="服务时间",
    people="{count} 人",
    called="{count} 人听班",
    nobody="无人",
    span="{start}–{end} {who}",
    post="{name} {spans}",
    day="{day}：{posts}。",
    comma="、",
    between="；",
    off="不当班",
)
NINE, SIX, NIGHT = 9 * 60, 18 * 60, 24 * 60
DESK = (Stretch(0, NINE, 2), Stretch(NINE, SIX, 8), Stretch(SIX, NIGHT, 0))
CALL = (Stretch(0, NIGHT, 1, on_call=True),)


def day(name: str, *posts: tuple[Stretch, ...], promised: bool = True) -> Day:
    hours = ((0, NIGHT),) if promised else ()
    missing = tuple((one.start, one.end) for post in posts for one in post if not one.people)
    return Day(name, hours, missing, posts)


def drawn(*days: Day, kind: str = "每天") -> Cover:
    return Cover("热线", ("客服", "主任"), ((kind, days),))


def test_a_band_is_as_high_as_its_people_and_as_long_as_its_hours(read: Read) -> None:
    picture = read(draw_cover(drawn(day("周一", DESK, CALL)), WORDS))
    few, many = sorted(picture.boxes("gf-staffed"))
    assert (few[2] - few[0]) / (many[2] - many[0]) == 1
    assert few[3] == many[3], "they stand on one line"
    assert few[1] > many[1]
    assert few[2] == many[0]
    assert {"2", "8"} <= set(picture.texts)


def test_promised_time_with_nobody_is_red_in_the_hours_and_at_the_post(read: Read) -> None:
    picture = read(draw_cover(drawn(day("周一", DESK, CALL)), WORDS))
    [hours] = picture.boxes("gf-open")
    gaps = picture.boxes("gf-missing")
    assert len(gaps) == 2
    assert {(left, right) for left, _, right, _ in gaps} == {(gaps[0][0], hours[2])}
    assert "无人" in picture.texts


def test_nothing_is_red_where_everybody_is_there(read: Read) -> None:
    whole = (Stretch(0, NIGHT, 3),)
    assert read(draw_cover(drawn(day("周一", whole, CALL)), WORDS)).boxes("gf-missing") == []


def test_somebody_on_call_is_hatched_within_the_band(read: Read) -> None:
    picture = read(draw_cover(drawn(day("周一", DESK, CALL)), WORDS))
    [box] = picture.boxes("gf-called")
    [hatch] = [element for element, _ in picture.having("gf-hatch")]
    points = [
        pair.split(",") for pair in hatch.get("d").replace("M", " ").replace("L", " ").split()
    ]
    assert all(box[0] - 0.1 <= float(x) <= box[2] + 0.1 for x, _ in points)
    assert all(box[1] - 0.1 <= float(y) <= box[3] + 0.1 for _, y in points)


def test_the_sentences_say_all_that_is_drawn(read: Read) -> None:
    picture = read(draw_cover(drawn(day("周一", DESK, CALL), day("周二", (), CALL)), WORDS))
    assert picture.sentences == [
        "周一：服务时间 00:00–24:00；客服 00:00–09:00 2 人、09:00–18:00 8 人、18:00–24:00 无人；"
        "主任 00:00–24:00 1 人听班。",
        "周二：服务时间 00:00–24:00；客服 不当班；主任 00:00–24:00 1 人听班。",
    ]


def test_days_alike_share_a_block_even_of_another_kind(read: Read) -> None:
    week = (day("周一", DESK, CALL), day("周二", DESK, CALL), day("周三", (), CALL))
    holidays = (day("节日", (), CALL),)
    cover = Cover("热线", ("客服", "主任"), (("每天", week), ("法定节假日", holidays)))
    picture = read(draw_cover(cover, WORDS))
    assert len(picture.boxes("gf-day")) == 2
    assert "周一至周二" in picture.texts
    assert "周三、法定节假日" in picture.texts


def test_a_day_without_a_promise_has_no_bar(read: Read) -> None:
    picture = read(draw_cover(drawn(day("周一", CALL, CALL, promised=False)), WORDS))
    assert picture.boxes("gf-open") == []
    assert "服务时间" not in picture.sentences[0]


def test_a_day_fits_a_phone(read: Read) -> None:
    [(left, _, right, _)] = read(draw_cover(drawn(day("周一", DESK, CALL)), WORDS)).boxes("gf-day")
    assert 0 <= left < right <= 358, "what 390 px leave for the text"


def test_hostile_text_stays_text(read: Read) -> None:
    cover = Cover("<b>", ("<script>&",), (("每天", (day("周一", DESK),)),))
    picture = read(draw_cover(cover, WORDS))
    assert not {"script", "b"} & picture.tags
    assert "<script>&" in picture.texts

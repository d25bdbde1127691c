"""What the practice page says."""

from collections.abc import Mapping

from guifan.language.catalogues import Translator


def words(_: Translator) -> Mapping[str, str | list[str]]:
    """The words of the page by the names that its script uses."""
    return _to_choose(_) | _to_answer(_) | _at_the_end(_) | _of_the_record(_)


def _to_choose(_: Translator) -> dict[str, str | list[str]]:
    return {
        "what": _("今天练什么"),
        "role": _("岗位"),
        "all_roles": _("全部岗位"),
        "frontline": _("直接面客"),
        "others": _("其他岗位"),
        "all_chapters": _("看全部章节"),
        "sum": _("共 {count} 题。"),
        "nothing": _("这里还没有题。换一个岗位或章节看看。"),
        "start": _("开始：10 题"),
        "due": _("今日复习 {count}"),
        "mistakes": _("错题 {count}"),
        "by_chapter": _("按章练"),
        "by_clause": _("按条款看"),
        "practise": _("练这一章"),
        "practise_this": _("练这一章：{title}"),
        "state_firm": _("记住"),
        "state_learning": _("在学"),
        "state_wrong": _("错过"),
        "state_new": _("没做过"),
        "means_firm": _("隔了几天再考，还是对的"),
        "means_learning": _("做对过，还要再考一次"),
        "means_wrong": _("最近一次做错了"),
        "means_new": _("还没有考到"),
        "notice_changed": _("有 {count} 题的条款改过了，这些题当新题重新考，别的题不受影响。"),
        "done_title": _("今天的都做完了"),
        "done": _("该复习的、没做过的都没有了。明天再来，或者换一章练。"),
        "failed": _("题目没有取到。检查网络，再试一次。"),
        "again": _("再试一次"),
        "and": _("、"),
    }


def _to_answer(_: Translator) -> dict[str, str | list[str]]:
    return {
        "progress": _("第 {number} 题，共 {count} 题"),
        "stop": _("先停在这里"),
        "confirm": _("确认"),
        "next": _("下一题"),
        "finish": _("看结果"),
        "several": _("（不止一个）"),
        "your_answer": _("你的答案"),
        "choose": _("请选择"),
        "to_match": _("从这几项里选："),
        "up": _("上移：{text}"),
        "down": _("下移：{text}"),
        "moved": _("移到了第 {place} 位"),
        "again_empty": _("还没有答完。"),
        "again_number": _("没看出是多少，请填一个数，例如 3 或「三」。"),
        "again_unit": _("单位和题目问的不一样，请按「{unit}」填。"),
        "right": _("对了。"),
        "wrong": _("不对。"),
        "mark_right": _("应选"),
        "mark_yours_right": _("你选的，对"),
        "mark_yours_wrong": _("你选的，不对"),
        "place_right": _("位置对"),
        "place_is": _("应在第 {place} 位"),
        "pair_is": _("应配 {letter}"),
        "order_is": _("正确的先后："),
        "key_is": _("答案是 {key}。"),
        "why_not": _("你选的："),
        "see": _("依据："),
        "new_window": _("（在新窗口打开）"),
        "guessed": _("蒙对的，早点再考"),
    }


def _at_the_end(_: Translator) -> dict[str, str | list[str]]:
    return {
        "score": _("做了 {count} 题，对 {right} 题"),
        "took": _("用了大约 {minutes} 分钟。"),
        "stopped": _("还有 {count} 题没有做。"),
        "guessed_many": _("其中 {count} 题是蒙对的，会早点再考。"),
        "all_right": _("没有错的。"),
        "look_again": _("值得再看一眼"),
        "tomorrow": _("明天再考"),
        "in_days": _("{count} 天后再考"),
        "retry": _("错的再做一遍（{count} 题）"),
        "more": _("再来一组"),
        "back": _("回到选择"),
    }


def _of_the_record(_: Translator) -> dict[str, str | list[str]]:
    return {
        "record": _("我的记录"),
        "record_about": _(
            "练习记录只存在这个浏览器里，不会自己发出去。换手机、换电脑以前先导出，再在那边导入。"
            "成绩表里留最近 {most} 次作答。"
        ),
        "name": _("姓名或工号（写进导出的文件，可以不填）"),
        "export": _("导出记录"),
        "load": _("导入记录"),
        "csv": _("导出成绩表（CSV）"),
        "xapi": _("导出学习记录（xAPI）"),
        "clear": _("全部清除"),
        "clear_ask": _("真的要全部清除？清除以后找不回来。再按一次就清除。"),
        "cleared": _("已清除。"),
        "saved": _("已导出 {count} 次作答。"),
        "no_answers": _("还没有做过题。"),
        "loaded": _("导入了 {cards} 题的进度、{answers} 次作答。"),
        "loaded_lost": _("有 {count} 条看不懂，没有导入。"),
        "load_newer": _("这个文件是更新的版本导出的，这里还不认得；什么都没有改动。"),
        "load_broken": _("这不是练习记录的文件，或者文件坏了；什么都没有改动。"),
        "save_aside": _("把原来的记录存成文件"),
        "notice_refused": _(
            "这个浏览器不让网页保存内容。可以照常练，关掉页面就没有记录了；要留就先导出。"
        ),
        "notice_full": _("浏览器的存储满了，这一题的结果没有存下来。请导出记录，再清一清浏览器。"),
        "notice_trimmed": _("浏览器的存储快满了，最早的 {count} 次作答没有留住；进度都在。"),
        "notice_newer": _(
            "这里的练习记录是更新的版本写的，这一版不认得，不会动它。可以照常练，但是这次的结果不保存。"
        ),
        "notice_broken": _("原来的练习记录坏了，读不出来，只好从头记起。"),
        "notice_mended": _("练习记录里有 {count} 条坏了，没有用；其余的都在。"),
        "notice_unscheduled": _("这一题的复习日期没有算出来，作答已经记下。"),
        "heads": [
            _("时间"),
            _("姓名或工号"),
            _("岗位"),
            _("题目编号"),
            _("条款"),
            _("条款版本"),
            _("题型"),
            _("题目"),
            _("作答"),
            _("对错"),
            _("用时（秒）"),
        ],
        "says_right": _("对"),
        "says_wrong": _("错"),
    }

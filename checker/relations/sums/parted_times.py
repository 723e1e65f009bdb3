"""Times that make up a longer one: 上午 and 下午 are 全天, 第一批 and 第二批 are 两批.

What was done in each adds to what was done in all of it, whatever it is.
"""

from collections.abc import Sequence

from checker.patterns import pattern

TIMES = (
    (
        "全天|[一当这]天|一整天|一日|整日|[两三][次场趟拨]",
        (("上午|早上|早市", "中午|午间", "下午|午后|晚市", "晚上|夜里|夜间|晚间|傍晚"),),
    ),
    ("全天|[一当这]天|一整天|一昼夜|昼夜|两班", (("白天|白班|日班", "夜里|夜间|晚上|夜班|晚班"),)),
    ("全年|一年|[整当]年|两个半年", (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度"))),
    ("全年|一年|[整当]年|春秋两季|两季", (("春季|今春", "秋季|今秋"),)),
    ("上半年|前两季度", (("一季度|第一季度|首季", "二季度|第二季度"),)),
    ("下半年", (("三季度|第三季度", "四季度|第四季度"),)),
    ("前三季度", (("上半年", "三季度|第三季度"), ("一季度|第一季度|首季", "二季度|第二季度", "三季度|第三季度"))),
    ("全年|去年全年", (("前三季度", "四季度|第四季度"),)),
    ("两天|周末|双休日", (("周六|星期六|礼拜六", "周日|周天|星期[日天]|礼拜[日天]"), ("昨天", "今天"))),
    ("全场|整场|一场", (("上半场", "下半场"), ("首节|第一节", "第二节|次节", "第三节", "第四节|末节"))),
)
"""What the whole of a time is called, and the times that it is made up of, in order."""

ANOTHER = pattern("最|[能可]|[平人日户]均|每|计划|目标|预计|限|容")
"""一天最多能接待300人 is no sum."""

UNTOLD = pattern("[能可]|[平人日户]均|每|计划|目标|预计|限|容")
"""What makes a part one that is not there yet, or no part."""

TURN = pattern("(?P<which>头|首|第?一|第[二三四]|次|又一|最后一)(?P<unit>[天次批趟轮期笔车场回届季茬拨])")
ORDER = {"头": 1, "首": 1, "一": 1, "第一": 1, "第二": 2, "次": 2, "第三": 3, "第四": 4}
LAST = "最后一"
TEAM = "(?:[\u4e00-\u9fff]{0,4}[队方校园馆他她])?"
OWNER = "[\u4e00-\u9fff]{0,8}?"
NUMBERS = {2: "两", 3: "三", 4: "四"}


def make_up(leads: Sequence[str], whole: str, *, first: bool = False) -> bool:
    """Whether the words before some numbers name the times that make up what those before another name.

    >>> make_up(["上午来了", "，下午又来了"], "全天"), make_up(["上午来了", "晚上来了"], "全天")
    (True, False)
    >>> make_up(["头一天捡了", "第二天捡了"], "两天一共捡了"), make_up(["第一批卖了", "第二批卖了"], "三批卖了")
    (True, False)
    >>> make_up(["头一天", "第二天", "最后一天"], "景区三天卖出", first=True)
    True

    A whole told ``first`` may have its owner before its time, and only turns told one by one are surely all of it.
    """
    if ANOTHER.search(whole) or (first and any(map(UNTOLD.search, leads))):
        return False
    return _are_turns(leads, whole, OWNER) if first else _are_times(leads, whole) or _are_turns(leads, whole)


def _are_times(leads: Sequence[str], whole: str) -> bool:
    for names, lines in TIMES:
        if not pattern(f"{TEAM}(?:这|前后)?(?:{names})").match(whole):
            continue
        for line in lines:
            told = [next((at for at, one in enumerate(line) if pattern(one).search(lead)), -1) for lead in leads]
            if -1 not in told and told == sorted(set(told)) and any(each <= set(told) for each in _least(line)):
                return True
    return False


def _least(line: Sequence[str]) -> list[frozenset[int]]:
    """Which members of a line have to be told."""
    return [frozenset({0, 2})] if "上午" in line[0] else [frozenset(range(len(line)))]


def _are_turns(leads: Sequence[str], whole: str, ahead: str = "") -> bool:
    """Whether each is told of the next turn, and the whole of as many: 头一天, 第二天, 两天."""
    turns = [TURN.search(lead) for lead in leads]
    if not all(turns) or len(turns) not in NUMBERS:
        return False
    final = {LAST: len(turns)}
    told = [((ORDER | final).get(one["which"]), one["unit"]) for one in turns if one]
    unit = told[0][1]
    in_order = told == [(place, unit) for place in range(1, len(told) + 1)]
    return in_order and pattern(f"{ahead}(?:这|前后)?{NUMBERS[len(turns)]}{unit}").match(whole) is not None

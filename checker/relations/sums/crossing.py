"""Shares that are no parts of one whole by what they are called.

高技术制造业占工业的16%, 装备制造业占34%: one plant can be of both. 营业收入占比10%, 投资占比90%: each of its own whole.
"""

from collections.abc import Sequence

from checker.patterns import pattern

CLASSES = pattern(
    "高技术|高新技术|装备制造|先进制造|战略性?新兴|新兴产业|数字经济|数字产品|民间|民营|基础设施|基建|工业投资|制造业投资|技改|技术改造|绿色|三新|专利密集|版权产业|文化产业|海洋经济"
)
"""Ways to look at an economy; what is of one can be of another as well."""

MEASURE = pattern(
    "(?:收入|营收|投资|资产|利润|税收|面积|产量|产值|销量|金额|数量|人数|人口|户数|企业数|就业|出口|进口|装机|用电量)$"
)
RATED = pattern("(?:占比|比重|比例|份额)[\u4e00-\u9fff]{0,6}$")


def cross(openings: Sequence[str], names: Sequence[str]) -> bool:
    """Whether parts are told by marks of which a thing can bear several, or each by a measure of its own.

    >>> cross(["装备制造业增加值", "高技术制造业增加值"], ["", ""])
    True
    >>> cross(["", ""], ["新业营业收入占比达到", "主业投资占比"]), cross(["", ""], ["茶园面积占比", "果园面积占比"])
    (True, False)
    """
    told = (CLASSES.findall(name) or CLASSES.findall(opening) for name, opening in zip(names, openings, strict=True))
    marks = {mark for found in told for mark in found}
    return len(marks) > 1 or _measured_unlike(names)


def _measured_unlike(names: Sequence[str]) -> bool:
    cut = [RATED.sub("", one) for one in names if RATED.search(one)]
    told = [found[0] for one in cut if (found := MEASURE.search(one))]
    return len(told) == len(names) and len(set(told)) > 1

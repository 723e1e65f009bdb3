"""Words for one and the same time before: 平日 and 平时, 去年 and 上一年."""

from checker.patterns import pattern

ALIKE = tuple(
    pattern(one)
    for one in (
        "平[时日常素]|往[常日]|[日寻]常",
        "(?<!大)去年|上一?年|前一年(?!多)",
        "上一?届|往届",
        "上个?月|前一个?月",
        "上个?周|上个?星期|前一周",
        "往年|常年|历年",
        "当[初年时]|起初|最初|开始|那时",
        "从前|过去|以前|此前|先前|原[来先]|早先",
    )
)


def is_told(then: str, words: str) -> bool:
    """Whether words tell the same time, by the same word or another for it.

    >>> is_told("平时", "平日不过"), is_told("去年", "前年只有")
    (True, False)
    """
    return then in words or any(one.match(then) and one.search(words) for one in ALIKE)

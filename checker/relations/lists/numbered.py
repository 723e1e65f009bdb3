"""Lists that number themselves: 四项任务：一是修堤，二是清河，三是备料。 says how many it has by its own numbers.

Such a list runs from one on without a gap, and what is counted must be a word for what such lists hold (任务, 要求).
It may run on past its sentence, so a short one tells of a fault only where nothing after it can be a further part.
"""

import re
from dataclasses import replace

from checker.findings import Verdict
from checker.patterns import one_of, pattern
from checker.relations.lists.stated import KINDS_OF, Count, relation_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

NOUNS = """
    任务 要求 措施 意见 建议 重点 方面 原因 问题 特点 优势 难题 举措 工作 变化 机制 事 事情 事项 原则 目标 条件 理由
    办法 做法 经验 希望 期望 倡议 启示 体会 看法 结论 判断 规定 规矩 纪律 短板 不足 困难 挑战 趋势 亮点 特征 因素 步骤
    环节 情形 情况 想法 心得 思路 抓手 标准 目的 关键 责任 保障 行动 部署 安排 内容 层面 承诺 主张 观点 提议 对策
    徒弟 弟子 徒儿 儿子 女儿 孩子 儿女 子女 兄弟 姐妹 姊妹
    政策 改革 突破 转变 共识 难点 焦点 痛点 堵点 看点 疑点 要点 盲点 热点 卡点 诉求 疑问 考虑 打算
    提醒 提示 警示 忠告 教训 秘诀 诀窍 窍门 好处 规则 线索 证据 隐患
    """
TIE = pattern(
    rf"[^，,。；;：:、\n（）()“”0-9]{{0,10}}?(?:{one_of(NOUNS.split())})?[”’」]?"
    r"(?P<mark>[：:]|——|[，,](?:分别是|即)?|。)[ \u3000]*\n?[ \u3000]*"
)
COUNTED = KINDS_OF | frozenset(("点", "条", "件", "个", "大", "步"))
ENDS = pattern(rf"(?:{one_of(NOUNS.split())})[”’」]?$")
POINTS = frozenset(("点", "条", "步", "方面"))
SUBJECT = pattern(rf"(?:{one_of(NOUNS.split())})(?:主要|共|一共|总共)?[有是为]$")
"""What is counted without a noun behind the number: 归纳为四点, 争议焦点有四个."""

ASKED = pattern(
    "(?:提出?|指出|讲|谈|列出|反映|"
    "部署|强调|明确|抓好?|做好?|落实|突出|推出|出台|把握|坚持|实施|采取|面临|存在|归纳|总结|得出|分|有|是|为)了?(?:以下|如下|这)?$"
)
"""What opens a list that only a stop or a comma parts from its number."""

NUMBER = "[一二三四五六七八九十]"
BORN_AS = r"老(?P<number>[大二三四五六七八九])"
"""老大, 老二: children, or pupils; more of them may be told in another sentence."""

OPENS = r"(?:^|(?<=[；;，,。：:！”\s—]))"
STYLES = tuple(
    pattern(OPENS + style)
    for style in (
        rf"(?P<number>{NUMBER})(?:是|要(?!求))",
        rf"第(?P<number>{NUMBER})(?:[点步条项]?(?:[，,、]|是)|(?![届批次名位轮期个季年天场条项章节产类种代时]))",
        rf"其(?P<number>{NUMBER})(?:[，,、]|是)?",
        rf"[（(](?P<number>{NUMBER}|10|[1-9])[）)]",
        rf"(?P<number>{NUMBER})、",
        BORN_AS,
        r"(?P<number>10|[1-9])[.．、](?![0-9])",
        r"(?P<number>[①-⑨])",
    )
)
WORDS = pattern(
    OPENS + "(?P<number>首先|其次|再次|再者|然后|接着|此外|另外|同时|还有|最后|第[三四五六])(?:[，,]|是|要)?"
)
"""Words that number a list: 首先 opens it, 最后 closes it."""

ADDING = frozenset(("此外", "另外", "同时", "还有", "然后", "接着"))
FIRST, LAST, ORDER = "首先", "最后", "一二三四五六七八九十"
VALUES = (
    {word: value for value, word in enumerate("一二三四五六七八九十", 1)}
    | {word: value for value, word in enumerate((*"①②③④⑤⑥⑦⑧⑨", "10"), 1)}
    | {"大": 1}
)
NAME_ENDS = pattern(r"[，,；;。：:！!？?\n]")
MORE = pattern(
    "……|后[一两三四几][步项条点个]|其余|剩下|此外|另外|同时[，,]|最后|还[要有需应]|还强调|再就是|再者|末了|最小|[小幺][的儿女徒师]|老幺|关门|双胞胎|第[三四五六七八九十][，,、是]"
)
AFTER, LONGEST = 600, 3000
"""How far behind a list a further part may stand, and how long a list may be."""

FEW, MOST, APART = 2, 10, 2


def is_numbered(passage: Passage, count: Count) -> bool:
    """Whether a list that numbers itself stands right behind the number."""
    return _start(passage, count) is not None


def numbered(passage: Passage, count: Count) -> Relation | None:
    """The list that numbers itself behind what is counted, with as many parts as said or not."""
    start = _start(passage, count)
    if start is None or not FEW <= count.value <= MOST:
        return None
    at, style, mark = start
    marks = _in_words(passage.text, at) if style is WORDS else _marks(passage.text, at, style, count.value)
    if len(marks) < FEW:
        return None
    names = [_name(passage.text, one) for one in marks]
    if not all(names):
        return None
    spans = [one for one in names if one is not None]
    if len(marks) == count.value:
        told = mark != "。" or _asked(passage, count)
        return relation_of(passage, count, spans, Verdict.CONSISTENT) if told else None
    noun = passage.text[count.span.end : at].rstrip("：:，,。— \u3000\n")
    bare = not noun
    if count.unit not in COUNTED or abs(len(marks) - count.value) > APART:
        return None
    if not (_is_bare(passage, count) and style is not WORDS if bare else ENDS.search(noun)):
        return None
    born = style.pattern.endswith(BORN_AS)
    reach = passage.text.find("\n", marks[-1].end()) if born else -1
    if len(marks) < count.value and style is not WORDS and _goes_on(passage.text, marks[-1].end(), reach):
        return None
    tied = mark in "：:——"
    sure = tied and style is not WORDS and not bare and not born
    if not tied and (bare or not _asked(passage, count)):
        return None
    return replace(relation_of(passage, count, spans, Verdict.INCONSISTENT), doubtful=not sure)


def _is_bare(passage: Passage, count: Count) -> bool:
    """Whether the number needs no noun behind it: 归纳为四点, or 焦点有四个, where it stands before."""
    before = passage.text[max(passage.span.start, count.span.start - 12) : count.span.start]
    return (count.unit in POINTS and ASKED.search(before) is not None) or SUBJECT.search(before) is not None


def _asked(passage: Passage, count: Count) -> bool:
    """Whether the words before the number open such a list."""
    return ASKED.search(passage.text, max(passage.span.start, count.span.start - 8), count.span.start) is not None


def _start(passage: Passage, count: Count) -> tuple[int, re.Pattern[str], str] | None:
    """Where the list begins, how it is numbered, and the mark that ties it."""
    tie = TIE.match(passage.text, count.span.end)
    if tie is None:
        return None
    for style in STYLES:
        first = style.match(passage.text, tie.end())
        if first is not None and _value(first) == 1:
            return tie.end(), style, tie["mark"]
    first = WORDS.match(passage.text, tie.end())
    return (tie.end(), WORDS, tie["mark"]) if first is not None and first["number"] == FIRST else None


def _marks(text: str, at: int, style: re.Pattern[str], count: int) -> list[re.Match[str]]:
    """The marks from one on, as far as they follow one another; in a new paragraph only those that open it.

    A list that starts anew in the midst of one paragraph may stand inside the other: only one that is full is read.
    """
    marks: list[re.Match[str]] = []
    for mark in style.finditer(text, at, at + LONGEST):
        last = marks[-1].end() if marks else at
        opens = text[mark.start() - 1] in "\n\u3000 " if "\n" in text[last : mark.start()] else True
        if _value(mark) == len(marks) + 1 and opens:
            marks.append(mark)
        elif "\n" in text[last : mark.start()]:
            break
        else:
            return marks if len(marks) == count else []
    return marks


def _in_words(text: str, at: int) -> list[re.Match[str]]:
    """The marks 首先 … 最后 of one paragraph; none where words stand between them that may only add to a part."""
    end = text.find("\n", at)
    marks = list(WORDS.finditer(text, at, min(at + LONGEST, end if end >= 0 else len(text))))
    words = [one["number"] for one in marks]
    if not 0 < len(words) <= len(ORDER):
        return []
    closed = (
        words.count(FIRST) == 1
        and words[-1:] in ([LAST], [f"第{ORDER[len(words) - 1]}"])
        and len(set(words)) == len(words)
    )
    return marks if closed and not {"此外", "另外", "同时", "还有", "然后", "接着"} & set(words) else []


def _value(mark: re.Match[str]) -> int:
    number = mark["number"]
    return VALUES[number] if number in VALUES else int(number)


def _name(text: str, mark: re.Match[str]) -> Span | None:
    start = mark.end() + (text[mark.end() : mark.end() + 1] in ("，", ",", "、"))
    end = NAME_ENDS.search(text, start)
    stop = end.start() if end else len(text)
    return Span(start, stop) if stop > start else None


def _goes_on(text: str, at: int, end: int = -1) -> bool:
    """Whether a further part may stand behind the last mark, up to ``end``, numbered in any style or by a word."""
    stop = min(len(text) if end < 0 else end, at + AFTER)
    if MORE.search(text, at, stop):
        return True
    return any(_value(one) > FEW for style in STYLES for one in style.finditer(text, at, stop))


__all__ = ["is_numbered", "numbered"]

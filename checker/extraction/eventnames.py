"""Events that are spoken of again, by what they were called before: 本次|大会."""

from checker.extraction.nominals import INNER, spelt
from checker.extraction.parsing import Word, Words
from checker.lexicon.predicates import predicates
from checker.lexicon.speech import Part
from checker.patterns import pattern

EVENTS = """
    会 展 节 赛 奖 评选 论坛 活动 行动 计划 工程 调查 演习 联演 演练 峰会 比赛 任务 考试 招聘 采购 拍卖
    """
OCCASION = pattern(
    f"(?:本届|本次|此次|这次|该届|该次)(?P<name>[一-鿿]{{1,8}}?(?:{'|'.join(EVENTS.split())})|联演|演习|演练|峰会|论坛)(?![一-鿿]?[上中期])"
)
MANY = "多"
POINTING = 2
"""So many characters say which event is meant: 本次, 此次."""

RECALLED, LONGEST = 2000, 22
"""So far back an event may have been named; so many characters are its name."""


def in_full(words: Words, name: str, at: int) -> str:
    """What an event was called before in its paragraph: 青江低碳创新|大会."""
    text = words.text
    floor = max(text.rfind("\n", 0, at), at - RECALLED)
    told = text.rfind(name, floor + 1, at - POINTING)
    before = words.between(max(floor + 1, told - LONGEST), told) if told > 0 else ()
    first = len(before)
    while first > 0 and _is_inner(before[first - 1]):
        first -= 1
    while first < len(before) and before[first].part is Part.VERB:
        first += 1
    many = first and before[first - 1].text == MANY and before[first:]
    full = f"{MANY if many else ''}{spelt(before[first:])}{name}"
    return f"{_called(text, told + len(name) - len(full))}{full}" if told > 0 else full


def _called(text: str, at: int) -> str:
    """What an event is called in quotation marks right before an offset: “和风-21”|联合演习."""
    opened = text.rfind("“", max(0, at - LONGEST), at) if text[at - 1 : at] == "”" else -1
    return text[opened:at] if opened >= 0 else ""


def _is_inner(word: Word) -> bool:
    """Whether a word may stand inside a name: 创新|大会; no 举办|大会."""
    verb = word.part is Part.VERB and len(word.text) > 1 and not predicates().fullmatch(word.text)
    return word.part in INNER or verb

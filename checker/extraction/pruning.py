"""A noun phrase, by its words: those of its clause that name nothing fall, and none is cut through."""

from collections.abc import Sequence

from checker.extraction.nominals import OWNING, THEIRS, spelt
from checker.extraction.parsing import DONE, Word, Words
from checker.lexicon.clauses import words as known
from checker.lexicon.speech import Part
from checker.patterns import pattern

DATED = pattern("^度(?![假数过量])|^(?:截[至止]到?)?(?:[0-9]{4}年)?[0-9]{1,2}月份?(?![0-9])|^[0-9]{4}年")
BEING = pattern("以.{2,24}为.{1,4}的")
SAYS = pattern("指出|表示|显示|表明|透露|认为|提到|称")
AND_WORDS = frozenset("和与及、")
LEADING = frozenset((Part.ADVERB, Part.CONJUNCTION, Part.PARTICLE, Part.MARK, Part.OF))
LOOSE_END = frozenset((Part.ADVERB, Part.CONJUNCTION))
WHEN = LOOSE_END | {Part.TIME}
NAMELESS = WHEN | {Part.SIDE, Part.PREPOSITION}
KEPT = frozenset(
    (
        "不",
        "未",
        "暂停",
        "停止",
        "不再",
        "平均",
        "人均",
        "直接",
        "“",
        "《",
        "（",
        "新",
        "最",
        "每",
        "各",
        "首次",
        "每年",
        "每天",
        "每月",
        "每日",
        "同比",
        "环比",
    )
)
EACH = "年月日周季场户人"
"""With these 均 is a mean: 年均."""

ABLE = frozenset(("可穿戴", "可再生", "可持续", "可循环", "可降解"))
"""Words that say of what sort a thing is and are two for the dictionary."""

HANDLING = frozenset("把将")
LEADS = frozenset("由从自以于在")
AIMED = frozenset("对自向从")
BESIDE = frozenset((Part.PRONOUN, Part.TIME, Part.ADVERB, Part.NUMBER, Part.CLASSIFIER))
COMPANY = frozenset("跟与同对给向被由")
NOUNS_TOO = frozenset(("距离",))
AFTER_TIMES = frozenset("前后末底")
STARTS = frozenset("由从自")
ENDS = frozenset("时初末底")
WHOM = frozenset((Part.NAME, Part.CLASSIFIER))
MADE = frozenset((Part.NOUN, Part.NOMINAL, Part.ADJECTIVE))
SHORT = 8
"""So many words, at the most, are a preposition and what it leads to."""

KEEPS = (KEPT | {"场均"}) - {"首次"}
"""Kept at the end: 首次 is not, which says what the verb behind it does (债务|首次|突破千亿元)."""


def pruned(phrase: str) -> str:
    """A phrase without the words of its clause that name nothing: 也同样|涨幅, 对乙方|累计|支付.

    >>> pruned("此后更探至")
    '探至'
    """
    words = Words(DATED.sub("", phrase), ()).words
    if words and words[0].text in STARTS and all(_is_start(word) for word in words[1:]):
        return ""
    words = _given(words[_opening(words) :])
    words = words[: _whole(words)]
    if all(_is_nameless(word) for word in words):
        return ""
    while len(words) > 1 and _is_loose_end(words[-1]):
        words = words[:-1]
    words = _unaccompanied(words)
    kept = [word for nth, word in enumerate(words) if word.part is not Part.ADVERB or not _is_loose(words, nth)]
    return spelt(kept)


def _given(words: list[Word]) -> list[Word]:
    """What somebody does something with, alone: 两人把|所持股份."""
    at = next((nth + 1 for nth, word in enumerate(words[:-1]) if word.text in HANDLING), 0)
    handled = at > 0 and words[at - 1].part is Part.PREPOSITION
    return words[at:] if handled else words


def _whole(words: Sequence[Word]) -> int:
    """Where a phrase ends before a preposition that leads to no verb: 限值|由每人, 车程|由原本, 产量|以每月."""
    for at in range(max(1, len(words) - SHORT), len(words) - 1):
        led = words[at].part is Part.PREPOSITION and words[at].text in LEADS
        if led and (
            _is_time(words[at + 1 :])
            or all(word.part in BESIDE or word.text in known("once") for word in words[at + 1 :])
        ):
            return at
    return len(words)


def _is_time(words: Sequence[Word]) -> bool:
    """Whether words say when: 去年“双十一”时."""
    return words[-1].text in ENDS and all(word.part is not Part.VERB for word in words)


def _is_aimed(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins with whom a trade or a deed is with, which tells it from others: 对南洋|进出口."""
    aimed = words[at].text in AIMED and at + 2 < len(words) and words[at + 1].part in WHOM
    return aimed and all(word.part in MADE for word in words[at + 2 :])


def _is_being(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins with of what sort a thing is: 以软件业为主体的|服务业."""
    return words[at].text == "以" and BEING.match("".join(word.text for word in words[at:])) is not None


def _unaccompanied(words: list[Word]) -> list[Word]:
    """A phrase without with whom something is done where a pronoun says that: 跟它们|相处."""
    at = next((nth for nth, word in enumerate(words[:-1]) if _is_company(word, words[nth + 1])), -1)
    return words if at < 0 or at + 2 >= len(words) else [*words[:at], *words[at + 2 :]]


def _is_company(word: Word, after: Word) -> bool:
    return word.part is Part.PREPOSITION and word.text in COMPANY and after.text in THEIRS


def _is_cut_time(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins with what belongs to a time before it: 2010年|前进入本地的品牌."""
    return at == 0 and words[0].text in AFTER_TIMES and words[1].part is Part.VERB


def _is_start(word: Word) -> bool:
    """Whether a word only says from when on something moved: 由|上半年|的|平均."""
    return word.part in (Part.TIME, Part.OF, Part.SIDE, Part.NUMBER) or word.text in ("平均", "水平", "均值")


def _is_nameless(word: Word) -> bool:
    """Whether a word by itself names nothing: 此前, 按照, 旗下."""
    return (word.part in NAMELESS and word.text not in (KEPT | NOUNS_TOO)) or word.text in known("loose")


def _is_loose_end(word: Word) -> bool:
    """Whether a last word names nothing: 每场比赛|基本."""
    loose = word.part in LOOSE_END or word.text in DONE or word.text in known("loose")
    return loose and word.text not in KEEPS


def _is_loose(words: Sequence[Word], nth: int) -> bool:
    """Whether an adverb only says how or when something is done."""
    if _is_quoted(words, nth):
        return False
    if words[nth].text == "均" and nth and words[nth - 1].text.endswith(tuple(EACH)):
        return False
    after = words[nth + 1].part if nth + 1 < len(words) else Part.VERB
    return words[nth].text not in KEPT and after in (Part.VERB, Part.ADVERB, Part.PREPOSITION)


def _is_quoted(words: Sequence[Word], nth: int) -> bool:
    """Whether a word stands in quotation marks: “只跑一次”."""
    before = "".join(word.text for word in words[:nth])
    return before.count("“") > before.count("”")


def _is_when(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase begins with a time that is no part of a name: 晚上的|人数, 近期|销量; no 税前|利润."""
    word = words[at]
    led = word.text in known("lead") or words[at + 1].part in (Part.OF, Part.VERB, Part.ADVERB)
    return at == 0 and word.part is Part.TIME and led


def _opening(words: Sequence[Word]) -> int:
    """Behind what only leads up to a phrase: adverbs, conjunctions, times, 对…, 在…."""
    at = next((nth + 1 for nth in range(len(words) - 2, -1, -1) if SAYS.fullmatch(words[nth].text)), 0)
    while at < len(words) - 1:
        word = words[at]
        if (
            word.text in KEPT
            or f"{word.text}{words[at + 1].text}" in ABLE
            or (word.part is Part.ADVERB and words[at + 1].text in AND_WORDS)
        ):
            break
        if (
            word.part in LEADING
            or word.text in OWNING
            or _is_cut_time(words, at)
            or word.text in known("pointing")
            or _is_when(words, at)
            or (at and word.text == "期间" and words[at - 1].part is Part.TIME)
        ):
            at += 1
        elif word.part is Part.PREPOSITION:
            if _is_aimed(words, at) or _is_being(words, at):
                break
            verb = next((nth for nth in range(at + 1, len(words)) if words[nth].part is Part.VERB), 0)
            behind = words[verb + 1].part if verb + 1 < len(words) else None
            spans = word.text in "从自由" and any(one.text in "至到" for one in words[at:])
            if behind is Part.OF or spans or verb == at + 1:
                break
            verb -= bool(verb and words[verb - 1].text in KEPT)
            at = verb or at + 1
        else:
            break
    return at

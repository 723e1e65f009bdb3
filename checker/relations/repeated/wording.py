"""How a figure is called by the words right beside it, and whether two are called by one name."""

from checker.patterns import pattern
from checker.relations.cues import Act
from checker.relations.naming import shared_end
from checker.relations.repeated.mentions import Mention

NAME, TELLING = 4, 2
"""How many characters a name must have to stand for one thing, and how many at its end tell its sort."""

HANZI = pattern("[\u4e00-\u9fff]+")
SHORT = pattern("[\u4e00-\u9fff]{2,4}")
GENERAL = pattern(
    "(?:全[国省市县区州旗镇乡村年行]|[本我该][国省市县区州旗镇乡村行]|共有?|合计|累计|总|各类|目前|现有?|已经?|建成|实现|完成|有|拥有|达到?"
    "|[该此本]案|约|为|的|和|是|其|在|从|对|今年|截至|末|底|年|月|日|[0-9])*"
)
TAIL = pattern("(?:达到?|为|约|共有?|有|是|近|已|的|具体|确切|实际|准确)+$")


def is_level(one: Mention) -> bool:
    """Whether it tells how much there is of something."""
    return one.figure.is_amount and one.cue.act in (Act.LEVEL, Act.SUM)


def nouns(one: Mention) -> set[str]:
    """What a figure counts, as far as it stands right beside it: two to four characters."""
    after = one.after.removeprefix("的")
    left, right = SHORT.match(one.before[::-1]), SHORT.match(after)
    found = {one.before[-size:] for size in range(2, left.end() + 1)} if left else set[str]()
    return found | {after[:size] for size in range(2, right.end() + 1)} if right else found


def one_name(one: Mention, two: Mention) -> bool:
    """Whether the thing is called by one name: 省级保险机构63家 and 60家省级保险机构, but not 风电装机 and 光电装机."""
    left, right = sorted((bare(one.before), bare(two.before)), key=len)
    if len(left) >= NAME and right.endswith(left) and GENERAL.fullmatch(right[: -len(left)]):
        return True
    for name, words in ((bare(one.before), two.after), (bare(two.before), one.after)):
        if len(name) >= NAME and words.removeprefix("的").startswith(name):
            return True
    return len(one.after) >= NAME and one.after.removeprefix("的") == two.after.removeprefix("的")


def of_each(one: Mention, two: Mention) -> bool:
    """Whether a sentence names two things that end alike before the two: 单位净值为2.34元，累计净值为2.34元."""
    if one.passage is not two.passage or one.title is not two.title:
        return False
    left, right = (TAIL.sub("", each.before) for each in (one, two))
    return TELLING <= shared_end(left, right) < min(len(left), len(right))


def bare(before: str) -> str:
    """The words before a figure without general ones at their head and verbs at their tail."""
    words = TAIL.sub("", before)
    head = GENERAL.match(words)
    return words[head.end() :] if head else words


def runs_of(words: str) -> list[str]:
    """Every run of NAME characters beside a figure."""
    return [run[at : at + NAME] for run in HANZI.findall(words) for at in range(len(run) - NAME + 1)]

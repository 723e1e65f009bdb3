"""same: how many people came to what in a headline (2人受伤), and how many in the body (造成4人受伤).

Both stand right before one word of what befell them, or of a race that they run, and the body has no other number
beside that word. Such numbers rise from hour to hour, so that the two are for a reader to compare. In the body itself
死亡人数为9人 takes up what a sentence before told (7人死亡), where no word says that it rose.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.quantities.model import Quantity
from checker.relations.record import Relation
from checker.relations.repeated.mentions import Mention, agree, relate

FATES = {
    "dead": "死亡|身亡|遇难|溺亡|丧生|死(?=[0-9，。；、]|$)",
    "hurt": "受伤|伤(?=[0-9，。；、\\s]|$)",
    "badly": "重伤",
    "lightly": "轻伤",
    "lost": "失联|失踪",
    "shut in": "被困",
    "saved": "获救|脱险",
    "poisoned": "中毒",
    "caught": "被抓|落网|被刑拘",
    "raced": "(?:[跑选]手|跑者|运动员|跑友)?(?:[同竞齐畅开起奔]跑|参赛|参加(?=[^，。；]{0,8}(?:马拉松|[长路]跑)))",
}
FATE = pattern(
    f"(?:不幸|当场|已)?(?:{'|'.join(f'(?P<f{at}>{words})' for at, words in enumerate(FATES.values()))})(?!率|者|原因)"
)
STEMS = (*("[死亡难]|丧生", "伤", "重伤|伤", "轻伤|伤"), *("失", "困", "救|险", "毒", "抓|网|拘", "[跑赛]|选手|运动员"))
"""What says, in any form, that they came to the same."""

NEXT = pattern("[0-9]")
LED = pattern("(?:[和与及加]|(?<![亡死伤难联踪困救])、|其中[^。]*|另外?|此前|又|再|还有|以及|内)$")
OTHER = pattern(
    "[0-9两三四五多数几]起(?:[^火]|火灾)|另一起|各地|多地|两地|去年|前年|上年|此前|往年|历史|曾|最初|起初|一度|初步|增至|升至|上升|另有|又有|再有|平均|累计|全[国省市县]|[0-9]{4}年"
)
RACED, OTHER_RACE = (
    len(FATES) - 1,
    pattern("[去上前往]年|[上往首历]届|累计|半程|迷你|全程|欢乐|其中|分别|名额|报名|预计|左右|规模|另"),
)
TOLD = pattern(
    f"(?:{'|'.join(f'(?P<f{at}>{words})' for at, words in enumerate(FATES.values()))})总?人数(?:共计?|[为是有达])*$"
)
WORD = "人数"
LATER = pattern(
    "截[至止]|目前|现在|最新|更新|更正|随后|后续|此后|之后|抢救|救治|医治|不治|新增|已|[上增]升|[升增]至|另[一外]|其他"
)
"""A number told at a later hour, or of those who died since."""

NEAR = 1
PEOPLE, LEAD, ROOM = frozenset(("人", "名")), 3, 60


def apart(title: Mention, body: Sequence[Mention]) -> Mention | None:
    """The body's only number of those whom the headline's word befell, where it is another one."""
    fate = _fate(title)
    if fate is None or not _is_plain(title, fate) or _other(fate).search(title.passage.words(title.passage.span)):
        return None
    stem = pattern(STEMS[fate])
    told = [one for one in body if stem.search(NEXT.split(one.after)[0]) or stem.search(one.before[-2:])]
    if not told or len({one.quantity.value for one in told}) > 1 or any(agree(title, one) for one in told):
        return None
    named = all(_fate(one) == fate and _is_plain(one, fate) and not _is_of_some(one, fate) for one in told)
    return told[0] if named and told[0].paragraph <= LEAD else None


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number of those whom something befell that differs from the one told just before it."""
    known: list[tuple[int, Mention]] = []
    for two in mentions:
        if two.title or not (two.quantity.unit.name in PEOPLE and two.quantity.is_exact and not two.quantity.hedges):
            continue
        named = TOLD.search(two.before) if WORD in two.before else None
        fate = int(named.lastgroup[1:]) if named and named.lastgroup else _fate(two)
        alike = [one for at, one in known if at == fate]
        if named and alike and _is_taken_up(alike, two):
            yield replace(relate((alike[-1], two), "level"), doubtful=True)
        if fate is not None:
            known.append((fate, two))


def _is_taken_up(alike: Sequence[Mention], two: Mention) -> bool:
    """Whether the last of the same fate is told just before, of one matter and one time, and none is that number."""
    one = alike[-1]
    if one.passage is two.passage or two.paragraph - one.paragraph > NEAR or any(agree(each, two) for each in alike):
        return False
    told = [each.passage.words(each.passage.span) for each in (one, two)]
    return not (any(map(OTHER.search, told)) or LATER.search(told[1]) or LED.search(one.ahead) or LED.search(two.ahead))


def _fate(one: Mention) -> int | None:
    match = FATE.match(one.passage.text, one.quantity.span.end)
    return int(match.lastgroup[1:]) if match and match.lastgroup else None


def _other(fate: int) -> re.Pattern[str]:
    return OTHER_RACE if fate == RACED else OTHER


def _is_plain(one: Mention, fate: int) -> bool:
    """Whether it counts people, to the dot but where they run by the thousand."""
    return one.quantity.unit.name in PEOPLE and not one.quantity.hedges and (one.quantity.is_exact or fate == RACED)


def _is_of_some(one: Mention, fate: int) -> bool:
    """Whether others may have come to the same: people whom the sentence counts without saying what befell them."""
    passage, span = one.passage, one.quantity.span
    start = max(passage.span.start, span.start - ROOM)
    around = passage.text[start : min(passage.span.end, span.end + ROOM)]
    if _other(fate).search(around) or LED.search(passage.text, start, span.start):
        return True
    others = (each.quantity for each in passage.figures if each is not one.figure)
    return any(_counts_people(each) and not FATE.match(passage.text, each.span.end) for each in others)


def _counts_people(quantity: Quantity) -> bool:
    return quantity.unit.name in PEOPLE

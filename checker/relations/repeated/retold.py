"""same: one indicator told again further on, with a value that lies apart.

Values that lie apart are two things as a rule. That they are one is told by several signs at once: the headline has the
first value for it; the second points back (这158件青铜器, 被约谈的46所学校, 136名嫌疑人中); both have a long name in
common; a slip of the pen leads from one to the other. The sentence of the second must bring in nothing new by name, for
that would be another subject. It is for somebody to look at.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.patterns import pattern
from checker.quantities.model import Hedge
from checker.relations.cues import Act
from checker.relations.naming import pairs
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.repeated.likeness import (
    SHORTEST,
    Named,
    likeness,
    near,
    one_base,
    parallel,
    points_back,
    slip,
    untold,
)
from checker.relations.repeated.mentions import BOUNDS, CHANGING, Mention, agree, comparable, relate
from checker.relations.repeated.names import core

FAR, KEPT, TITLES, MANY = 12, 6, 8, 32
"""Paragraphs further apart speak of other things; so many figures of a word, a headline, a value count."""

ENOUGH = 3
"""What the signs must add up to; the headline and pointing back are two each."""

SIZES = (3, 4, 6)
"""Of how many characters a common name must be for one, two and three signs."""

STRANGE = 1
"""So many pairs of characters of the second's words may be new: 被约谈的 after 约谈."""

THESE = pattern("(?:[这该]|上述)$")
AMONG = pattern("^[\u4e00-\u9fff]{0,8}?(?:当中|[中里])(?:$|有|已|仅|只|就|还|超|近|约|大|绝|最|占|主)")
SPEAKER = pattern(
    "[\u4e00-\u9fff“”]{0,30}(?:说|介绍|表示|告诉(?:记者|我们)|称|透露|指出|强调|坦言|提到|谈到|算了一笔账|统计|了解到?|获悉|得知|看到"
    "|显示)道?[，：,:“”]+|(?:据悉|可见|此外|同时|目前|如今|眼下|现在|截至目前|到目前为止)[，,]?"
)
ADDED_UP = pattern("合计|总计|累计|加起来|两项|几项")
FURTHER = pattern("另|又|再|还|后|其余|其他|剩|追加|新增|增加|补")
PERSON = pattern("[他她]")
"""What opens so is of whom the sentence before tells."""

SHARED = pattern(
    r"[^，,。；;（）()]{0,6}[，,（(]占(?P<of>[^，,。；;]{0,12}?)(?:约|近|超过)?(?P<rate>\d{1,3}(?:\.\d{1,4})?%)"
)
"""80名，占报名学员总数的40%."""

SUBJECT = 4
REGION = pattern("[全我该]([国省市县区州旗镇乡村])")
PART = "其中"


@dataclass(frozen=True, slots=True)
class Told:
    """What the article tells: its headline's figures, and those of the body by sentence, by value and by sort.

    Those of a sort stand in the order of the text, with the paragraph of each beside it.
    """

    title: Sequence[Named]
    heading: str
    sentences: Mapping[Passage, Sequence[Named]]
    values: Mapping[object, Sequence[Named]]
    sorts: Mapping[object, tuple[list[int], list[Mention]]]

    @classmethod
    def by(cls, title: Sequence[Named], body: Sequence[Named]) -> "Told":
        """The figures of an article, as they are looked up."""
        sentences: dict[Passage, list[Named]] = defaultdict(list)
        values: dict[object, list[Named]] = defaultdict(list)
        sorts: dict[object, tuple[list[int], list[Mention]]] = defaultdict(lambda: ([], []))
        for one in body:
            mention = one.mention
            sentences[mention.passage].append(one)
            values[_value(one)].append(one)
            sorts[mention.key][0].append(mention.paragraph)
            sorts[mention.key][1].append(mention)
        return cls(title, title[0].mention.sentence if title else "", sentences, values, sorts)

    def confirmed(self, one: Named, two: Named) -> bool:
        """Whether the headline has the first of two values and not the second."""
        agreeing = [each for each in self.title if each.mention.key[:2] == one.mention.key[:2]]
        if any(agree(each.mention, two.mention) for each in agreeing):
            return False
        return any(
            agree(each.mention, one.mention)
            and (each.pairs & one.pairs or likeness(each, two) >= SHORTEST or _is_of(each.mention, one.mention))
            for each in agreeing
        )

    def denies(self, two: Named) -> bool:
        """Whether the headline has the second value, be it of something else."""
        return any(
            each.mention.key[:2] == two.mention.key[:2] and agree(each.mention, two.mention) for each in self.title
        )

    def crowded(self, one: Named, two: Named, like: int) -> bool:
        """Whether the sentence of the one tells another of its sort that is called as the second is."""
        here = one.mention
        return any(
            each is not one and each.mention.key == here.key and likeness(each, two) >= like
            for each in self.sentences[here.passage]
        )

    def twice(self, one: Named) -> bool:
        """Whether the body has that value again under the same name."""
        same = self.values[_value(one)][:MANY]
        return any(each is not one and likeness(each, one) >= SHORTEST for each in same)

    def explained(self, one: Named, two: Named) -> bool:
        """Whether others that are told beside them make the one value the other: 10名, 另外两名, 12名."""
        left, right = one.mention, two.mention
        paragraphs, alike = self.sorts[left.key]
        between = alike[bisect_left(paragraphs, left.paragraph) : bisect_right(paragraphs, right.paragraph)]
        beside = [each.size for each in between if FURTHER.search(each.passage.words(each.figure.before))]
        return bool(beside) and abs(left.size - right.size) in (*beside, sum(beside))


def _value(one: Named) -> object:
    # Equal fractions have equal halves, whose hash takes no power of a number.
    return one.mention.key, one.mention.size.as_integer_ratio()


SAMPLE = pattern("受访|被调查|被访|接受调查|参与调查|抽样|抽查|抽检|样本|问卷")
"""在受访的|120家企业里: not all of them."""


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every two values of one indicator that stand apart, the second tied to the first by several signs."""
    named = [Named(one) for one in mentions]
    title = [one for one in named if one.mention.title][:TITLES]
    body = [one for one in named if not one.mention.title and _is_level(one)]
    told = Told.by(title, body)
    seen: dict[object, list[Named]] = {}
    for two in body:
        keys = [(two.mention.key, word) for word in two.keys]
        known = dict.fromkeys(one for key in keys for one in seen.get(key, ()))
        one = next((each for each in reversed(known) if _is_again(each, two, told)), None)
        if one is not None:
            yield replace(relate((one.mention, two.mention), "level"), doubtful=True)
        for key in keys:
            kept = seen.setdefault(key, [])
            if len(kept) < KEPT:
                kept.append(two)


def _is_level(one: Named) -> bool:
    """Whether it tells how much there is of something, a rate by its name, or the change of something named."""
    mention = one.mention
    if not BOUNDS.isdisjoint(mention.quantity.hedges) or Hedge.MORE in mention.quantity.hedges or not one.is_indicator:
        return False
    if mention.figure.is_rate:
        return len(one.name) >= SIZES[0] if mention.cue.act in CHANGING else core(mention.before).endswith("率")
    return mention.figure.is_amount and mention.cue.act in (Act.LEVEL, Act.SUM, Act.TO)


def _is_again(one: Named, two: Named, told: Told) -> bool:
    """Whether enough signs say that both are one; what costs most is asked last."""
    left, right = one.mention, two.mention
    if left.sentence is right.sentence or not 0 <= right.paragraph - left.paragraph <= FAR:
        return False
    if (SAMPLE.search(left.before) is None) is not (SAMPLE.search(right.before) is None):
        return False
    slipped, these = slip(left, right), THESE.search(right.before) is not None
    confirmed = told.confirmed(one, two)
    if not (confirmed or slipped) or agree(left, right) or told.denies(two):
        return False
    if not slipped and _shares_apart(left, two):
        return False
    like = likeness(one, two)
    pointed = _points_back(one, two)
    if like < SHORTEST or not _is_of_one(one, two, told, like, pointed=pointed):
        return False
    if len(_strange(two, f"{told.heading}|{left.sentence}", pointed=pointed)) > STRANGE:
        return False
    if _is_wider(two, f"{told.heading}|{left.sentence}") or not (slipped or pointed or near(left, right)):
        return False
    signs = sum(like >= size for size in SIZES) + slipped + 2 * (pointed + confirmed)
    if confirmed:
        return signs >= ENOUGH
    if (these and pointed) or (like >= SIZES[0] and signs + 1 >= ENOUGH and told.twice(one)):
        return True
    return like >= SIZES[1] and slipped > 0 and _of_one_act(left, right) and not parallel(left, right)


def _shares_apart(one: Mention, two: Named) -> bool:
    """Whether both are other shares of something, or the second is what the first is a share of."""
    part, right = SHARED.match(one.passage.text, one.quantity.span.end), two.mention
    other = SHARED.match(right.passage.text, right.quantity.span.end) if part else None
    if part is None:
        return False
    return part["rate"] != other["rate"] if other else len(two.noun) >= SHORTEST and two.noun[:SHORTEST] in part["of"]


def _of_one_act(one: Mention, two: Mention) -> bool:
    """Whether the words before both make the same of them: 现有31280张 and 共有34280张, but not a sum of several."""
    if one.cue.act is two.cue.act:
        return True
    moves = one.cue.act in CHANGING or two.cue.act in CHANGING
    return not moves and not any(ADDED_UP.search(each.before) for each in (one, two))


def _is_of_one(one: Named, two: Named, told: Told, like: int, *, pointed: bool) -> bool:
    """Whether nothing tells that they are of two times, two scopes or two items of a list."""
    left, right = one.mention, two.mention
    if PART in left.ahead or PART in right.ahead or not (comparable(left, right) and one_base(left, right)):
        return False
    if _is_of_another(left, right) or told.explained(one, two):
        return False
    if untold(one.scopes, right.sentence) or untold(two.scopes, left.sentence):
        return False
    return not told.crowded(one, two, like) and (pointed or not told.crowded(two, one, like))


def _is_of_another(one: Mention, two: Mention) -> bool:
    """Whether the second is told of a person whom the sentence before brings in, and the first of none such."""
    before = two.passage.earlier
    if before is None or not PERSON.match(two.sentence.lstrip()):
        return False
    known = pairs(one.sentence) | (
        pairs(one.passage.earlier.words(one.passage.earlier.span)) if one.passage.earlier else set()
    )
    return pairs(before.words(before.span).lstrip()[:SUBJECT]).isdisjoint(known)


def _points_back(one: Named, two: Named) -> bool:
    """Whether the second is of those that were told of before."""
    here = two.mention
    if THESE.search(here.before):
        return bool(two.noun)
    beside = pairs(two.noun[:SHORTEST]) <= one.pairs
    if AMONG.match(here.after):
        return len(two.noun) > SHORTEST and beside
    return points_back(two) and len(two.name) >= SHORTEST and (not two.noun or beside)


def _is_of(title: Mention, one: Mention) -> bool:
    """Whether the headline prints a value of the body, in a sentence that speaks of the same."""
    shared = pairs(title.sentence) & pairs(one.sentence)
    return title.quantity.numeral == one.quantity.numeral and len(shared) >= SHORTEST


def _is_wider(one: Named, known: str) -> bool:
    """Whether it is of a region that nothing there is: 全县 after what a town has."""
    return any(found[1] not in known for found in REGION.finditer(one.mention.ahead))


def _strange(one: Named, known: str, *, pointed: bool) -> set[str]:
    """What its sentence brings in before it, beside who says so, that is not known from there."""
    if pointed:
        return pairs(one.name) - pairs(known)
    ahead, end = one.mention.ahead, 0
    for found in SPEAKER.finditer(ahead):
        end = found.end()
    words = ahead[end:].removesuffix(one.mention.before) + "|" + one.name
    return pairs(words) - pairs(known)

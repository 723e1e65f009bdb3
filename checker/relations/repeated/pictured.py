"""same: what the caption of a picture says of the thing that it names, against what the body says of it.

设36个班 in the paragraph on 城东实验小学; 图为城东实验小学。该校设30个班 below: the same verb, unit and noun, told
once in the body in a paragraph that names the thing. It is for somebody to look at.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.patterns import pattern
from checker.relations.naming import pairs
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.relations.repeated.likeness import slip
from checker.relations.repeated.mentions import Mention, agree, comparable, relate
from checker.relations.slips import turned

CAPTION = pattern(
    "\\s*(?:[▲△●■（(]\\s*)?(?:上|下|左|右|本)?图(?:片)?[为是：:](?:[^，。；（(]{0,12}的)?(?P<name>[\u4e00-\u9fff]{3,14})(?=[，。；（(])"
)
OF_PICTURE = pattern(
    "\\s*(?:[▲△●■（(]\\s*)?(?:[上下左右本][图]|图(?:片)?(?:说明)?[①-⑳0-9一二三四五六]?[为是：:]|图[①-⑳0-9一二三四五六]\\s)"
)
POINTING = pattern("(?:该|这[座所家个条])(?P<kind>[\u4e00-\u9fff])")
KINDS = frozenset("校村镇乡厂园站桥馆院楼店场社区街路港区水公企项")
VERB = pattern("(?P<verb>[设有占种养住建达为长高宽藏收产开招])[了有]?$")
KEPT, LONG, NAMED = 8, 3, 8
TAIL, NOUN, REACH = 4, 1, 400
"""How many characters at the end of its name tell a thing, how many behind a number what is counted, and how far back
the name is looked for.
"""


def told_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number of a caption that the body tells otherwise."""
    shown: list[tuple[Mention, str]] = []
    body: dict[object, list[Mention]] = {}
    for one in mentions:
        said = None if one.title or one.quantity.hedges or one.scope else _said(one)
        if said is None:
            continue
        name = _name(one.passage)
        if name:
            shown.append((one, name))
        else:
            body.setdefault(said, []).append(one)
    for one, name in shown:
        told = body.get(_said(one), [])[:KEPT]
        if not told or len({each.size for each in told}) > 1 or agree(told[0], one):
            continue
        if _is_on(told[0], name) and comparable(told[0], one):
            yield replace(relate((one, told[0]), "level"), doubtful=True)


def turned_again(mentions: Sequence[Mention]) -> Iterator[Relation]:
    """Every number of a caption that but for a slip of the pen is what the body counts by the same noun."""
    plain = [one for one in mentions if not (one.title or one.quantity.hedges or one.figure.is_rate)]
    shown = [one for one in plain if len(one.digits) >= LONG and _is_caption(one.passage)]
    body: dict[object, list[Mention]] = {}
    for one in plain if shown else ():
        if not _is_caption(one.passage):
            body.setdefault(one.key, []).append(one)
    for one in shown:
        noun = pairs(one.after[:NAMED])
        told = [each for each in body.get(one.key, ()) if noun & pairs(each.after[:NAMED])]
        if len({each.size for each in told}) != 1 or agree(told[0], one):
            continue
        if turned(one.quantity.digits, told[0].quantity.digits) or (len(one.digits) > LONG and slip(one, told[0])):
            yield replace(relate((one, told[0]), "level"), doubtful=True)


def _is_caption(passage: Passage) -> bool:
    """Whether a sentence stands in the paragraph of a caption, as far as that opens near it."""
    start = passage.span.start
    line = max(passage.text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
    return OF_PICTURE.match(passage.text, line, passage.span.end) is not None


def _said(one: Mention) -> object:
    """The verb, the measure and what is counted; None where there is no such verb."""
    verb = VERB.search(one.before)
    return (one.key, verb["verb"], one.after[:NOUN]) if verb else None


def _name(passage: Passage) -> str:
    """What the picture shows, by the caption that a sentence opens, or goes on with by pointing at it."""
    start = passage.span.start
    own = CAPTION.match(passage.text, start, passage.span.end)
    if own:
        return own["name"]
    pointed = POINTING.match(passage.text, start)
    if pointed is None or pointed["kind"] not in KINDS:
        return ""
    line = max(passage.text.rfind("\n", max(0, start - REACH), start) + 1, start - REACH)
    shown = CAPTION.match(passage.text, line, start)
    return shown["name"] if shown else ""


def _is_on(one: Mention, name: str) -> bool:
    """Whether the paragraph of a number, or the one before, names the thing before it, and no other of its kind."""
    text, at = one.passage.text, one.quantity.span.start
    own = text.rfind("\n", max(0, at - REACH), at)
    before = text.rfind("\n", max(0, own - REACH), max(0, own - 1))
    for start in (own, before):
        lead = text[max(0, start, at - 2 * REACH) : at]
        if name[-TAIL:] in lead:
            others = re.findall(f"[\u4e00-\u9fff]{{2}}{re.escape(name[-2:])}", lead)
            return all(other[-TAIL:] == name[-TAIL:] for other in others)
    return False

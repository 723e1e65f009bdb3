"""Some of the things that a number before counted, told only by what they did: 基金125只，29只|亏损."""

from dataclasses import replace

from checker.extraction.counting import is_thing
from checker.extraction.naming import Naming
from checker.extraction.nominals import spelt
from checker.extraction.parsing import Word, Words
from checker.lexicon.predicates import verbs
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.relations.cues import Act

DONE = frozenset((Part.VERB, Part.NOMINAL, Part.ADVERB))

MEASURE = pattern(
    "(?:新增|完成|实现|累计|计划|合计|总)?(?:总?产值|总?投资额?|总金额|总造价|总?建筑面积|占地面积|总规模)"
)
CLASSIFIERS = frozenset("个家项户")
"""What works and firms are counted with, which have such measures."""


def measures(said: Naming, last: Naming, before: Quantity) -> bool:
    """Whether a number is the bare measure of what the one ``before`` counts: 新开项目30个，|投资5亿元."""
    counts = before.unit_class is UnitClass.COUNT and before.unit.name in CLASSIFIERS
    counted = counts and last.own and last.act is Act.LEVEL and not last.counted
    return counted and said.act is Act.LEVEL and MEASURE.fullmatch(said.stem) is not None and is_thing(last.stem)


def things(last: Naming, known: str) -> str:
    """What the last number counted; where it told only what some of them did, those that were ``known`` before it."""
    return known if last.doing and not last.counted else last.counted or last.stem


def among(said: Naming, known: str, *, some: bool = False) -> Naming:
    """The indicator of a number of things that are ``known``, which are named where it only says what they did.

    ``some`` is whether the text says that there are so many of them: 其中有|3种|完成了计划.
    """
    only = not said.counted and said.suffix == "数" and said.own
    name = known.rpartition("的")[2] if only else ""
    if not name or not is_thing(name) or (is_thing(said.stem) and not (some and said.doing)):
        return said
    if said.doing:
        return replace(said, metric=f"{said.stem}的{name}数")
    name = bare_thing(name)
    done = all(word.part in DONE for word in Words(said.stem, ()).words)
    return replace(said, metric=f"{said.stem}{name}数", stem=f"{said.stem}{name}") if done and said.stem else said


def _is_done(word: Word) -> bool:
    return word.part in DONE or verbs().fullmatch(word.text) is not None


def bare_thing(name: str) -> str:
    """The name of things without what was done to them: 新建|学校."""
    words = Words(name, ()).words
    at = next((nth for nth, word in enumerate(words) if not _is_done(word)), 0)
    return spelt(words[at:])

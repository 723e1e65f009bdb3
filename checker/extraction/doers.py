"""Noun phrases that something is said of, where no name is known: 盛泰光电|引领, 老铺面条馆|推出."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.extraction.bodies import verbal
from checker.extraction.naming import RATE
from checker.extraction.nominals import AND, NOUNS, QUOTES, is_agent, is_proper, measured, nominal, spelt
from checker.extraction.parsing import Word, Words
from checker.extraction.whereabouts import NO_NAME, is_region
from checker.lexicon.clauses import any_of
from checker.lexicon.clauses import words as known
from checker.lexicon.organisations import endings
from checker.lexicon.predicates import predicates, verbs
from checker.lexicon.speech import Part
from checker.lexicon.words import is_ordinary
from checker.patterns import one_of, pattern

SAID = pattern(f"{any_of('says')}|称|说|告诉|回忆|坦言|强调|呼吁")
LEVELLED = pattern("(?<=..)(?:年均|同比|环比|平均|一度|盘中|全程|总体)$")
HAN = pattern("[一-鿿]+")
NUMBERED = pattern("[一二三四五六七八九十两数几]+(?:人|家|地|方|个|国|市)")
NAMING = pattern(any_of("deverbal", "trade"))
GENERIC = pattern(any_of("generic"))
ASPECT = pattern(f"(?:{any_of('aspect')})$")
BODY = pattern(f"(?<=...)(?:{one_of(endings('form'))})$")
INDICATOR = pattern(f"(?:{any_of('indicator')})$")
OPENERS = frozenset((Part.ADVERB, Part.CONJUNCTION, Part.PARTICLE, Part.TIME, Part.MARK))
PREDICATES = frozenset((Part.VERB, Part.ADVERB, Part.PREPOSITION, Part.NOMINAL))
INSIDES = frozenset(("内", "里", "旗下", "下属", "中"))
OWNED = ("制度", "股份", "股权")
"""Things that end like rates."""

MANNER = pattern("[多全分各][一-鿿]{2}")
"""Nouns that only say how something is done: 多渠道|筹集, 全方位|推进."""

TO = ("至", "到")
"""Behind a place these lead to another: 青江|至云州通行时间."""

FAR, LEAST, SLOGAN = 80, 2, 3
"""Quoted words of three characters and less are slogans rather than names: “降碳”提速."""


@dataclass(frozen=True, slots=True)
class Actor:
    """``name`` in full, ``words`` as printed, and where the words end.

    ``anaphoric`` is one that is spoken of again, ``known`` one by a name and not only by what stands before a verb;
    ``named`` is one that a sentence may go back to.
    ``weak`` is a word for a sort of things, ``described`` a thing told by a clause before it;
    ``placed`` is a place in full or in short, or a work by its title; ``proper`` one by a name of its own, and no
    common noun.
    """

    name: str
    words: str
    end: int
    anaphoric: bool = False
    known: bool = True
    named: bool = True
    weak: bool = False
    described: bool = False
    placed: bool = False
    proper: bool = True

    @property
    def is_unmet(self) -> bool:
        """Whether it is spoken of again as 该厂, and stands for nothing that has the name of one."""
        return self.anaphoric and self.name == self.words and self.words[:1] in known("determiner")

    @property
    def is_place(self) -> bool:
        """Whether it is a place, or something spoken of again: numbers of it may stand right behind."""
        return self.anaphoric or self.placed or is_region(self.name)


def doer(words: Words, start: int, at: int, end: int) -> Actor | None:
    """Whom the words from ``at`` on speak of by what is said of them; those from ``start`` only lead up to it."""
    text = words.text
    if any(word.part is Part.PREPOSITION for word in words.between(start, at)) or text[at - 1 : at] in ("）", ")"):
        return None
    at -= text[at - 1 : at] in ("“", "《") and at > start
    found = words.between(at, min(end, at + FAR))
    first, stop = _phrase(found)
    rest = found[stop + 1 :] if stop < len(found) and found[stop].text in INSIDES else found[stop:]
    topic = not rest and found[:1] and found[0].part is Part.NUMBER and text[end : end + 1] == "，"
    if stop == first or not (topic or (rest and _is_predicate(rest))):
        return None
    if stop - first == 1 and found[first].part is Part.NOMINAL and (_is_placed(rest) or _is_when(rest)):
        return None
    if _is_manner(found, first, stop) or (rest and rest[0].text in TO and found[stop - 1].part is Part.NAME):
        return None
    name, last = _unquoted(text, found[first:stop]), found[stop - 1]
    if _is_nobody(name, last):
        return None
    described = first > 0 and found[first - 1].part is Part.OF and not topic
    quoted = last.text[:1] not in QUOTES or (stop - first == 1 and len(name) > SLOGAN)
    sure = is_agent(last) and not described and quoted
    weak = described or (not sure and stop - first == 1)
    named = last.part is Part.NAME or len(last.text) == 1
    printed = spelt(found[first:stop])
    stop_at = rest[0].start if rest else end
    proper = (sure and BODY.search(name) is not None) or is_proper(found[first:stop])
    return Actor(name, printed, stop_at, known=sure, named=named, weak=weak, described=described, proper=proper)


def _is_manner(words: Sequence[Word], first: int, stop: int) -> bool:
    """Whether a word behind an adverb only says how something is done: 持续|强力|推进."""
    return first > 0 and stop - first == 1 and words[first - 1].part is Part.ADVERB and not is_agent(words[first])


def _is_placed(words: Sequence[Word]) -> bool:
    """Whether words go on with where something is done, up to 的: 设置|在路口的…."""
    placed = bool(words) and words[0].text in ("在", "于")
    return placed and any(word.part is Part.OF for word in words)


def _is_when(words: Sequence[Word]) -> bool:
    """Whether words go on with when something is done: 投产|后可年产…."""
    return bool(words) and words[0].text in known("since")


def _phrase(words: Sequence[Word]) -> tuple[int, int]:
    """From where to where the noun phrase goes that a clause begins with."""
    if words and words[0].text in AND:
        return 0, 0
    opened = (nth for nth, word in enumerate(words) if word.part not in OPENERS or word.text in QUOTES)
    first = next(opened, len(words))
    first += first + 1 < len(words) and words[first].part is Part.NUMBER
    described = _described(words, first)
    if described:
        return described
    verb = first < len(words) and _is_unknown(words[first])
    stop = compounded(words, nominal(words, first, verbal=verb))
    numbered = first < stop < len(words) - 1 and words[stop].part is Part.NUMBER
    if numbered and HAN.fullmatch(words[stop].text) and words[stop + 1].part is Part.VERB:
        stop += 1
    return first, stop


def _described(words: Sequence[Word], first: int) -> tuple[int, int] | None:
    """The noun behind the 的 of a clause that says which one is meant: 从地里刨出来的|红薯."""
    if first >= len(words) or words[first].part not in (Part.VERB, Part.PREPOSITION):
        return None
    stop = nominal(words, first)
    of = next((nth for nth in range(stop - 1, first, -1) if words[nth].part is Part.OF), 0)
    return (of + 1, stop) if of else None


def _is_unknown(word: Word) -> bool:
    """Whether what the dictionary has for a verb may as well begin a name: 兴全|汇吉|一年."""
    told = predicates().match(word.text) or verbal().match(word.text)
    return word.part is Part.VERB and not told and (not is_ordinary(word.text) or NAMING.match(word.text) is not None)


def compounded(words: Sequence[Word], stop: int) -> int:
    """Where a noun phrase ends that goes on behind a verb which only makes a name: 房地产|开发|投资, 移民|搬迁|工程."""
    while 0 < stop < len(words) - 1 and words[stop].part is Part.VERB:
        verb, after = words[stop], words[stop + 1]
        does = predicates().fullmatch(verb.text) is not None
        if after.part is Part.VERB and not does:
            return stop + (predicates().fullmatch(after.text) is not None and not is_agent(words[stop - 1]))
        acts = not NAMING.fullmatch(verb.text) and (does or is_agent(words[stop - 1]))
        if after.part not in NOUNS or acts:
            break
        stop = nominal(words, stop + 1, verbal=False)
    return stop


def _is_predicate(words: Sequence[Word]) -> bool:
    """Whether words say something of what stands before them, and not only how much of it there is."""
    said, after = words[0], words[min(1, len(words) - 1)]
    told = said.part in PREDICATES and not measured(words) and not said.text.startswith("占")
    return told and words[-1].part is not Part.OF and after.text not in AND and not SAID.match(said.text)


def _unquoted(text: str, words: Sequence[Word]) -> str:
    """The words of a name, without quotation marks that stand around all of it or have no partner."""
    name = spelt(words).rstrip("及和与")
    name = LEVELLED.sub("", name)
    if name.count("”") > name.count("“") and text[words[0].start - 1 : words[0].start] == "“":
        name = f"“{name}"
    if name.count("“") != name.count("”") or name.count("《") != name.count("》"):
        return name.strip("“”《》")
    return name[1:-1] if name[:1] in QUOTES and name[-1:] in QUOTES else name


def _is_nobody(name: str, last: Word) -> bool:
    """Whether a noun phrase is what is measured, or says nobody's name."""
    if len(name) < LEAST or last.part is Part.PRONOUN or GENERIC.fullmatch(name) or NUMBERED.match(name):
        return True
    if verbs().match(name) or MANNER.fullmatch(name):
        return True
    rate = RATE.search(name)
    # A single character is the end of a name as well: 印度, 恒发拉比.
    measured = INDICATOR.search(name) or (rate and len(rate[0]) > 1 and not name.endswith(OWNED))
    return bool(NO_NAME.fullmatch(name) or measured or ASPECT.search(name))

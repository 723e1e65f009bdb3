"""Round-ups made up at random: sections about sisters of one family, from all over China, clean or with a fault.

A family is the counties of a prefecture, the prefectures of a province, the towns of a county, companies, schools,
villages, teams or departments.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from checker.gazetteer import Gazetteer, Place
from tests.extraction import frames

HAN = "一二三四五六七八九十"


@dataclass(frozen=True)
class Paragraph:
    """``about`` is whose paragraph it says it is (its subjects), empty where it does not say."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class Section:
    """``name`` as the text has it, ``short`` as headings and captions may."""

    name: str
    short: str
    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class RoundUp:
    """An article by its parts. ``fault`` is the text in which the fault is, empty where there is none."""

    title: str
    sections: tuple[Section, ...]
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    style: str = ""
    sort: str = ""
    fault: str = ""

    def text(self) -> str:
        """As a newsroom would send it."""
        parts = [self.title]
        for section in self.sections:
            parts += [*([section.heading] if section.heading else []), *(one.text for one in section.paragraphs)]
        return "\n\n".join([*parts, *self.captions, *self.bylines]) + "\n"

    def with_section(self, at: int, paragraphs: Sequence[Paragraph], fault: str = "") -> "RoundUp":
        """With other paragraphs in one section."""
        changed = replace(self.sections[at], paragraphs=tuple(paragraphs))
        sections = (*self.sections[:at], changed, *self.sections[at + 1 :])
        return replace(self, sections=sections, fault=fault or self.fault)


STYLES: dict[str, Callable[[int, str, str, str], str]] = {
    "slogan": lambda _, name, short, slogan: f"{short} {slogan}",
    "full slogan": lambda _, name, short, slogan: f"{name} {slogan}",
    "bracket": lambda _, name, short, slogan: f"【{name}】",
    "bracket slogan": lambda _, name, short, slogan: f"【{name}】{slogan}",
    "colon": lambda _, name, short, slogan: f"{name}：{slogan}",
    "square": lambda _, name, short, slogan: f"■{name}",
    "square short": lambda _, name, short, slogan: f"■{short}",
    "star bar": lambda _, name, short, slogan: f"★{name}｜{slogan}",
    "han": lambda n, name, short, slogan: (
        f"{HAN[n % 10]}、{name}：{slogan}" if n < 10 else f"十{HAN[n - 10]}、{name}：{slogan}"
    ),
    "han bracket": lambda n, name, short, slogan: f"（{HAN[n]}）{name}" if n < 10 else f"（十{HAN[n - 10]}）{name}",
    "digit": lambda n, name, short, slogan: f"{n + 1}. {name}",
    "hash": lambda _, name, short, slogan: f"## {name}",
    "hash slogan": lambda _, name, short, slogan: f"### {short}：{slogan}",
    "bare": lambda _, name, short, slogan: name,
    "piece": lambda _, name, short, slogan: f"{short}篇",
    "bold": lambda _, name, short, slogan: f"**{name}**",
    "visit": lambda _, name, short, slogan: f"走进{name}",
    "dash": lambda _, name, short, slogan: f"{name}——{slogan}",
    "none": lambda _, name, short, slogan: "",
    "label": lambda _, name, short, slogan: "",
    "label colon": lambda _, name, short, slogan: "",
}


@cache
def families() -> dict[str, list[tuple[str, tuple[tuple[str, str], ...]]]]:
    """By sort: what lies above and the (name, short name) of its members."""
    gazetteer = Gazetteer.load()
    provinces = [place for code in range(11, 66) if (place := gazetteer.place(f"{code}0000"))]
    below: list[tuple[Place, tuple[Place, ...]]] = []
    for province in provinces:
        children = gazetteer.children(province)
        below.append((province, children))
        below += [(child, gazetteer.children(child)) for child in children]
    known = [(above.name, names) for above, places in below if len(names := _names(places)) >= 4]
    counties = [county for above, places in below for county in places if county.code[4:] != "00"][::37]
    towns = [(county.name, _names(gazetteer.towns(county))) for county in counties]
    return {"places": known, "towns": [one for one in towns if len(one[1]) >= 4]}


def _names(places: Sequence[Place]) -> tuple[tuple[str, str], ...]:
    kept = {place.name: place.short for place in places if place.valid_to is None and len(place.short) >= 2}
    return tuple(kept.items())


MADE = {
    "companies": lambda dice: [
        (f"{word}{trade}{end}", f"{word}{trade}")
        for end in [dice.choice(("公司", "有限公司", "集团"))]
        for word, trade in zip(dice.sample(frames.WORDS, 12), dice.sample(frames.TRADES, 12), strict=True)
    ],
    "schools": lambda dice: [
        (f"{word}{end}", f"{word}{end}")
        for end in [dice.choice(("小学", "中学"))]
        for word in dice.sample(frames.WORDS, 12)
    ],
    "villages": lambda dice: [(f"{word}村", f"{word}村") for word in dice.sample(frames.WORDS, 12)],
    "teams": lambda dice: [
        (f"{word}{end}", f"{word}{end}")
        for end in [dice.choice(("队", "大队", "车队"))]
        for word in dice.sample(frames.WORDS, 12)
    ],
    "departments": lambda dice: [(f"市{word}", f"市{word}") for word in dice.sample(frames.BUREAUS, 12)],
}
SORTS = ("places", "places", "places", "places", "towns", "towns", *MADE)


def made(seed: int, style: str = "", sort: str = "") -> RoundUp:
    """A clean round-up; the same one for the same seed."""
    dice = random.Random(seed)
    sort = sort or dice.choice(SORTS)
    style = style or dice.choice(list(STYLES))
    city, family = _family(dice, sort)
    members = dice.sample(family, min(len(family), dice.randint(3, 12)))
    writer = _Writer(dice, city, [name for name, _ in family], long=sort != "places")
    slogans = dice.sample(frames.SLOGANS, len(members))
    sections = [
        Section(name, short, STYLES[style](number, name, short, slogan), writer.section(name, short))
        for number, ((name, short), slogan) in enumerate(zip(members, slogans, strict=True))
    ]
    label = {"label": "【{}】", "label colon": "{}："}.get(style, "")
    if label:
        sections = [
            replace(one, paragraphs=(Paragraph(label.format(one.name) + one.paragraphs[0].text), *one.paragraphs[1:]))
            for one in sections
        ]
    captions: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    if dice.random() < 0.5:
        captions = tuple(
            f"{'①②③④⑤⑥⑦⑧⑨⑩⑪⑫'[n]}{one.short}：{writer.clause(frames.ENDING)}。" for n, one in enumerate(sections)
        )
    if dice.random() < 0.5:
        bylines = ("（本报记者 周明 李小兰）",)
    if dice.random() < 0.3:
        refrain = Paragraph(dice.choice(frames.REFRAINS))
        sections = [replace(one, paragraphs=(*one.paragraphs[:-1], refrain, one.paragraphs[-1])) for one in sections]
    if dice.random() < 0.3:
        bylines = (*bylines, *frames.FOOTERS)
    title = f"{city}各地见闻" if city else "一线见闻"
    return RoundUp(title, tuple(sections), captions, bylines, style, sort)


def _family(dice: random.Random, sort: str) -> tuple[str, Sequence[tuple[str, str]]]:
    if sort in MADE:
        return "市里", MADE[sort](dice)
    return dice.choice(families()[sort])


class _Writer:
    """Fills frames; no clause twice in one article."""

    def __init__(self, dice: random.Random, city: str, names: Sequence[str], *, long: bool) -> None:
        self.dice, self.city, self.names, self.long = dice, city, names, long
        self.used: set[str] = set()

    def clause(self, pool: Sequence[str]) -> str:
        for _ in range(1000):
            words = self.dice.choice(pool).format(
                what=self.dice.choice(frames.WHAT), n=self.dice.choice(frames.NUMBERS)
            )
            if words not in self.used:
                self.used.add(words)
                return words
        raise LookupError("no clause is left")

    def sentence(self, pool: Sequence[str], name: str) -> str:
        other = self.dice.choice([one for one in self.names if one != name])
        frame = self.dice.choice(pool)
        return frame.format(
            name=name,
            other=other,
            city=self.city,
            who=self.dice.choice(frames.WHO),
            deed=self.clause(frames.DOING),
            result=self.clause(frames.ENDING),
        )

    def section(self, name: str, short: str) -> tuple[Paragraph, ...]:
        called = name if self.long or self.dice.random() < 0.7 else short
        paragraphs = [Paragraph(self._run(frames.OPENERS, called), name)]
        for _ in range(self.dice.randint(0, 3)):
            roll = self.dice.random()
            if roll < 0.35:
                paragraphs.append(Paragraph(self._run(frames.PLAIN, called)))
            elif roll < 0.6:
                paragraphs.append(Paragraph(self._run(frames.GUESTS, called)))
            else:
                paragraphs.append(Paragraph(self._run(frames.SUBJECTS, called), name))
        paragraphs.append(Paragraph(self._run(frames.SUBJECTS, called), name))
        return tuple(paragraphs)

    def _run(self, pool: Sequence[str], name: str) -> str:
        rest = [*frames.PLAIN, *frames.GUESTS[:6], *frames.SUBJECTS, *frames.PARALLELS]
        return self.sentence(pool, name) + "".join(self.sentence(rest, name) for _ in range(self.dice.randint(0, 2)))


def _pair(article: RoundUp, dice: random.Random) -> tuple[int, int]:
    source, target = dice.sample(range(len(article.sections)), 2)
    return source, target


def _telling(article: RoundUp, at: int, dice: random.Random) -> int:
    """A paragraph that says whose it is, and not the first one: a section without its opening is another fault."""
    own = [index for index, one in enumerate(article.sections[at].paragraphs) if one.about and index]
    return dice.choice(own)


def pasted(article: RoundUp, dice: random.Random, *, most: int = 1, moved: bool = False) -> RoundUp:
    """Paragraphs of one section at the end, or in the midst, of another."""
    source, target = _pair(article, dice)
    home, host = article.sections[source].paragraphs, article.sections[target].paragraphs
    last = _telling(article, source, dice)
    first = max(1, last + 1 - most)
    block = home[first : last + 1]
    at = dice.randint(1, len(host))
    result = article.with_section(target, [*host[:at], *block, *host[at:]], block[-1].text)
    return result.with_section(source, [*home[:first], *home[last + 1 :]]) if moved else result


def half(article: RoundUp, dice: random.Random) -> RoundUp:
    """The last sentences of a paragraph behind the first sentence of another section's."""
    source, target = _pair(article, dice)
    host = article.sections[target].paragraphs
    words = article.sections[source].paragraphs[_telling(article, source, dice)].text
    at = dice.randrange(len(host))
    joined = Paragraph(host[at].text.split("。")[0] + "。" + words)
    return article.with_section(target, [*host[:at], joined, *host[at + 1 :]], words)


def swapped(article: RoundUp, dice: random.Random, *, everywhere: bool) -> RoundUp:
    """One paragraph's own name put for a sister's, at its first place or at all of them."""
    source, target = _pair(article, dice)
    host = article.sections[target]
    other = article.sections[source].name
    at = _telling(article, target, dice)
    words = host.paragraphs[at].text
    own = host.name if host.name in words else host.short
    words = words.replace(own, other, -1 if everywhere else 1)
    return article.with_section(target, [*host.paragraphs[:at], Paragraph(words), *host.paragraphs[at + 1 :]], words)


def exchanged_captions(article: RoundUp, dice: random.Random) -> RoundUp:
    """Two captions that stand for each other's section."""
    one, other = sorted(_pair(article, dice))
    captions = list(article.captions)
    first, second = (article.sections[index].short for index in (one, other))
    captions[one] = captions[one].replace(first, second, 1)
    captions[other] = captions[other].replace(second, first, 1)
    return replace(article, captions=tuple(captions), fault=captions[other])


def copied_at_home(article: RoundUp, dice: random.Random, *, edited: bool = False) -> RoundUp:
    """A paragraph of 30 letters and more a second time in its own section, perhaps with two words changed."""
    at = dice.randrange(len(article.sections))
    host = article.sections[at].paragraphs
    words = max((one.text for one in host), key=len)
    if edited:
        words = words.replace("，", "，" + dice.choice(("如今", "眼下", "果然")), 1)
        words = words.replace("的", "那些", 1) if len(words) > 60 else words
    return article.with_section(at, [*host, Paragraph(words)], words)


def passage_copied(article: RoundUp, dice: random.Random) -> RoundUp:
    """The last two sentences of a paragraph a second time at the end of another one of the same section."""
    at = dice.randrange(1, len(article.sections))
    host = article.sections[at].paragraphs
    known = [one.text for one in host[1:] if one.text.count("。") > 2 and "”" not in one.text]
    words = "".join(f"{one}。" for one in known[0].split("。")[-3:-1]) if known else ""
    if sum(map(str.isalnum, words)) < 40:
        return replace(article, fault="")
    changed = Paragraph(host[0].text + words)
    return article.with_section(at, [changed, *host[1:]], words)


Fault = Callable[[RoundUp, random.Random], RoundUp]
FAULTS: dict[str, Fault] = {
    "paragraph copied": lambda article, dice: pasted(article, dice),
    "paragraph moved": lambda article, dice: pasted(article, dice, moved=True),
    "block copied": lambda article, dice: pasted(article, dice, most=2),
    "block moved": lambda article, dice: pasted(article, dice, most=2, moved=True),
    "half a paragraph": half,
    "name swapped once": lambda article, dice: swapped(article, dice, everywhere=False),
    "name swapped everywhere": lambda article, dice: swapped(article, dice, everywhere=True),
    "copied at home": lambda article, dice: copied_at_home(article, dice),
    "copied at home and edited": lambda article, dice: copied_at_home(article, dice, edited=True),
    "passage copied at home": passage_copied,
    "captions exchanged": exchanged_captions,
}

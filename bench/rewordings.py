"""Whether a sentence means to us what it means to a reader when it is put otherwise.

    python -m bench.rewordings [--show N] [--pairs N] [--seed N]

Every sentence of the grammar's corpora is changed in ways that leave its arithmetic alone: an attribution before it, a
remark behind it, quotation marks around it, its numbers in words, spaces around them, marks of the other width. By
change is printed how many sentences without a fault then have one, and how many faults are no longer told. With
``--pairs``, also how many texts of two sentences without a fault have one.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checker import relations, yamlfile
from checker.findings import Verdict
from checker.quantities import scan
from checker.quantities.figures import in_words
from checker.readers import text as reader

CORPUS = Path(relations.__file__).parent / "corpus"
MARK = re.compile(r"\{\w+ ([^}]*)\}")
SHORT_NUMBER = re.compile(r"(?<![\d.,:：])([1-9]\d{0,3})(?![\d.,%年月日:：])")
NUMBER = re.compile(r"(\d[\d.,]*)(?=[万亿元人个名家吨公%])")
SENTENCE_END = re.compile("。$")
FULL = str.maketrans("0123456789%.", "０１２３４５６７８９％．")


@dataclass(frozen=True, slots=True)
class Rewording:
    """A change by name; one that does not apply gives the sentence back."""

    name: str
    change: Callable[[str], str]


def before(lead: str) -> Rewording:
    """Words put before the sentence."""
    return Rewording(f"before it: {lead}", lambda text: lead + text)


def behind(tail: str) -> Rewording:
    """Words put in the place of its stop."""
    return Rewording(f"behind it: {tail}", lambda text: SENTENCE_END.sub(tail, text))


REWORDINGS = (
    *map(
        before,
        ("记者昨天从市统计局获悉，", "据了解，", "数据显示，", "近日，", "一是", "全县共有12个乡镇。"),
    ),
    *map(behind, ("，创历史新高。", "，该负责人说。", "，为近年来最高。", "！", "。全县共有12个乡镇。")),
    Rewording("in quotation marks", lambda text: SENTENCE_END.sub("。”", f"“{text}")),
    Rewording("whole numbers in words", lambda text: SHORT_NUMBER.sub(lambda found: in_words(int(found[1])), text)),
    Rewording("numbers between spaces", lambda text: NUMBER.sub(r" \1 ", text)),
    Rewording("full-width figures", lambda text: text.translate(FULL)),
    Rewording("half-width commas", lambda text: text.replace("，", ",")),
    Rewording("其中，", lambda text: re.sub("其中(?![，,：:])", "其中，", text)),
)


def faults(text: str) -> set[str]:
    """The kinds of relations that the text has wrong."""
    document = reader.read(text.encode(), "reworded").flowing
    found = relations.find(document, scan(document.text))
    return {one.kind for one in found if one.verdict is Verdict.INCONSISTENT}


def sentences(*sections: str) -> Iterator[str]:
    """The single sentences of these sections of all corpora, without their marks."""
    for path in sorted(CORPUS.glob("*.yaml")):
        for section, lines in yamlfile.load(path).data.items():
            if section.partition("/")[0] in sections:
                yield from (MARK.sub(r"\1", line) for line in lines if "\n" not in line)


def counted(show: int) -> Iterator[tuple[str, int, int, int, int]]:
    """By change: how many right sentences it applies to and makes wrong, how many wrong ones, and how many it hides."""
    right = [text for text in dict.fromkeys(sentences("consistent", "nothing")) if not faults(text)]
    wrong = [(text, told) for text in dict.fromkeys(sentences("inconsistent")) if (told := faults(text))]
    for one in REWORDINGS:
        reworded = [(text, other) for text in right if (other := one.change(text)) != text]
        alarms = [other for _, other in reworded if faults(other)]
        changed = [(other, told) for text, told in wrong if (other := one.change(text)) != text]
        lost = [other for other, told in changed if told.isdisjoint(faults(other))]
        for kind, texts in (("alarm", alarms), ("lost", lost)):
            print(*(f"{kind}: {text}" for text in texts[:show]), sep="\n", end="\n" if texts[:show] else "")
        yield one.name, len(reworded), len(alarms), len(changed), len(lost)


def pairs(number: int, dice: random.Random, show: int) -> int:
    """How many texts of two right sentences, taken by chance, are wrong."""
    right = [text for text in sentences("consistent") if not faults(text)]
    told = [text for _ in range(number) if faults(text := dice.choice(("", "\n")).join(dice.sample(right, 2)))]
    print(*(f"pair: {text}" for text in told[:show]), sep="\n", end="\n" if told[:show] else "")
    return len(told)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help="print so many texts of each kind")
    parser.add_argument("--pairs", type=int, default=0, help="how many pairs of right sentences to try")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("| change | right | false alarms | wrong | lost |\n|---|---:|---:|---:|---:|")
    for row in counted(options.show):
        print("|", " | ".join(map(str, row)), "|", flush=True)
    if options.pairs:
        print(f"\nPairs: {pairs(options.pairs, random.Random(options.seed), options.show)} of {options.pairs}")


if __name__ == "__main__":
    main()

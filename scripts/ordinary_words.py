"""Writes ``checker/lexicon/data/words.txt``: ordinary words that a town's name may be taken for by mistake.

    pip download --no-deps jieba==0.42.1
    python scripts/ordinary_words.py jieba-0.42.1.tar.gz

Of the words of two and three characters that the dictionary has seen ten times and more, those that differ from the
name of some town by one character that looks or sounds like it: 中心 beside 中兴. Such a word is no misspelt name.
"""

import argparse
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from checker.lexicon.alike import word_alike

ROOT = Path(__file__).resolve().parent.parent
TOWNS = ROOT / "checker" / "gazetteer" / "data" / "towns.tsv"
TARGET = ROOT / "checker" / "lexicon" / "data" / "words.txt"
SEEN = 10


def stems() -> set[str]:
    """The short names of all towns."""
    rows = (line.split("\t") for line in TOWNS.read_text("utf-8").splitlines())
    return {row[2] or row[1] for row in rows}


def words(archive: Path) -> Iterator[str]:
    """The common short words of the dictionary."""
    with tarfile.open(archive) as files:
        name = next(one for one in files.getnames() if one.endswith("jieba/dict.txt"))
        text = files.extractfile(name)
        assert text
        for line in text.read().decode("utf-8").splitlines():
            word, seen, _ = line.split(" ")
            if len(word) in (2, 3) and int(seen) >= SEEN and all("\u4e00" <= char <= "\u9fff" for char in word):
                yield word


def masks(word: str) -> Iterator[str]:
    """The word with each of its characters left open."""
    return (f"{word[:at]}?{word[at + 1 :]}" for at in range(len(word)))


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    names, like = stems(), defaultdict[str, set[str]](set)
    for name in names:
        for mask in masks(name):
            like[mask].add(name)
    found = {
        word
        for word in words(parser.parse_args().archive)
        if word not in names and any(word_alike(word, name) for mask in masks(word) for name in like[mask])
    }
    TARGET.write_text("\n".join(sorted(found)) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()

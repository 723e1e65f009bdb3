import subprocess
import sys

import pytest

from checker.lexicon.speech import Part, part_of, tagged

PARTS = {
    ("对于", "p"): Part.PREPOSITION,
    ("截至", "v"): Part.PREPOSITION,
    ("且", "zg"): Part.CONJUNCTION,
    ("工人", "n"): Part.NOUN,
    ("建设", "vn"): Part.NOMINAL,
    ("支出", "v"): Part.NOMINAL,
    ("获评", "v"): Part.VERB,
    ("珍贵文物", "i"): Part.NOUN,
    ("拔地而起", "i"): Part.VERB,
    ("GDP", "eng"): Part.NOUN,
    ("，", "x"): Part.MARK,
    ("江海", "ns"): Part.NAME,
}


@pytest.mark.parametrize(("word", "tag"), PARTS)
def test_parts(word: str, tag: str) -> None:
    assert part_of(word, tag) is PARTS[word, tag]


@pytest.mark.parametrize("text", ["", "12家企业获评。\n", "“ＡＢ”  ok", "𠮷野家，é"])
def test_words_are_the_text(text: str) -> None:
    assert "".join(word for word, _ in tagged(text)) == text


def test_the_dictionary_is_only_loaded_when_asked_for() -> None:
    code = (
        "import sys, checker.cli, checker.engine, checker.checks, checker.extraction.drafting, checker.lexicon.speech;"
        "assert 'rjieba' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

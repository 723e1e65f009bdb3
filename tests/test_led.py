"""Patterns that are tried only where one of their first characters stands find what they would find anywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import document
from checker.checks import leftover, region_names
from checker.extraction import slots, spellings
from checker.quantities import scanner
from checker.relations import cues
from checker.relations.sums import row

LED = {
    "stop": document.STOP,
    "marks": document.MARKS,
    "amount": leftover.AMOUNT,
    "made": leftover.MADE,
    "chain": region_names.CHAIN,
    "slots": slots.TYPE,
    "spellings": spellings.TYPE,
    "candidate": scanner.CANDIDATE,
    "acts": cues._acts(),
    "open": row.OPEN,
}
LEAD = re.compile(r"\(\?=\[[^\]]*\]\)")
WORD = re.compile(r"\w+")


@pytest.mark.parametrize("name", LED)
@given(st.data())
def test_lead_loses_nothing(name: str, data: st.DataObject) -> None:
    led = LED[name]
    bare = re.compile(LEAD.sub("", led.pattern, count=1), led.flags)
    assert bare.pattern != led.pattern
    words = WORD.findall(bare.pattern)
    pieces = sorted({*words, *(character for word in words for character in word), *"。！？…!?．.，“”‘’ 0123456789×%"})
    text = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=30)))
    text = f"{text}，{'，'.join(words)}，{text}"
    assert [one.span() for one in led.finditer(text)] == [one.span() for one in bare.finditer(text)]

"""Groups that one can be of several of: 女代表58名、一线代表61名、少数民族代表24名 of 120名; 党纪处分, 政务处分."""

from checker.patterns import pattern
from checker.relations.passage import Passage
from checker.relations.sums.row import PEOPLE, Sum

GROUPS = pattern("女|党外|党员|团员|少数民族|基层|一线|青年|归侨|港澳|连任|高级职称|[0-9]{2}岁|党纪|政务|双开|组织处理")
"""Marks of which a person may bear several."""

BOARDS, MARKETS = pattern("创业板|科创板|主板"), pattern("[沪深]市|深证|上证|[沪深]交所")
"""A board lies in one of the markets that are told beside it."""

SIDES = ("以上", "以下")
"""千万元以上的项目 hold 亿元以上的项目."""

NAME = 12
"""How many characters name the first part."""


def overlapping(passage: Passage, one: Sum) -> bool:
    """Whether the parts of an open list are groups told by different marks, so that they do not add."""
    if one.exhaustive or len(one.parts) < 2:
        return False
    starts = [max(one.whole.span.end, one.parts[0].span.start - NAME), *(each.span.end for each in one.parts)]
    names = [
        passage.text[start : part.span.start] + passage.text[part.span.end : part.span.end + 4]
        for start, part in zip(starts, one.parts, strict=False)
    ]
    if max(sum(side in name for name in names) for side in SIDES) > 1:
        return True
    if all(any(shape.search(name) for name in names) for shape in (BOARDS, MARKETS)):
        return True
    if one.parts[0].unit.name not in PEOPLE:
        return False
    return len({found[0] for name in names if (found := GROUPS.search(name))}) > 1

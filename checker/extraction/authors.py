"""Who signs a byline: its words without brackets and without what each of them made: 记者 周明文 李兰图."""

from checker.patterns import pattern

EDGES = " \t\u3000（）()【】[]"
MADE = pattern("(?:图[/／、]?文|文[/／、]?[图摄]|[文图摄]|摄影|供图|采写|报道|摄影报道|图文报道)")
"""Words by themselves that only tell who wrote and who took the pictures."""

WROTE, TOOK = pattern("(?<=[一-鿿]{2})文$"), pattern("(?<=[一-鿿]{2})[图摄]$")


def authors(line: str) -> str:
    """Those who sign a line, as printed.

    >>> authors("（云溪报记者 周明文 李小兰图）"), authors("云溪镇记者 高文 文图")
    ('云溪报记者 周明 李小兰', '云溪镇记者 高文')
    """
    words = line.strip(EDGES).split()
    both = any(map(WROTE.search, words)) and any(map(TOOK.search, words))
    told = [TOOK.sub("", WROTE.sub("", word)) if both else word for word in words if not MADE.fullmatch(word)]
    told = told or words
    return " ".join([*told[:-1], told[-1].removesuffix("摄")]) if told else line

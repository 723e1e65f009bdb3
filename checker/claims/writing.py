"""Writes claims as people keep them: a block for each, its parts on one line, comments where a section begins."""

from collections.abc import Iterator, Sequence
from typing import Any

from checker.claims.claim import Claim
from checker.claims.models import ArticleInfo, Ledger
from checker.claims.relation import Relation
from checker.patterns import pattern
from checker.yamlfile.builder import NULLS
from checker.yamlfile.reading import UNPRINTABLE

WRITTEN = "0-9A-Za-z_\u00b7\u2010-\u2027\u2160-\u217f\u2460-\u24ff\u3001-\u9fff\uff01-\uffee"
PLAIN = pattern(f"[{WRITTEN}](?:[{WRITTEN} .+/%~-]*[{WRITTEN}.+/%~-])?")
ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
    "\ufeff": "\\uFEFF",
}
WORDS = NULLS | {"true", "false", "yes", "no", "on", "off", "y", "n"}
FLOWN = frozenset({"anchor", "value", "period", "comparison", "attribution"})
HEAD = """\
# 由稿件抽取的台账草稿：一条主张一个编号，次序随原文。value.literal 照抄原文，连同约数词和单位；number 是写全了的数。
# 各条都是 unchecked：补上 source、evidence 和判断之后再改 status。
"""


def scalar(value: object) -> str:
    """A scalar, plain where YAML takes it for the same words in a line of its own and within braces."""
    words = "null" if value is None else str(value)
    if value is None or (PLAIN.fullmatch(words) and words.lower() not in WORDS):
        return words
    return '"' + "".join(ESCAPES.get(char) or _escaped(char) for char in words) + '"'


def _escaped(char: str) -> str:
    if not UNPRINTABLE.match(char):
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def flow(data: dict[str, Any]) -> str:
    """A mapping on one line."""
    return "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in data.items()) + "}"


def claim_lines(claim: Claim, indent: str = "  ") -> list[str]:
    """A claim as lines without line ends, its keys in the order of the model, what is empty left out."""
    data = claim.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data.setdefault("status", str(claim.status))
    order = [name for name in Claim.model_fields if name in data]
    lines = []
    for key in order:
        value = data[key]
        written = flow(value) if key in FLOWN else scalar(value)
        lines.append(f"{indent}  {key}: {written}")
    lines[0] = f"{indent}- {lines[0].lstrip()}"
    return lines


def relation_lines(relation: Relation) -> list[str]:
    """A relation as lines."""
    data = relation.model_dump(mode="json", by_alias=True, exclude_none=True)
    ordered = {"id": data.pop("id", None), "type": relation.type, **{k: v for k, v in data.items() if k != "type"}}
    lines = [f"    {key}: {_listed(value)}" for key, value in ordered.items() if value is not None]
    return [f"  - {lines[0].lstrip()}", *lines[1:]]


def ledger_text(ledger: Ledger) -> str:
    """A whole ledger, new from an article."""
    lines = [
        "schema: claims/1",
        "",
        "article:",
        *_info(ledger.article),
        "",
        "claims:" if ledger.claims else "claims: []",
    ]
    for title, claims in sections(ledger.claims):
        lines += ["", f"  # {title}"]
        for claim in claims:
            lines += claim_lines(claim)
    if ledger.relations:
        lines += ["", "relations:", ""]
        for relation in ledger.relations:
            lines += relation_lines(relation)
    return HEAD + "\n" + "\n".join(lines) + "\n"


def sections(claims: Sequence[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """The claims by the section they stand in, each with its heading: 璧山（第2—7段）."""
    group: list[Claim] = []
    for claim in claims:
        if group and claim.section != group[-1].section:
            yield _titled(group), group
            group = []
        group.append(claim)
    if group:
        yield _titled(group), group


def _titled(group: Sequence[Claim]) -> str:
    first, last = group[0].anchor.paragraph, group[-1].anchor.paragraph
    name = group[0].section or ("标题" if first == last == 1 else "正文")
    name = " ".join(name.split())
    return f"{name}（第{first}段）" if first == last else f"{name}（第{first}—{last}段）"


def _info(info: ArticleInfo) -> Iterator[str]:
    data = info.model_dump(mode="json")
    for key, value in data.items():
        yield f"  {key}: {scalar(value)}"


def _listed(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"[{', '.join(map(scalar, value))}]" if isinstance(value, list | tuple) else scalar(value)

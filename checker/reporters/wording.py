"""The newsroom's words for what a report holds. Every report speaks the same ones."""

from collections import Counter
from collections.abc import Iterable

from checker.findings import Place, Severity, Verdict
from checker.report import DocumentReport, Numbers, Suppressed, outcomes

SEVERITY = {Severity.ERROR: "错", Severity.VERIFY: "请核", Severity.STYLE: "可改"}

# In the order in which an account lists them.
VERDICT = {Verdict.INCONSISTENT: "矛盾", Verdict.CONSISTENT: "一致", Verdict.UNDECIDED: "不能判定"}

_RELATION = {
    "ratio": "比率",
    "change": "增减",
    "multiple": "倍数",
    "total": "合计",
    "shares": "构成",
    "product": "乘积",
    "growth_average": "年均增速",
    "pairing": "分别对应",
    "listing": "列举",
    "same": "前后同一",
    "conversion": "换算",
    "span": "起止年数",
    "weekday": "星期",
    "rank_move": "位次",
    "range": "区间",
    "sequence": "次序",
}


def relation(kind: str) -> str:
    """What an editor calls a kind of relation; a kind without a word keeps its own name."""
    return _RELATION.get(kind, kind)


def where(place: Place) -> str:
    """Where to look, as an editor counts: ``第46段（89行21列）``."""
    return f"第{place.position.paragraph}段（{place.position.line}行{place.position.column}列）"


def conclusion(documents: Iterable[DocumentReport]) -> str:
    """What the desk should do now, in a few words."""
    severities = {finding.severity for document in documents for finding in document.findings}
    if Severity.ERROR in severities:
        return "有错，改后再发"
    return "有待核实，核后再发" if Severity.VERIFY in severities else "没有发现错误"


def count(document: DocumentReport, severity: Severity) -> int:
    """How many findings of one document have this severity."""
    return sum(finding.severity is severity for finding in document.findings)


def severities(documents: Iterable[DocumentReport]) -> str:
    """How much was found: ``错 1、请核 2、可改 0``."""
    found = [finding.severity for document in documents for finding in document.findings]
    return "、".join(f"{word} {found.count(severity)}" for severity, word in SEVERITY.items())


def merged(documents: Iterable[DocumentReport]) -> str:
    """How many cards that makes, where causes join findings: ``（按根因归并为 6 条）``."""
    sizes = [(len(document.cards()), len(document.findings)) for document in documents]
    cards, findings = sum(size[0] for size in sizes), sum(size[1] for size in sizes)
    return f"（按根因归并为 {cards} 条）" if cards != findings else ""


def relations(documents: Iterable[DocumentReport]) -> str:
    """What was computed: ``已演算 17 组关系：一致 12、矛盾 0、不能判定 5``."""
    counts: Counter[Verdict] = Counter()
    for document in documents:
        for (verdict, _), count in outcomes(document.relations).items():
            counts[verdict] += count
    parts = "、".join(f"{VERDICT[verdict]} {counts[verdict]}" for verdict in Verdict)
    return f"已演算 {counts.total()} 组关系：{parts}"


def numbers(counts: Numbers) -> str:
    """What became of the numbers. A number may be both computed and claimed; then the parts exceed the whole."""
    both = counts.checked + counts.claimed + counts.unchecked - counts.total
    shared = f"（{both} 个既演算又认领）" if both > 0 else ""
    return (
        f"全文数字 {counts.total} 个：演算 {counts.checked}、台账认领 {counts.claimed}、未核 {counts.unchecked}{shared}"
    )


def set_aside(document: DocumentReport) -> list[str]:
    """What does not count and why, a line each; nothing where there is nothing."""
    told = [
        (len(document.suppressed), "已豁免 {} 处，不计"),
        (len(document.known), "已知 {} 处（基线里有），不计"),
        (len(document.mended), "基线里已改 {} 处，可从基线删去"),
    ]
    return [words.format(number) for number, words in told if number]


def waived(one: Suppressed) -> str:
    """A finding let stand on one line, with the reason and, where they are known, who and through which day."""
    term = f"，到{one.until.isoformat()}为止" if one.until else ""
    who = f"{one.who}：" if one.who else ""
    return f"{one.finding.message} [{one.finding.rule}]（{who}{one.reason}{term}）"


def total(documents: Iterable[DocumentReport]) -> Numbers:
    """The accounts of several documents as one."""
    counts = [document.numbers for document in documents]
    return Numbers(
        sum(one.total for one in counts),
        sum(one.checked for one in counts),
        sum(one.claimed for one in counts),
        sum(one.unchecked for one in counts),
    )

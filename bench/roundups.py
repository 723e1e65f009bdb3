"""How many pasted blocks and swapped names are found in made-up round-ups, and how many clean ones are alarmed.

    python -m bench.roundups [--number N] [--seed N] [--show N] [--by sort|style]

Prints Markdown: by fault the share that was found, and the clean articles with an error or something to verify.
"""

import argparse
import random
from collections import Counter

from checker.engine import lint
from checker.findings import Finding, Severity
from checker.packs import bundled
from checker.readers import text as reader
from tests.extraction.roundups import FAULTS, RoundUp, made

RULES = [rule for rule in bundled() if rule.family in ("attribution", "structure", "duplication")]


def alarms(article: RoundUp) -> list[Finding]:
    """What an editor would have to look at."""
    report = lint(reader.read(article.text().encode(), "article.txt"), RULES)
    return [finding for finding in report.findings if finding.severity is not Severity.STYLE]


def found(article: RoundUp) -> bool:
    """Whether any alarm, or a place that it speaks of, touches the fault."""
    text = article.text()
    spans, at = [], text.find(article.fault)
    while at >= 0:
        spans.append((at, at + len(article.fault)))
        at = text.find(article.fault, at + 1)
    places = [place for one in alarms(article) for place in (one.place, *(note.place for note in one.related))]
    return any(place.span.start < end and start < place.span.end for place in places for start, end in spans)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=300, help="how many articles of each sort")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="print so many misses and false alarms")
    parser.add_argument("--by", choices=("sort", "style"), default="sort")
    options = parser.parse_args()
    seeds = range(options.seed * 100_000, options.seed * 100_000 + options.number)
    shown, noisy, clean = 0, Counter[str](), Counter[str]()
    for seed in seeds:
        article = made(seed)
        key = getattr(article, options.by)
        clean[key] += 1
        raised = alarms(article)
        noisy[key] += bool(raised)
        if raised and shown < options.show:
            shown += 1
            print(
                "CLEAN", seed, article.sort, article.style, [(one.rule, one.message, one.place.quote) for one in raised]
            )
    print(f"| {options.by} | clean | alarmed |\n|---|---:|---:|")
    for key in sorted(clean):
        print(f"| {key} | {clean[key]} | {noisy[key]} |")
    print(f"| all | {clean.total()} | {noisy.total()} |\n")
    tried, hits = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for fault, make in FAULTS.items():
        shown = 0
        for seed in seeds:
            article = made(seed)
            if fault.startswith("captions") and not article.captions:
                continue
            broken = make(article, random.Random(seed))
            if not broken.fault:
                continue
            key = fault, getattr(article, options.by)
            tried[key] += 1
            hit = found(broken)
            hits[key] += hit
            if not hit and shown < options.show:
                shown += 1
                print("MISSED", fault, seed, article.sort, article.style, broken.fault)
    keys = sorted({key for _, key in tried})
    print(f"| fault | {' | '.join(keys)} | all |\n|---|{'---:|' * (len(keys) + 1)}")
    for fault in FAULTS:
        cells = [f"{hits[fault, key]}/{tried[fault, key]}" for key in keys]
        number = sum(tried[fault, key] for key in keys)
        print(f"| {fault} | {' | '.join(cells)} | {sum(hits[fault, key] for key in keys) / max(1, number):.1%} |")


if __name__ == "__main__":
    main()

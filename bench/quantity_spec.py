"""How many cases of a quantity specification the grammar reads as the specification does.

    python bench/quantity_spec.py PATH [--show N] [--kind KIND]

PATH is a JSON-lines file of cases {suite, kind, text, expected}. Whole kinds and features that the grammar leaves
alone on purpose stand in SCOPE and FEATURES with the reason; a case is never left out by its number. A case passes
when every expected entity is found with its value; spans may be wider by a hedge or narrower by a particle.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from checker.quantities import quantities, scan
from checker.quantities.lettering import fold
from checker.quantities.model import Date, Hedge, Ordinal, Period, Quantity, Range, Token, Unit, UnitClass
from checker.quantities.numerals import whole

Case = dict[str, Any]
CLOCK = "times of day and dates resolved against a clock: the grammar reads what is written and resolves nothing"
SPOKEN = "turns digits into spoken words or spoken words into digits that are no quantity"
SCOPE = {
    "HolidayExtractor": "holidays",
    "HolidayParser": "holidays",
    "SetExtractor": "repetition (每天): not a number",
    "SetParser": "repetition (每天): not a number",
    "TimeExtractor": CLOCK,
    "TimeParser": CLOCK,
    "TimePeriodExtractor": CLOCK,
    "TimePeriodParser": CLOCK,
    "DateTimeExtractor": CLOCK,
    "DateTimeParser": CLOCK,
    "DateTimePeriodExtractor": CLOCK,
    "DateTimePeriodParser": CLOCK,
    "MergedExtractor": CLOCK,
    "MergedParser": CLOCK,
    "Time.CN": "holidays",
    "Time.HK": "holidays",
    "Time.MO": "holidays",
    "Time.TW": "holidays",
    "location_parse": "places, not numbers",
    "time_extract": CLOCK,
    "itn.time": CLOCK,
    "tn.time": CLOCK,
    "itn.word": SPOKEN,
    "tn.word": SPOKEN,
    "itn.whitelist": SPOKEN,
    "tn.whitelist": SPOKEN,
    "itn.char": SPOKEN,
    "tn.char": SPOKEN,
    "tn.preprocessor": SPOKEN,
    "tn.postprocessor": SPOKEN,
    "tn.normalizer_tag_oov": SPOKEN,
    "tn.normalizer": SPOKEN,
    "itn.normalizer": SPOKEN,
    "itn.normalizer_disable_standalone_number_disable_0_to_9": SPOKEN,
    "itn.normalizer_enable_standalone_number_disable_0_to_9": SPOKEN,
    "itn.normalizer_disable_standalone_number_enable_0_to_9": SPOKEN,
    "itn.train_number": "spelt-out codes (高一二三): counts nothing",
    "itn.license_plate": "spelt-out codes: counts nothing",
    "itn.math": "arithmetic in words",
    "tn.math": "arithmetic signs",
    "tn.sport": "scores",
    "tn.number": "digits read out one by one",
    "itn.number": "spelt-out digits and codes (一二三, 幺): counts nothing",
}
DATES = "DateTime|Time|time_parse"
SIGHT = "relative to the moment of speaking, beyond 今年, 去年, 上月, 昨日 and their kind"
# (pattern on the kind, pattern on the text, reason): ways of writing that the grammar leaves alone, not single cases.
FEATURES: tuple[tuple[str, str, str], ...] = (
    ("", r"\^|[0-9０-９][eEｅＥ][-+0-9－]|[*=]", "powers, exponents and arithmetic"),
    ("", r"[0-9０-９] ?[kKmMgGtTwWｋＫ](?![A-Za-z0-9])", "k, M, G, T, w for thousands and more: chat, not news"),
    (
        "",
        r"[零一二三四五六七八九十百佰千點点陆陸] +[零一二三四五六七八九十百千点點万萬亿分折成个個]|[百佰分] +分?之",
        "blanks inside figures in words",
    ),
    ("", r"[蚊仙毫呎吋]|^[個个][半九]|依家|宜家|而家|[個个]字|份[一十]|[二三四十]分一", "spoken Cantonese"),
    ("Numeral|Number", r"[打对對雙双]", "打, 对 and 双 as multipliers"),
    ("", r"[兆京垓]", "兆, 京, 垓 as powers of ten: 兆 means two things"),
    ("", r"幺|尾号|身份证", "digits spelt out one by one"),
    (DATES, r"第[一二三四五九0-9][个個周週]", "weekdays and weeks counted within a month"),
    (DATES, r"农历|農曆|正月|腊月|大年|闰|初[一二三四五六七八九十]", "lunar calendar"),
    (DATES, r"康熙|民国|民國|乾隆|雍正|光绪|公元前", "reign years"),
    (DATES, r"节|節|圣诞|聖誕|国庆|國慶|元旦|感恩|独立日|假|除夕|诞", "holidays"),
    (DATES, r"[0-9][:：][0-9]|[点點时時刻秒早晚夜午晨]|[pa]m|[PA]M", CLOCK),
    (
        DATES,
        r"[这這每隔]|[前后後大]天|下|[上][个個]?[周週星礼禮]|[过過]去|未[来來]|最|近|[现現]在|之|以|[前后後内內末]$|起$|开始",
        SIGHT,
    ),
    (
        DATES,
        r"(?:^|[^0-9])[0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])|[0-9]{4} [0-9]{2} ",
        "two-digit years, American order, blanks for dashes",
    ),
)
DATED = re.compile("DateTime|Time|time_parse|date$")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="list N failures")
    parser.add_argument("--kind", default="", help="only kinds that contain this")
    options = parser.parse_args()
    left: Counter[str] = Counter()
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    failures: list[str] = []
    for case in cases(options.path):
        name = f"{case['suite']} {case['kind']}"
        if options.kind not in name:
            continue
        reason = out_of_scope(case)
        if reason:
            left[reason] += 1
            continue
        good = passes(case)
        tally[name][0] += good
        tally[name][1] += 1
        if not good:
            failures.append(f"{case['id']}: {case['text']!r} {brief(case)}")
    report(tally, left, failures[: options.show])
    return 0


def cases(path: Path) -> Iterator[Case]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def report(tally: dict[str, list[int]], left: Counter[str], failures: list[str]) -> None:
    for name, (good, all_of) in sorted(tally.items()):
        print(f"{good:5} of {all_of:5}  {name}")
    good, all_of = (sum(pair[index] for pair in tally.values()) for index in (0, 1))
    share = 100 * good / all_of if all_of else 0
    print(f"{good:5} of {all_of:5} in scope pass ({share:.1f} %); {sum(left.values())} left out:")
    for reason, count in left.most_common():
        print(f"      {count:5}  {reason}")
    for failure in failures:
        print(failure)


def out_of_scope(case: Case) -> str:
    """Why a case is left out, by its kind or by a feature of its text; nothing for one in scope."""
    if case["expected"] and all("Holiday" in str(one.get("type")) for one in case["expected"]):
        return "holidays"  # by the suite's own label
    kind = case["kind"].rpartition("DateTime.")[2]
    if SCOPE.get(kind):
        return SCOPE[kind]
    for kinds, pattern, reason in FEATURES:
        if re.search(kinds, case["kind"]) and re.search(pattern, case["text"]):
            return reason
    return _bare(case)


def _bare(case: Case) -> str:
    """Chinese figures without a unit inside a sentence are no quantities here (三心, 一方面)."""
    words = [str(one.get("text", "")) for one in case["expected"]]
    if "Number" in case["kind"] and any(
        word != case["text"] and re.fullmatch("[负負]?[零〇一二两兩三四五六七八九十百千点點 ]+", word) for word in words
    ):
        return "Chinese figures without a unit inside a sentence: not read on purpose"
    return ""


def brief(case: Case) -> str:
    keys = ("text", "value", "unit", "type", "normalized")
    wanted = [" ".join(str(one[key]) for key in keys if key in one) for one in case["expected"]]
    return f"wants {wanted}, found {[token.span.of(case['text']) for token in scan(case['text'])]}"


def passes(case: Case) -> bool:
    """Whether every expected entity is read, or nothing where nothing is expected."""
    if not case["expected"]:
        kinds: tuple[type, ...] = (Date, Period) if DATED.search(case["kind"]) else (Quantity, Range)
        if "money" in case["kind"]:
            return not any(one.unit_class is UnitClass.MONEY for one in quantities(scan(case["text"])))
        return not any(isinstance(token, kinds) for token in scan(case["text"]))
    if any("normalized" in one for one in case["expected"]):
        return any(_same_values(case["text"], str(one["normalized"])) for one in case["expected"])
    if DATED.search(case["kind"]):
        return all(_dated(case, one) for one in case["expected"])
    return all(_valued(case, one) for one in case["expected"])


def _same_values(one: str, two: str) -> bool:
    left, right = numbers(one), numbers(two)
    return bool(left) and left == right


def numbers(text: str) -> list[Any]:
    """Everything with a value, in order."""
    numeral = whole(fold(text))
    if numeral is not None:
        bounds = [end for end in (numeral.low, numeral.high) if end is not None]
        return bounds or [numeral.value]
    found: list[Any] = []
    for token in scan(text):
        if isinstance(token, Date):
            found.append((token.year, token.month, token.day))
        elif isinstance(token, Ordinal):
            found.append(Fraction(token.value))
        else:
            for one in quantities([token]):
                factor = one.unit.factor if one.unit.base == "%" else Fraction(1)
                ends = [one.interval.low, one.interval.high] if Hedge.VAGUE in one.hedges else [one.value]
                found += [end * factor for end in ends if end is not None]
    return found


def _dated(case: Case, wanted: dict[str, Any]) -> bool:
    words = str(wanted.get("text") or case["text"])
    for token in scan(case["text"]):
        found = token.span.of(case["text"])
        if isinstance(token, Date | Period) and (found in words or words in found) and len(found) * 2 >= len(words):
            return True
        if isinstance(token, Quantity | Range) and "uration" in str(wanted) + case["kind"] and found in words:
            return True
        if isinstance(token, Quantity | Range) and "delta" in str(wanted.get("type")) and found in words:
            return True
    return False


def _valued(case: Case, wanted: dict[str, Any]) -> bool:
    words = str(wanted.get("text") or case["text"])
    bounds = values(wanted)
    if not bounds:
        return any(token.span.of(case["text"]).strip() in words for token in scan(case["text"]))
    numeral = whole(fold(words).replace(" ", ""))
    if numeral is not None and bounds == {numeral.value}:
        return True
    return bounds <= read_values(scan(case["text"]))


def values(wanted: dict[str, Any]) -> set[Fraction]:
    given = wanted.get("value")
    listed = given if isinstance(given, list) else [given]
    found: set[Fraction] = set()
    for one in listed:
        for number in re.findall(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", str(one)):
            found.add(Fraction(number))
    return found


def scales(unit: Unit) -> set[Fraction]:
    """What the suites multiply by: rates as parts of one, grams, cents, seconds to months."""
    one = {Fraction(1), Fraction(1, 100)}
    if unit.base in ("%", "百分点"):
        return one | {unit.factor, unit.factor / 100}
    if unit.base in ("千克", "元"):
        return one | {unit.factor * 1000, unit.factor * 100}
    if unit.base == "秒":
        return one | {unit.factor / seconds for seconds in (1, 60, 3600, 86400)} | MONTHS.get(unit.name, set())
    return one


MONTHS = {"年": {Fraction(12)}, "个月": {Fraction(30)}}


def read_values(tokens: list[Token]) -> set[Fraction]:
    """Every value that the tokens print or bound, with and without the factor of a rate."""
    found: set[Fraction] = set()
    for token in tokens:
        if isinstance(token, Ordinal):
            found.add(Fraction(token.value))
    for one in quantities(tokens):
        bounds = {value for value in (one.value, one.interval.low, one.interval.high) if value is not None}
        for value in bounds:
            found |= {value * scale for scale in scales(one.unit)}
    return found


if __name__ == "__main__":
    raise SystemExit(main())

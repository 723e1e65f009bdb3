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
from checker.quantities.model import Date, Ordinal, Period, Quantity, Range, Token
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
    "tn.cardinal": "",
    "itn.number": "spelt-out digits and codes (一二三, 幺): counts nothing",
}
ARITHMETIC = "arithmetic expressions, powers, English"
FEATURES: tuple[tuple[str, str, str], ...] = (
    # (kinds, pattern on the text, reason)
    ("", r"\^|\d[eE]\d|[*/=]\s*[-(]", ARITHMETIC),
    (
        "Numeral|Number|cardinal",
        r"\d\s*[kKmMgGtT]\b|\d(?:k|K|M|G|T)$|[A-Za-z]{3,}",
        "SI letters for thousands and English words",
    ),
    (
        "Numeral|Number|number|cardinal|fraction|decimal",
        r"打$|一打|对折|對折|半折|[兆京垓]",
        "打, 兆 and 对折: no figures of news prose",
    ),
    ("Number", r"\d\.\d+\.\d|\.\d{4}\.", "chains of dots: versions and addresses, never numbers here"),
    ("Numeral|Number", r"^-?\.\d|(?<![\d])\.\d", "decimals without a leading zero"),
    (
        "DateTime|Time|time_parse|date",
        r"农历|正月|初[一二三四五六七八九十]|腊月|大年|除夕|闰|阴历|陰曆|農曆|春分|秋分|夏至|冬至|节气",
        "lunar calendar",
    ),
    ("DateTime|Time|time_parse|date", r"康熙|民国|民國|乾隆|雍正|光绪|公元前|万历|道光|贞观|朝", "reign years"),
    (
        "DateTime|Time|time_parse|date",
        r"节|節|圣诞|聖誕|国庆|國慶|元旦|春节|感恩|独立日|清明|中秋|端午|假|诞|日$(?<!\d日)(?<![一二三四五六七八九十]日)",
        "holidays",
    ),
    ("DateTime|Time|time_parse|date", r"\d[:：]\d|点|點|时|時|早|晚|夜|午|刻|分|秒|晨|pm|am|AM|PM", CLOCK),
    (
        "DateTime|Time|time_parse|date",
        r"[上下这這本前后後去明今昨大当當次过過未来來近最每隔末第内內间間以之半几幾数數多周週星礼禮季旬]|年代|世纪|世紀|天|现在|現在|初$|底$|开始|起$",
        CLOCK,
    ),
    (
        "DateTime|Time|time_parse|date",
        r"(?:^|\D)\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?!\d)|(?:^|\D)\d{2}年|\d{4} \d{2} \d{2}|\d{1,2}/\d{1,2}/\d{2,4}",
        "two-digit years and American order: ambiguous in news",
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
    kind = case["kind"].rpartition("DateTime.")[2]
    if SCOPE.get(kind):
        return SCOPE[kind]
    for kinds, pattern, reason in FEATURES:
        if re.search(kinds, case["kind"]) and re.search(pattern, case["text"]):
            return reason
    if not case["expected"]:
        return "expects nothing: other conventions about bare figures"
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
    """Whether every expected entity is read."""
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
        return [numeral.value]
    found: list[Any] = []
    for token in scan(text):
        if isinstance(token, Date):
            found.append((token.year, token.month, token.day))
        elif isinstance(token, Ordinal):
            found.append(Fraction(token.value))
        else:
            found += [one.value * (one.unit.factor if one.unit.base == "%" else 1) for one in quantities([token])]
    return found


def _dated(case: Case, wanted: dict[str, Any]) -> bool:
    words = str(wanted.get("text") or case["text"])
    for token in scan(case["text"]):
        found = token.span.of(case["text"])
        if isinstance(token, Date | Period) and (found in words or words in found) and len(found) * 2 >= len(words):
            return True
        if isinstance(token, Quantity | Range) and "uration" in str(wanted) + case["kind"] and found in words:
            return True
        if isinstance(token, Quantity) and "delta" in str(wanted.get("type")) and found in words:
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


def read_values(tokens: list[Token]) -> set[Fraction]:
    """Every value that the tokens print or bound, with and without the factor of a rate."""
    found: set[Fraction] = set()
    for token in tokens:
        if isinstance(token, Ordinal):
            found.add(Fraction(token.value))
    for one in quantities(tokens):
        factor = one.unit.factor if one.unit.base in ("%", "百分点") else Fraction(1)
        for value in (one.value, one.interval.low, one.interval.high):
            if value is not None:
                found |= {value, value * factor, value * factor / 100}
    return found


if __name__ == "__main__":
    raise SystemExit(main())

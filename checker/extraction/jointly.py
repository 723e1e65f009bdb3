"""What a row of things share, told behind their changes: 起数、人数分别下降5%、6%，降幅|居全国前5位."""

from collections.abc import Sequence

from checker.extraction.numbers import Told
from checker.quantities.model import Quantity

EACH, PLACE = "分别", "位"


def shared(text: str, told: Sequence[Told], one: Quantity, metric: str, floor: int) -> str:
    """A place's indicator with all of the row whose last thing it names, in the sentence from ``floor`` on."""
    if not metric.endswith(PLACE) or EACH not in text[floor : one.span.start]:
        return metric
    index = next(nth for nth, other in enumerate(told) if other.quantity is one)
    row = list[str]()
    for other in reversed(told[:index]):
        said = other.naming
        alike = said.suffix == told[index - 1].naming.suffix and said.suffix and said.metric.endswith(said.suffix)
        if other.quantity.span.start < floor or not alike:
            break
        row.insert(0, said.metric.removesuffix(said.suffix))
    if len(row) < 2 or len(set(row)) < len(row) or not metric.startswith(row[-1]):
        return metric
    size = next((at for at, each in enumerate(zip(*row, strict=False)) if len(set(each)) > 1), min(map(len, row)))
    common = row[0][:size]
    return f"{common}{'、'.join(name[len(common) :] for name in row)}{metric[len(row[-1]) :]}"

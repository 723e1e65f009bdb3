"""A repository of many articles: checked for the first time, again, and after being killed over and over.

    python -m bench.repository [--articles N] [--jobs N] [--kills N] [--seed N]

Prints Markdown, with the command beside each figure. The articles are made from frames; no two are alike. With
``--kills``, a run is killed so often at random moments, each time with whatever the ones before it kept; then the
report that stands there must be whole, and the next run's must be the one that is made without a cache.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.process import Usage, run

TOWNS = ["青石", "河口", "白塘", "松岭", "柳湾", "石桥", "大坪", "云溪", "永和", "新林", "长滩", "龙泉"]
TRADES = ["茶叶", "柑橘", "食用菌", "中药材", "生猪", "蔬菜", "水稻", "竹木", "花卉", "渔业"]
FRAMES = (
    "{town}镇今年共实施{trade}项目{whole}个，已开工{part}个，开工率{rate}%。",
    "{town}镇{trade}产值由{base}万元增至{current}万元，增长{growth}%。",
    "全镇从事{trade}的农户{whole}户，其中脱贫户{part}户。",
    "镇长介绍说：“{trade}让{part}户村民有了稳定收入。”",
    "自{year}年以来，{town}镇{trade}种植面积达到{base}亩，亩均增收{part}元。",
    "{town}镇把{trade}作为富民产业来抓，村村有合作社，户户有技术员，产品销往省内外多个城市。",
    "走进{town}镇{trade}基地，村民们正在忙着采收、分拣、装车，一派丰收的景象。",
)
SENTENCES = 30
REPORT = "report.json"


def article(chance: random.Random, number: int) -> str:
    """About a thousand characters; of a hundred sentences one has a slip where a number is computed from others."""
    town, lines = chance.choice(TOWNS), [f"{chance.choice(TOWNS)}镇产业观察之{number}"]
    lines += ["".join(_sentence(chance, town) for _ in range(3)) for _ in range(SENTENCES // 3)]
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random, town: str) -> str:
    whole, base = chance.randint(20, 90), chance.randint(1000, 9000)
    part, current = chance.randint(2, whole - 1), base + chance.randint(10, 900)
    slip = 7 if chance.random() < 0.01 else 0
    return chance.choice(FRAMES).format(
        town=town,
        trade=chance.choice(TRADES),
        whole=whole,
        part=part,
        base=base,
        current=current,
        rate=f"{part * 100 / whole + slip:.1f}",
        growth=f"{(current - base) * 100 / base + slip:.1f}",
        year=chance.randint(2008, 2022),
    )


def made(folder: Path, number: int, seed: int) -> list[str]:
    """The names of ``number`` articles in ``folder``."""
    chance = random.Random(seed)
    names = [f"{index:05}.txt" for index in range(number)]
    for index, name in enumerate(names):
        (folder / name).write_text(article(chance, index), encoding="utf-8")
    return names


def command(*options: str, form: str = "json", report: str = REPORT) -> list[str]:
    """The command line without the articles."""
    return [sys.executable, "-m", "checker", "lint", "--format", form, "-o", report, *options]


def killed(words: list[str], folder: Path, times: int, longest: float, chance: random.Random) -> int:
    """Start a run and kill it at a random moment, again and again; returns how many runs that took.

    One that was done before its moment came does not count: what is kept is cleared then, so that there is work again.
    """
    runs = kills = 0
    while kills < times:
        null = subprocess.DEVNULL
        process = subprocess.Popen(words, cwd=folder, stdin=null, stdout=null, stderr=null)
        time.sleep(chance.uniform(0, longest))
        ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        runs, kills = runs + 1, kills + (not ended)
        if ended:
            subprocess.run([*words[:3], "cache", "clear"], cwd=folder, stdout=null, check=True)
    return runs


def _row(name: str, words: list[str], used: Usage) -> None:
    shown = " ".join(["checker", *words[3:]])
    print(f"| {name} | {used.wall:.2f} s | {used.cpu:.2f} s | {used.peak / 1e6:.0f} MB | `{shown} *.txt` |", flush=True)


def main() -> int:
    """Print the table; the status is 1 when two runs differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["CHECKER_CACHE_DIR"] = str(Path(home, "kept"))
        os.environ["PYTHONPATH"] = str(Path(__file__).parent.parent)
        folder = Path(home, "articles")
        folder.mkdir()
        names = made(folder, chosen.articles, chosen.seed)
        run([sys.executable, "-m", "checker", "lint", names[0]], folder)
        return _measured(folder, names, chosen.jobs, chosen.kills, random.Random(chosen.seed))


def _measured(folder: Path, names: list[str], jobs: int, kills: int, chance: random.Random) -> int:
    print(f"{len(names)} articles, {sum((folder / name).stat().st_size for name in names) / 1e6:.1f} MB\n")
    print("| state | wall clock | CPU | largest process | command |\n|---|---|---|---|---|")
    shared = command("--jobs", str(jobs))
    plain = command("--no-cache", "--jobs", str(jobs))
    used = run([*plain, *names], folder)
    _row("no cache", plain, used)
    if not (folder / REPORT).is_file():
        print(f"\nThe run failed with status {used.status}.")
        return 1
    expected = (folder / REPORT).read_bytes()
    if kills:
        runs = killed([*shared, *names], folder, kills, used.wall, chance)
        whole = (folder / REPORT).read_bytes() == expected
        print(f"| killed {kills} times in {runs} runs | | | | the report that stands there is {_word(whole)} |")
    same = True
    for state in ("after that", "warm") if kills else ("cold", "warm", "warm"):
        used = run([*shared, *names], folder)
        _row(state, shared, used)
        same &= (folder / REPORT).read_bytes() == expected
    screen = command("--jobs", str(jobs), form="terminal", report="report.txt")
    _row("warm", screen, run([*screen, *names], folder))
    print(f"\nThe JSON reports of these runs are {_word(same)}.")
    return int(not same)


def _word(same: bool) -> str:
    return "the same, byte for byte" if same else "DIFFERENT"


if __name__ == "__main__":
    sys.exit(main())

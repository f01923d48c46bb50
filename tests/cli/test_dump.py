"""``bulletin dump``: the laid-out pages on standard output."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_it_prints_what_the_golden_holds(bulletin):
    result = bulletin("dump", ROOT / "examples" / "2021-09.toml", "--ignore-system-fonts")
    assert (result.code, result.err) == (0, "")
    golden = ROOT / "tests" / "goldens" / "2021-09.dump"
    assert result.out == golden.read_text(encoding="utf-8")

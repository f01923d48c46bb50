"""What the proofreader finds in the one published issue: its slips, and nothing else."""

from pathlib import Path

from bulletin_cli.lint import check
from bulletin_cli.reader import read

REAL_ISSUE = Path(__file__).parents[2] / "examples" / "2021-09.toml"


def test_the_slips_of_the_published_issue_and_nothing_else():
    reading = read(REAL_ISSUE)
    found = check(reading.issue, reading.place)
    assert [(d.code, d.place.path.name, d.place.keys[-1], d.place.span) for d in found] == [
        ("B104", "2021-09.toml", "credit", (4, 6)),  # 山西华圣  高旭荣
        ("M201", "2021-09.toml", "text", (0, 1)),  # ，青海分公司
        ("B101", "2021-09.toml", "text", (36, 37)),  # 习近平总书记 “心系群众
        ("B104", "2021-09.toml", "credit", (9, 11)),  # 科技与发展部党支部  于健
        ("B104", "2021-09.toml", "credit", (5, 7)),  # 市场营销部  韩莉
        ("M202", "2021-09.toml", "text", (158, 159)),  # 采购新篇章
        ("B104", "2021-09.toml", "credit", (5, 6)),  # 山西新材料
        ("N101", "publication.toml", "collecting", (16, 17)),  # {from}-{to}
    ]

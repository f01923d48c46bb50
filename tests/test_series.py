"""A series: what is wrong between issues, the next one, the ledger."""

import datetime
import json

import pytest

from bulletin_cli import archive, folders
from bulletin_cli.diagnostics import InputError, Severity
from bulletin_cli.reader import read
from bulletin_cli.series import succession
from bulletin_cli.series.ledger import Period, contributions, ledger

CATALOGUE = ["要闻", "基层", "心得"]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "en")


@pytest.fixture
def put(tmp_path):
    """Writes an issue into the folder of a publication."""
    sections = ", ".join(f'"{title}"' for title in CATALOGUE)
    publication = f'name = "某集团简报"\nsections = [{sections}]\n'
    (tmp_path / "publication.toml").write_text(publication, "utf-8")

    def put(name, number, date, total=None, titles=("要闻",), more=""):
        text = f'publication = "publication.toml"\ndate = {date}\n{more}\n'
        text += f"number = {number}\n" if number else ""
        text += f"total = {total}\n" if total else ""
        for title in titles:
            text += f'[[sections]]\ntitle = "{title}"\n[[sections.items]]\ntext = "文字"\n'
        path = tmp_path / f"{name}.toml"
        path.write_text(text, "utf-8")
        return path

    return put


def between(folder):
    """What is wrong between the issues of a folder."""
    issues = archive.read_all(folders.below(folder))
    return archive.between(issues.readings, complete=not issues.failed)


def found(folder):
    """File, line, code of each finding between the issues of a folder."""
    findings = between(folder)
    return [(d.place.path.stem, d.place.line, str(d.code)) for d in findings.diagnostics]


def messages(folder):
    findings = between(folder)
    return [d.message for d in findings.diagnostics]


def test_a_sound_series(put, tmp_path):
    put("2020-01", 1, "2020-11-01", 1, ["要闻", "心得"])
    put("2020-02", 2, "2020-12-01", 2, CATALOGUE)
    put("2021-01", 1, "2021-01-04", 3, ["基层"])
    put("2021-02", 2, "2021-01-04", 4)
    assert found(tmp_path) == []


def test_it_need_not_begin_with_the_first(put, tmp_path):
    put("a", 9, "2020-11-01", 33)
    put("b", 10, "2020-12-01", 34)
    assert found(tmp_path) == []


def test_gaps(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("b", 3, "2020-02-01", 3)
    put("c", 7, "2020-03-01", 7)
    put("d", 3, "2021-03-01", 10)
    assert found(tmp_path) == [("b", 4, "S102"), ("c", 4, "S102"), ("d", 4, "S102")]
    assert [text.split(" is ")[0] for text in messages(tmp_path)] == [
        "Of 2020, number 2",
        "Of 2020, number 4–6",
        "Of 2021, number 1–2",
    ]


def test_where_an_issue_cannot_be_read_nothing_is_said_of_what_follows_what(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("b", 2, "not a date", 2)
    put("c", 3, "2021-03-01", 9)
    put("d", 4, "2022-03-01")
    assert found(tmp_path) == []


def test_where_an_issue_cannot_be_read_the_others_are_still_compared(put, tmp_path):
    put("a", 1, "2020-02-01", 5)
    put("b", 2, "not a date", 6)
    put("c", 3, "2020-01-01", 5)
    assert {code for _file, _line, code in found(tmp_path)} == {"S104", "S108"}


def test_doubles(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("b", 1, "2020-02-01", 1)
    assert found(tmp_path) == [("b", 4, "S101"), ("b", 5, "S104")]
    assert "a.toml" in messages(tmp_path)[0]


def test_a_year_that_does_not_begin_anew(put, tmp_path):
    put("a", 22, "2020-12-01", 22)
    put("b", 23, "2021-01-01", 23)
    assert found(tmp_path) == [("b", 4, "S103")]


def test_the_year_of_the_number_may_be_another_than_the_date_s(put, tmp_path):
    put("a", 22, "2020-12-01")
    put("b", 23, "2021-01-05", more="year = 2020")
    put("c", 1, "2021-01-20")
    assert found(tmp_path) == []


@pytest.mark.parametrize(("total", "codes"), [(2, []), (3, ["S105"]), (None, ["S106"])])
def test_totals(put, tmp_path, total, codes):
    put("a", 1, "2020-01-01", 1)
    put("b", 2, "2020-02-01", 2 if total != 2 else total)
    put("c", 3, "2020-03-01", {2: 3, 3: 5, None: None}[total])
    assert [code for _file, _line, code in found(tmp_path)] == codes


def test_the_total_goes_on_over_a_gap_and_a_new_year(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("b", 4, "2020-04-01", 4)
    put("c", 1, "2021-01-01", 6)
    assert [code for _file, _line, code in found(tmp_path)] == ["S102", "S105"]
    assert "must be 5" in messages(tmp_path)[1]


def test_dates_that_go_back(put, tmp_path):
    put("a", 1, "2020-02-01")
    put("b", 2, "2020-01-31")
    assert found(tmp_path) == [("b", 2, "S108")]


def test_supplements_are_in_their_own_count(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("z1", 1, "2020-01-10", more="supplement = true")
    put("b", 2, "2020-02-01", 2)
    assert found(tmp_path) == []
    put("z3", 3, "2020-02-10", more="supplement = true")
    put("y1", 1, "2020-02-12", more="supplement = true")
    assert {(name, code) for name, _line, code in found(tmp_path)} == {
        ("y1", "S101"),
        ("z3", "S102"),
    }


def test_a_supplement_with_a_total_takes_its_place_in_that_count(put, tmp_path):
    put("a", 1, "2020-01-01", 1)
    put("z1", 1, "2020-01-10", 2, more="supplement = true")
    put("b", 2, "2020-02-01", 3)
    assert found(tmp_path) == []


def test_an_issue_without_number_among_others(put, tmp_path):
    put("a", None, "2020-01-01")
    assert found(tmp_path) == []
    put("b", 1, "2020-02-01")
    assert found(tmp_path) == [("a", 1, "S107")]


def test_sections_against_the_catalogue(put, tmp_path):
    put("a", 1, "2020-01-01", titles=["基层", "要闻", "心得", "要问", "别的", "心得"])
    assert [(line, code) for _file, line, code in found(tmp_path)] == [
        (10, "S202"),
        (18, "S201"),
        (22, "S201"),
        (26, "S202"),
    ]
    said = messages(tmp_path)
    assert any('do you mean "要闻"' in text for text in said)
    assert any('"别的" is not among' in text for text in said)
    assert any("a second time" in text for text in said)


def test_the_fewest_sections_are_blamed(put, tmp_path):
    put("a", 1, "2020-01-01", titles=["心得", "要闻", "基层"])
    assert messages(tmp_path) == ['By the publication\'s sections "心得" stands after "基层".']


def test_publications_are_counted_apart(put, tmp_path):
    put("a", 1, "2020-01-01")
    inline = 'publication = { name = "另一种" }\nnumber = 5\ndate = 2020-01-02\n'
    (tmp_path / "b.toml").write_text(inline, "utf-8")
    data = {"publication": {"name": "另一种"}, "number": 7, "date": "2020-01-03"}
    (tmp_path / "c.json").write_text(json.dumps(data), "utf-8")
    assert found(tmp_path) == [("c", 1, "S102")]


def test_every_finding_is_in_its_own_file_and_weighs_as_it_should(put, tmp_path):
    put("a", 1, "2020-02-01", 1)
    put("b", 3, "2020-01-01", 9, ["别的"])
    findings = between(tmp_path)
    assert {d.place.path for d in findings.diagnostics} == {tmp_path / "b.toml"}
    weights = {str(d.code): d.severity for d in findings.diagnostics}
    assert weights == {
        "S102": Severity.WARNING,
        "S105": Severity.ERROR,
        "S108": Severity.ERROR,
        "S201": Severity.WARNING,
    }


def following(folder, date, **options):
    readings = [read(path) for path in folders.below(folder)]
    publication = readings[0].issue.publication
    day = datetime.date.fromisoformat(date)
    return succession.following(readings, publication, day, **options)


def test_the_next_issue(put, tmp_path):
    put("简报2020年第08期", 8, "2020-11-01", 30)
    put("简报2020年第09期", 9, "2020-12-01", 31)
    new = following(tmp_path, "2020-12-15")
    assert (new.name, new.number, new.total) == ("简报2020年第10期", 10, 32)
    assert new.sections == tuple(CATALOGUE)
    new = following(tmp_path, "2021-01-04")
    assert (new.name, new.number, new.total) == ("简报2021年第01期", 1, 32)


def test_the_next_issue_without_total_and_with_a_collection_period(put, tmp_path):
    more = "collected = { from = 2020-11-24, to = 2020-11-28 }"
    put("no-3", 3, "2020-12-01", more=more)
    new = following(tmp_path, "2020-12-15")
    assert (new.name, new.number, new.total) == ("no-4", 4, None)
    assert new.collected == (datetime.date(2020, 11, 29), datetime.date(2020, 12, 12))


def test_the_next_supplement(put, tmp_path):
    put("2020-09", 9, "2020-12-01", 31)
    new = following(tmp_path, "2020-12-15", supplement=True)
    assert (new.number, new.total, new.supplement) == (1, None, True)


def test_the_next_issue_comes_after_the_last(put, tmp_path):
    put("a", 1, "2020-12-01")
    with pytest.raises(InputError, match="2020-12-01"):
        following(tmp_path, "2020-11-30")


def test_the_ledger(put, tmp_path):
    put("b", 2, "2020-02-01", 2, CATALOGUE)
    put("a", 1, "2020-01-01", 1)
    readings = [read(path) for path in folders.below(tmp_path)]
    entries = list(ledger(readings, lambda reading: reading.issue.number))
    assert [(e.path.stem, e.year, e.items, e.characters, e.pages) for e in entries] == [
        ("a", 2020, 1, 4, 1),
        ("b", 2020, 3, 12, 2),
    ]


@pytest.mark.parametrize(
    ("credit", "units"),
    [
        ("北山厂 某甲", ["北山厂"]),
        ("（北山厂　某甲）", ["北山厂"]),
        ("图文：北山厂 某甲", ["北山厂"]),
        ("文/图 北山厂 某甲", ["北山厂"]),
        ("文：北山厂 某甲", ["北山厂"]),
        ("图：北山厂", ["北山厂"]),
        ("供稿：北山厂", ["北山厂"]),
        ("北山厂、南岭矿 某甲", ["北山厂", "南岭矿"]),
        ("图书馆 某甲", ["图书馆"]),
        ("文化科 某甲", ["文化科"]),
        ("-张", ["-张"]),
    ],
)
def test_the_unit_of_a_credit(put, tmp_path, credit, units):
    path = put("a", 1, "2020-05-01")
    text = path.read_text("utf-8") + f'credit = "{credit}"\n'
    path.write_text(text, "utf-8")
    found = contributions([read(path)], Period.QUARTER)
    assert [(row.unit, row.counts) for row in found] == sorted(
        (unit, {"2020-Q2": 1}) for unit in units
    )

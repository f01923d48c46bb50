"""The table of slips: how its lines are read, and the company in which a word is wrong."""

import re

from bulletin_cli.lint.index import Index
from bulletin_cli.lint.slips import Slip, Slips, known

WHY = ("why", "为何")


def found(slips, text):
    index = Index([text], slips.pairs)
    return [(index.at(position)[1], slip) for position, slip in slips.standing(index)]


def standing(line, text):
    return [(at, slip.right) for at, slip in found(Slips([(line, "对", WHY)]), text)]


def test_a_word_is_wrong_in_its_company():
    assert standing("错词", "错词，不错词") == [(0, "对"), (4, "对")]
    assert standing("错词!不错词,错词典", "错词，不错词，错词典") == [(0, "对")]
    assert standing("错词>的,了", "错词。错词的。错词了") == [(3, "对"), (7, "对")]
    assert standing("错词<大,小", "错词。大错词。小错词") == [(4, "对"), (8, "对")]
    assert standing("错词~又", "错词，又对。错词") == [(6, "对")]
    (slip,) = found(Slips([("错词?!不错词", "对", WHY)]), "错词")
    assert slip == (0, Slip("错词", "对", WHY, unless=("不错词",), safe=False))


def test_the_longer_of_two_slips_is_told():
    slips = Slips([("错", "对", WHY), ("错误地", "对", WHY)])
    assert [(at, slip.wrong) for at, slip in found(slips, "错误地错")] == [
        (0, "错误地"),
        (3, "错"),
    ]


def test_a_word_that_is_already_right_is_left():
    assert found(Slips([Slip("总支", "党总支")]), "党总支") == []


def test_every_line_of_the_table_is_sound():
    lines = [line for group in known().starts.values() for line in group]
    assert len(lines) == len({line[0] for line in lines}) > 1500
    for said, right, why in lines:
        wrong = re.split("[?!><~]", said)[0]
        assert len(wrong) > 1 and wrong != right and all(why), said

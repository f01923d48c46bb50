"""Which characters are taken for one another."""

import pytest

from bulletin_cli.lint.likeness import alike


@pytest.mark.parametrize("pair", ["峰锋", "励厉", "已己", "晴睛", "骛鹜", "瘁粹", "荼茶", "侯候"])
def test_like_sound_or_shape(pair):
    assert alike(*pair) and alike(*reversed(pair))


@pytest.mark.parametrize("pair", ["大小", "的了", "一1", "员A", "𠀀𠀁", "竽员"])
def test_others(pair):
    assert not alike(*pair) and not alike(*reversed(pair))

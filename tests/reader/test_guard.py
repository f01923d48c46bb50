import pytest

from bulletin_cli.diagnostics import InputError
from bulletin_cli.limits import DEPTH, Limits
from bulletin_cli.reader import read
from bulletin_cli.reader.guard import skeleton

BOMBS = {
    "dotted key": ("issue.toml", "a." * 20_000 + "a = 1", "parts"),
    "dotted heading": ("issue.toml", "[" + "a." * 20_000 + "a]", "parts"),
    "quoted parts": ("issue.toml", '"a".' * 20_000 + "a = 1", "parts"),
    "dotted key in a table": ("issue.toml", "x = {" + "a . " * 20_000 + "a = 1}", "parts"),
    "digits": ("issue.toml", "number = " + "1" * 5_000, "digits"),
    "digits in JSON": ("issue.json", '{"number": ' + "1" * 5_000 + "}", "digits"),
    "nesting": ("issue.toml", "a = " + "[" * 5_000, "deep"),
    "nesting in JSON": ("issue.json", "[" * 100_000, "deep"),
    "tables in JSON": ("issue.json", '{"a":' * 100_000, "deep"),
    "many values": ("issue.toml", "a = [" + "1," * 1_000_000 + "]", "keys and marks"),
    "many headings": ("issue.toml", "[[a]]\n" * 600_000, "keys and marks"),
}


@pytest.mark.parametrize(("name", "content", "said"), BOMBS.values(), ids=BOMBS)
def test_what_overloads_a_parser_is_one_sentence(write, name, content, said):
    path = write(content, name)
    with pytest.raises(InputError) as error:
        read(path)
    assert said in str(error.value)
    assert str(error.value).startswith(f"{path}:1:") or "many" in said or "keys" in said


@pytest.mark.parametrize("bomb", ["dotted key", "nesting in JSON", "many values"])
def test_it_costs_little(write, measured, bomb):
    name, content, _said = BOMBS[bomb]
    code = (
        "import sys; from pathlib import Path; from bulletin_cli.reader import read\n"
        "try: read(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)\n"
    )
    raised, seconds, megabytes = measured(code, write(content, name))
    assert raised.strip() == "InputError"
    assert seconds < 3  # of which Python's own start is a part
    assert megabytes < 200


def test_texts_with_many_dots_and_brackets_are_texts(write, good):
    text = "1.2.3." * 1_000 + "[" * 1_000 + "9" * 1_000 + "=," * Limits().marks
    for quoted in (f'"{text}"', f'"""\n{text}\n"quoted" ""\n"""', f"'{text}'", f"'''{text}'''"):
        reading = read(write(good('"文"', quoted) + f"# {text}\n"))
        assert text in reading.issue.sections[0].items[0].text


@pytest.mark.parametrize(
    ("suffix", "text", "bare"),
    [
        (".toml", 'a = "x.y" # z', "a ="),
        (".toml", 'a = "\\"." # "', "a ="),
        (".toml", "a = '''x\n.y''' + 1", "a =\n+ 1"),
        (".toml", 'a = """x"".\\""""""', "a ="),
        (".toml", "a = 'x\nb = [1] # ]", "a = 'x\nb = [1]"),
        (".json", '{"a.b": "#\\"x"}', "{ : }"),
    ],
)
def test_the_skeleton_keeps_every_place(suffix, text, bare):
    made = skeleton(text, suffix)
    assert made.split() == bare.split()
    assert len(made) == len(text)
    assert all(
        there in {"\n", here} or there == " " for here, there in zip(text, made, strict=True)
    )


def test_the_format_itself_is_far_from_the_limits():
    assert DEPTH > 14

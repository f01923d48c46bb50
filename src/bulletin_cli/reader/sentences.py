"""What is said of a value that a model refuses: a code and a sentence for each kind of refusal."""

from bulletin_cli.diagnostics import Code
from bulletin_cli.messages import N_

_TEXT = N_('text between quotation marks, as "…"')
_WHOLE = N_("a whole number without quotation marks")
_NUMBER = N_("a number without quotation marks")
_LIST = N_("a list, as [ … ] or [[…]]")
_TABLE = N_("a table, as [ … ] or { … }")
FILE_OR_TABLE = N_("the name of the publication file, or the publication itself as a table")
EXPECTED = {
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": N_("true or false, without quotation marks"),
    "tuple_type": _LIST,
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
}
"""What should stand in the place of a value of another kind."""

KIND = N_('"{key}" must be {expected}, but {value} stands here.')
"""A value of another kind."""
CHOICE = N_('"{key}" is {value}; it must be one of: {choices}.')
"""A word that is none of a few."""
FORM = N_('"{key}" cannot be {value}; correct it.')
"""A value in another form, where nothing more can be said; in ``FORMS`` more is, by the key."""
FORMS = {
    "colour": N_(
        '"{key}" must be a colour in six signs 0-9, A-F, as "FF0000", but {value} stands here.'
    ),
    "wording": N_('"{key}" must hold {{page}} once, as "— {{page}} —", but {value} stands here.'),
}

SENTENCES = {
    "missing": (Code.MISSING_KEY, N_('"{key}" is missing here; it cannot be left out.')),
    "greater_than_equal": (Code.RANGE, N_('"{key}" is {value}; it must be at least {ge}.')),
    "greater_than": (Code.RANGE, N_('"{key}" is {value}; it must be more than {gt}.')),
    "less_than_equal": (Code.RANGE, N_('"{key}" is {value}; it must be at most {le}.')),
    "less_than": (Code.RANGE, N_('"{key}" is {value}; it must be less than {lt}.')),
    "control": (
        Code.CONTROL,
        N_(
            'In "{key}" the character at position {position} is a control character or'
            " none at all ({character}); remove it."
        ),
    ),
    "one_line": (Code.ONE_LINE, N_('"{key}" takes one line only; remove the line break in it.')),
    "blank": (Code.BLANK, N_('"{key}" is blank; fill it in, or remove it if it is not needed.')),
    "wording": (Code.PLACEHOLDER, N_('"{key}" cannot hold {found}; it may hold {known}.')),
    "date": (
        Code.DATE,
        N_('"{key}" must be a day of the calendar written 2021-05-17, but {value} stands here.'),
    ),
    "period": (Code.PERIOD, N_('"to" is a day before "from"; exchange or correct them.')),
    "total": (
        Code.TOTAL,
        N_(
            '"total" ({total}) is less than "number" ({number}); it counts every issue since the'
            " first."
        ),
    ),
    "width": (
        Code.FORM,
        N_(
            '"{key}" must be a number of characters, at most 100, or a share as "50%", but {value}'
            " stands here."
        ),
    ),
    "no_text": (
        Code.MISSING_KEY,
        N_('This item says nothing: give it "text", or "blocks" with text, pictures or a table.'),
    ),
    "block": (
        Code.BLOCK,
        N_('A block is one of "text", "pictures" and "table"; make a block of each.'),
    ),
    "table_rows": (
        Code.TABLE_ROWS,
        N_('A table has its rows either here, in "rows", or in a file, named in "file".'),
    ),
    "ragged": (
        Code.TABLE_ROWS,
        N_("Row {row} of this table has {count} cells instead of {wanted}; give each as many."),
    ),
    "table_widths": (
        Code.TABLE_ROWS,
        N_('"widths" has {count} figures for {wanted} columns; give one for each.'),
    ),
    "face": (Code.PROFILE, N_('There is no face "{face}"; known are: {known}.')),
    "area": (
        Code.PROFILE,
        N_("The type area does not fit on the paper: make it smaller, or the margins."),
    ),
    "folio": (
        Code.PROFILE,
        N_(
            "Below the type area there is only {room} of paper, too little for the page number:"
            ' make "gap" of [profile.folio] smaller, or the type area.'
        ),
    ),
    "folio_gap": (
        Code.PROFILE,
        N_(
            'The page number reaches into the text above it: "gap" of [profile.folio] must be at'
            " least {least}."
        ),
    ),
    "high": (
        Code.PROFILE,
        N_(
            "The type takes {size} in height, but its lines are only {room} high: make the type"
            " smaller, or the lines of the page fewer."
        ),
    ),
    "narrow": (
        Code.PROFILE,
        N_(
            "With its indents or sides and {count} characters a line takes {wanted}, but the type"
            " area is only {room} wide: make them smaller, or the type area wider."
        ),
    ),
    "wide": (
        Code.PROFILE,
        N_("This takes {wanted}, but the type area is only {room} wide: make it smaller."),
    ),
    "cell": (
        Code.PROFILE,
        N_(
            "With {count} characters on a line each has {cell}, but the text is {size} in size:"
            ' write "characters = {fit}" below [profile.grid], or correct the size.'
        ),
    ),
    "picture": (
        Code.PROFILE,
        N_(
            "White of {white} above and below leaves nothing of the {room} that a picture takes"
            ' at the most: make "space" smaller, or "lines" more.'
        ),
    ),
    "rule": (
        Code.PROFILE,
        N_("A rule of {weight} takes the {room} of white around the texts: make it thinner."),
    ),
    "dots": (
        Code.PROFILE,
        N_("Dots of {dot} run into one another, {room} from one to the next: make them smaller."),
    ),
    "length_or_none": (
        Code.FORM,
        N_(
            '"{key}" must be a length with its unit, as "2pt" or "5mm", or "none" for what is'
            " not to be there, but {value} stands here."
        ),
    ),
    "length": (
        Code.FORM,
        N_(
            '"{key}" must be a length with its unit, as "37mm", "16pt" or "3号", but {value}'
            " stands here."
        ),
    ),
}
"""By the kind of refusal: pydantic's own kinds, and those that our checks raise."""

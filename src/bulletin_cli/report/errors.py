"""What each code of the reader and of a series means; rules of the proofreader tell themselves."""

from bulletin_cli.diagnostics import Code
from bulletin_cli.messages import N_

MEANINGS = {
    Code.EMPTY: N_("The file is empty. Write the bulletin into it, or name another file."),
    Code.ENCODING: N_(
        "The file is not in UTF-8, or holds what is no text. Save it again from the editor, with"
        " the encoding UTF-8; Notepad's “ANSI” is GBK."
    ),
    Code.LINE_ENDS: N_(
        "Its lines end in the old Macintosh manner, which other programs take for one line. Save it"
        " again with line ends LF or CRLF."
    ),
    Code.SYNTAX: N_(
        "The marks of the file do not fit together: a quotation mark, a bracket, an equals sign or"
        " a comma is missing, doubled or full-width. What comes after it is not read before it is"
        " mended."
    ),
    Code.TWICE: N_("The same key or heading stands twice in one table. Keep one of them."),
    Code.NOT_A_TABLE: N_("A JSON file holds something else than one object. Put it between { }."),
    Code.UNKNOWN_KEY: N_(
        "There is no such key at this place; most often it is misspelt. All keys are in"
        " docs/input.md and in bulletin schema."
    ),
    Code.MISSING_KEY: N_("A key that cannot be left out is missing. The place is its table."),
    Code.KIND: N_(
        "The value is of another kind than the key takes: a number between quotation marks, say, or"
        " a text where a list should stand."
    ),
    Code.CONTROL: N_(
        "A text holds a character that no page can show and that Word and PDF cannot hold; it comes"
        " along when text is copied. Remove it."
    ),
    Code.BLANK: N_("A text says nothing. Fill it in, or remove the key."),
    Code.ONE_LINE: N_("A line break stands in a text that is set on one line. Remove it."),
    Code.DATE: N_("A date must be a day of the calendar, written 2021-05-17."),
    Code.RANGE: N_("A figure is too small or too large."),
    Code.TOTAL: N_(
        "The total counts every issue since the first, so it cannot be less than the number within"
        " the year."
    ),
    Code.PERIOD: N_("The collection period ends before it begins."),
    Code.PLACEHOLDER: N_(
        "The wording of the number line or of the collection period holds {…} that nothing fills."
    ),
    Code.WORDING: N_(
        "The wording of the number line and the numbers of the issue do not fit: one names what the"
        " other has not."
    ),
    Code.FORM: N_("The value is not in the form that the key takes, as a colour or a length."),
    Code.PROFILE: N_(
        "The house's profile does not fit together: it names a face that there is not, the type"
        " area is larger than the paper, or the type larger than its lines and columns."
    ),
    Code.NOTATION: N_(
        "A notation in a text is not closed, holds nothing, stands too deep, or is a link without a"
        " right address. To print its characters as they are, double its brace."
    ),
    Code.PUBLICATION_NAME: N_(
        "The name of the publication's file leads elsewhere: name it from the issue's folder on,"
        " with / between the parts."
    ),
    Code.PICTURE_NAME: N_(
        "The name of a picture or of a table's file leads out of the folder of the file that names"
        " it, or to another computer. Put it beside that file."
    ),
    Code.PICTURE_MISSING: N_("The picture's file is not there or cannot be opened."),
    Code.PICTURE_BROKEN: N_(
        "The picture is damaged, or neither PNG nor JPEG nor WebP. Export it again."
    ),
    Code.PICTURE_LARGE: N_("The picture has too many pixels, or none. Export it anew."),
    Code.PICTURES_WIDE: N_(
        "The widths of pictures side by side, and the space between them, are more than the text is"
        " wide."
    ),
    Code.TABLE_FILE: N_("The file with the rows of a table is not there or cannot be opened."),
    Code.TABLE_ROWS: N_(
        "The rows of a table do not have as many cells as there are columns, are too many, or stand"
        " both in the file and beside it."
    ),
    Code.BLOCK: N_(
        "An item needs text or blocks, and a block is one of three things: text, pictures or a"
        " table."
    ),
    Code.NO_FACE: N_(
        "No font has this character, so it would be an empty box. Write another, or give a font"
        " that has it with --font-path."
    ),
    Code.OVERFULL: N_(
        "The masthead or the foot leaves no room on the page for text, or a line of the masthead"
        " is too long."
    ),
    Code.TABLE_WIDE: N_(
        "A table is wider than the text, one of its rows is higher than a page, or the captions of"
        " pictures side by side are. Use fewer columns, shorter texts or the smaller size."
    ),
    Code.DOUBLE: N_("Two issues of a year have the same number. Each is given once."),
    Code.GAP: N_("Between two issues of a year a number is left out."),
    Code.YEAR: N_("Numbers begin anew with each year, at 1."),
    Code.DOUBLE_TOTAL: N_("Two issues have the same total. It rises by one with every issue."),
    Code.TOTAL_BREAK: N_("The total does not follow that of the issue before."),
    Code.NO_TOTAL: N_("The total is missing here, though the issue before has one."),
    Code.UNNUMBERED: N_("The issue has no number, though others of the publication have one."),
    Code.DATE_BACK: N_("An issue is dated before one with a lower number."),
    Code.SECTION_UNKNOWN: N_("The section is not in the publication's list of sections."),
    Code.SECTION_ORDER: N_("The sections stand in another order than in the publication's list."),
}
"""What each code means."""

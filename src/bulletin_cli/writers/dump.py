"""Pages as text: what stands where, line by line; the goldens of the tests."""

from bulletin_cli.pages import Figure, Glyphs, Item, Pages, Polygon, Stroke


def write(pages: Pages) -> str:
    """The pages as text: places in points from the top left, sizes, faces, and the characters.

    A line names baseline and left edge, width, face and size, then the text; ``E`` is the number of
    the structure element it belongs to, ``-`` what belongs to none.
    """
    lines = [f"paper {pages.width:.2f} x {pages.height:.2f} pt"]
    lines += [
        f"element {index} {element.role} {element.level or '-'} {element.text}"
        for index, element in enumerate(pages.elements)
    ]
    for page in pages.pages:
        lines.append(f"page {page.number}")
        lines += [f"  {_item(item)}" for item in page.items]
    return "\n".join(lines) + "\n"


def _item(item: Item) -> str:
    place = f"y {item.y:.2f} x {item.x:.2f}"
    match item:
        case Glyphs():
            width = f"w {sum(item.advances):.2f}"
            face = f"{item.face} {item.size:g} {item.colour}"
            return f"{place} {width} {face} E{_element(item.element)} {item.text}"
        case Stroke():
            kind = f"dots {item.step:.2f}" if item.step else "rule"
            extent = f"h {item.height:.2f}" if item.height else f"w {item.width:.2f}"
            return f"{place} {extent} {kind} {item.weight:.2f} {item.colour}"
        case Polygon():
            corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in item.corners)
            return f"{place} shape {item.colour} {corners}"
        case Figure():
            size = f"{item.width:.2f} x {item.height:.2f}"
            return f"{place} figure {size} E{_element(item.element)} {item.picture.description}"


def _element(element: int | None) -> str:
    return "-" if element is None else str(element)

"""Strip plots that tell at a glance where improvisers are unlike people: a corpus a panel, a measure a row, an improviser a shape.

The axis is the distance from the human value in half widths of the human band (``evaluation/standings.py``); the band is grey, 0 is what people do. What lies further off than LIMIT
stands in the margin. Every sign says its numbers to the mouse. Each improviser has a shape and a lane of its own in a row, so that the picture can be read without colours and dots do not hide each
other; the colours are those of Okabe & Ito (``pianoroll.py``).
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from stages.rendering.pianoroll import text

LIMIT = 6                                       # half widths
LEFT, RIGHT, MARGIN, MIDDLE = 232, 16, 60, 600  # pixels: labels, right edge, the places further off, the axis
WIDTH = LEFT + MIDDLE + 2 * MARGIN + RIGHT
HEAD, FOOT, LANE, ROOM = 70, 46, 4, 12          # pixels: above and below the rows, a lane of a row, around the lanes
LEGEND_LINE = 22

# Paths around (0, 0); full and hollow, so that there are twice as many signs as shapes.
SHAPES = ("M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z", "M-4 -4h8v8h-8z", "M0 -5L5 4H-5z", "M0 -5.6L5.6 0L0 5.6L-5.6 0z", "M0 5L5 -4H-5z",
          "M-1.6 -5h3.2v3.4h3.4v3.2h-3.4v3.4h-3.2v-3.4h-3.4v-3.2h3.4z")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#a0306a", "#000000", "#b07800")

STYLE = """\
.strips { font-family: system-ui, "Liberation Sans", Arial, sans-serif; fill: #222; font-size: 12px; }
.strips .title { font-size: 18px; font-weight: 600; }
.strips .faint { fill: #666; font-size: 11px; }
.strips .band { fill: #dcdcd6; }
.strips .rule { stroke: #e6e6e0; }
.strips .people { stroke: #55554f; }
.strips .beyond { fill: #f7f7f4; }
"""


@dataclass(frozen=True)
class Strip:
    """A row.

    Args:
        label: what is measured.
        low, high: the ends of the human band, in half widths from the human value.
        dots: {improviser: (distance in half widths, or infinite; words about it)}.
    """

    label: str
    low: float
    high: float
    dots: dict[str, tuple[float, str]]


def svg(panels: dict[str, Sequence[Strip]]) -> str:
    """The picture as a standalone SVG document, identical on every run; ``panels``: the rows of each corpus, one above the other."""
    names = list(dict.fromkeys(name for strips in panels.values() for strip in strips for name in strip.dots))
    height, drawn, titles = 0, [], "; ".join(panels)
    for title, strips in panels.items():
        parts, room = _panel(title, strips, names)
        drawn += [f'<g transform="translate(0 {height})">', *parts, "</g>"]
        height += room
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" class="strips" role="img" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">',
        f"<title>{text(f'How far from people: {titles}')}</title>", f"<style>\n{STYLE}</style>", f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>', *drawn, "</svg>"]) + "\n"


def _panel(title: str, strips: Sequence[Strip], names: Sequence[str]) -> tuple[list[str], int]:
    """A panel and its height; the legend has the improvisers that are in it."""
    here = {name for strip in strips for name in strip.dots}
    legend = list(_legend(names, here))
    top = HEAD + LEGEND_LINE * (1 + max((line for _, line, _ in legend), default=0))
    height = top + len(strips) * _row_height(names) + FOOT
    parts = [
        f'<text class="title" x="16" y="28">{text(f"How far from people: the takes of each improviser, {title}")}</text>',
        '<text class="faint" x="16" y="47">0 is the human value; the grey band holds 19 of 20 sets of human solos. Further left: less than people; further right: more.</text>',
    ]
    parts += [f'{_sign(number, LEFT + x, HEAD + line * LEGEND_LINE)}<text x="{LEFT + x + 12}" y="{HEAD + line * LEGEND_LINE + 4}">{text(names[number])}</text>' for number, line, x in legend]
    parts += _axis(top, height - FOOT)
    for place, strip in enumerate(strips):
        parts += _row(strip, names, top + place * _row_height(names))
    return parts, height


def _row_height(names: Sequence[str]) -> int:
    return ROOM + LANE * max(len(names), 1)


def _legend(names: Sequence[str], here: Container[str]) -> Iterator[tuple[int, int, int]]:
    """(number, line, x) of each improviser that is here."""
    line, x = 0, 0
    for number, name in enumerate(names):
        if name not in here:
            continue
        room = 34 + 7 * len(name)
        if x and x + room > MIDDLE + 2 * MARGIN:
            line, x = line + 1, 0
        yield number, line, x
        x += room


def _x(distance: float) -> float:
    """Pixels; what is further off than LIMIT stands in the middle of the margin."""
    if abs(distance) > LIMIT:
        return LEFT + MARGIN / 2 if distance < 0 else LEFT + MARGIN + MIDDLE + MARGIN / 2
    return LEFT + MARGIN + MIDDLE * (distance + LIMIT) / (2 * LIMIT)


def _axis(top: int, bottom: int) -> Iterator[str]:
    for x in (LEFT, LEFT + MARGIN + MIDDLE):
        yield f'<rect class="beyond" x="{x}" y="{top}" width="{MARGIN}" height="{bottom - top}"/>'
    for tick in range(-LIMIT, LIMIT + 1):
        yield f'<path class="{"rule" if tick else "people"}" d="M{_x(tick):.1f} {top}V{bottom}"/>'
        yield f'<text class="faint" x="{_x(tick):.1f}" y="{bottom + 16}" text-anchor="middle">{tick}</text>'
    for x in (LEFT + MARGIN / 2, LEFT + MARGIN + MIDDLE + MARGIN / 2):
        yield f'<text class="faint" x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">further</text>'
    yield f'<text class="faint" x="{_x(0):.1f}" y="{bottom + 34}" text-anchor="middle">distance from the human value, in half widths of the human band</text>'


def _row(strip: Strip, names: Sequence[str], top: int) -> Iterator[str]:
    height = _row_height(names)
    left, right = (_x(max(-LIMIT, min(LIMIT, end))) for end in (strip.low, strip.high))
    yield f'<rect class="band" x="{left:.1f}" y="{top + 2}" width="{right - left:.1f}" height="{height - 4}"/>'
    yield f'<path class="people" d="M{_x(0):.1f} {top + 2}V{top + height - 2}"/><path class="rule" d="M{LEFT} {top + height}H{LEFT + MIDDLE + 2 * MARGIN}"/>'
    yield f'<text x="{LEFT - 10}" y="{top + height / 2 + 4:.1f}" text-anchor="end">{text(strip.label)}</text>'
    for number, name in enumerate(names):
        if name in strip.dots:
            distance, words = strip.dots[name]
            yield _sign(number, _x(distance), top + ROOM / 2 + LANE * (number + 0.5), f"{name}, {strip.label}: {words}")


def _sign(number: int, x: float, y: float, words: str = "") -> str:
    colour, full = COLOURS[number % len(COLOURS)], number // len(SHAPES) % 2 == 0
    title = f"<title>{text(words)}</title>" if words else ""
    return (f'<path d="{SHAPES[number % len(SHAPES)]}" transform="translate({x:.1f} {y:.1f})" fill="{colour if full else "#fff"}" stroke="{"#fff" if full else colour}" '
            f'stroke-width="{0.8 if full else 1.6}">{title}</path>')

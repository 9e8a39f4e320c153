"""Folds a sheet of eight panels in numbers, step by step, as the hands do it with paper.

x goes to the right, y up, z towards whoever holds the sheet. A panel is one wide and one high.
"""

from dataclasses import dataclass, replace

Vector = tuple[int, int, int]

UP: Vector = (0, 1, 0)


@dataclass(frozen=True)
class Face:
    """The printed side of a panel: its place on the flat sheet, where it looks, where its top is.

    ``leaf`` is the direction, seen from the spine, in which the panel lies once it is a booklet.
    """

    column: int
    row: int
    looks: Vector
    up: Vector
    leaf: Vector = (0, 0, 0)


def flat_sheet(turned: dict[tuple[int, int], bool]) -> list[Face]:
    """Return the sheet as it comes from the printer, its print in front; ``turned`` by place."""
    return [
        Face(column, row, (0, 0, 1), (0, -1, 0) if upside_down else UP)
        for (column, row), upside_down in turned.items()
    ]


def fold(sheet: list[Face]) -> list[Face]:
    """Return the faces of the booklet in the order in which they are read."""
    return leafed_through([pushed(folded_lengthwise(face)) for face in sheet])


def folded_lengthwise(face: Face) -> Face:
    """Turn the upper row over to the back, around the line in the middle of the sheet."""
    if face.row == 1:
        return face

    def over(vector: Vector) -> Vector:
        x, y, z = vector
        return x, -y, -z

    return replace(face, looks=over(face.looks), up=over(face.up))


def pushed(face: Face) -> Face:
    """Push both ends towards the middle, where the cut lets front and back apart.

    The outer panels only slide: they lie left and right of the middle. The two middle ones of the
    front turn on their outer edges until they are back to back and point forward; those of the
    back do the same backwards.
    """
    front = face.row == 1
    if face.column == 0:
        return replace(face, leaf=(-1, 0, 0))
    if face.column == 3:
        return replace(face, leaf=(1, 0, 0))
    # What pointed right along the sheet points away from the spine for the left one of the two,
    # and back towards it for the right one.
    outward: Vector = (0, 0, 1) if front else (0, 0, -1)
    right_becomes = outward if face.column == 1 else (0, 0, -outward[2])

    def turned(vector: Vector) -> Vector:
        x, y, z = vector
        # A turn around y that takes (1, 0, 0) to (0, 0, s) takes (0, 0, 1) to (-s, 0, 0).
        s = right_becomes[2]
        return -s * z, y, s * x

    return replace(face, looks=turned(face.looks), up=turned(face.up), leaf=outward)


def leafed_through(cross: list[Face]) -> list[Face]:
    """Close the cross to a booklet and turn its pages.

    Its cover is the leaf that points right, since then the spine is on its left; all others lie
    behind it. One reads its front, then its back; then the next leaf behind, from the side that
    faces the one before.
    """
    right, back, left, front = (1, 0, 0), (0, 0, -1), (-1, 0, 0), (0, 0, 1)
    order = []
    for leaf, before in ((right, front), (back, right), (left, back), (front, left)):
        first = next(face for face in cross if face.leaf == leaf and face.looks == before)
        other = next(face for face in cross if face.leaf == leaf and face.looks != before)
        assert other.looks == tuple(-part for part in first.looks), "back to back"
        order += [first, other]
    return order

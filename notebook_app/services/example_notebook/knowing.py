"""What the example remembers of people, and how well one came to know them."""

from notebook_app.model.contact import Stage

FACTS: dict[str, tuple[str, ...]] = {
    "carla": ("Son Joel plays the cello", "Moves the showroom in March"),
    "elif": ("Runs half marathons", "Two daughters, one studies in Ghent"),
    "oskar": ("Sails a folkboat",),
    "marcus": ("Collects old type specimens", "Never before ten in the morning"),
    "ben": ("Sister Amina has the flower shop",),
    "maria": ("Walks a week of the Camino every year",),
    "ruth": ("Reads crime stories in Swedish to learn it",),
    "jonas": ("Mends clocks for friends",),
    "zoe": ("Paints in large formats; hates frames",),
    "hiro": ("Green tea, no coffee",),
    "gustav": ("Three grandchildren", "Builds a kayak in the shed"),
}
"""By the key of the person."""


def steps(stage: Stage, first: int, last: int) -> list[tuple[Stage, int]]:
    """Return the stages up to ``stage``, each with how many days ago it came.

    The first came ``first`` days ago, the others evenly until ``last`` days ago.
    """
    stages = list(Stage)[: list(Stage).index(stage) + 1]
    apart = (first - last) / len(stages)
    return [(each, round(first - number * apart)) for number, each in enumerate(stages)]

"""How well colours stand out from each other, as WCAG 2.1 measures it."""


def relative_luminance(colour: str) -> float:
    """Return the luminance of ``#RRGGBB`` from 0 (black) to 1 (WCAG 2.1, relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 (none) to 21 (WCAG 2.1, contrast ratio)."""
    darker, lighter = sorted((relative_luminance(one), relative_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)

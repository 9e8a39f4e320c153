"""The one table of which property is read by what; whatever is not in it stays verbatim."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import Reader
from notebook_app.formats.vcard.properties import (
    about,
    android,
    damaged,
    dates,
    links,
    names,
    photo,
    reach,
    related,
    texts,
)

READERS: Mapping[str, Reader] = {
    **names.READERS,
    **texts.READERS,
    **reach.READERS,
    **links.READERS,
    **dates.READERS,
    **related.READERS,
    **about.READERS,
    **photo.READERS,
    **android.READERS,
    **damaged.READERS,
}

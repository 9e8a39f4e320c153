"""Reads a line as one would write it on the back of a card; what is not understood stays text.

    Coffee with Carla @Bean House, son plays the cello, moving in March #chamber !call next tue

Readers go over the line one after the other, the surest first, and each takes what it understood.
In the end the text is what nobody took. A reader looks at each word a few times at most, so a
line of 5,000 letters is read in a moment as well.
"""

from notebook_app.model.capture.after_event import AfterEventReader
from notebook_app.model.capture.amounts import read_amounts
from notebook_app.model.capture.captured import CaptureContext, CapturedLine
from notebook_app.model.capture.conclusion import concluded
from notebook_app.model.capture.favours import FavourReader
from notebook_app.model.capture.found import Reading
from notebook_app.model.capture.marks import read_marks
from notebook_app.model.capture.names import Names
from notebook_app.model.capture.opening import OpeningReader
from notebook_app.model.capture.reach import read_addresses, read_phones
from notebook_app.model.capture.services_named import read_services


def read_line(line: str, context: CaptureContext) -> CapturedLine:
    """Return everything that a line says; never raises, whatever it holds."""
    reading = Reading(line, context)
    if line.strip():
        names = Names(reading)
        read_addresses(reading)
        read_marks(reading)
        read_phones(reading)
        read_amounts(reading)
        if not (context.after_event and AfterEventReader(reading, names).read()):
            OpeningReader(reading, names).read()
        FavourReader(reading, names).read()
        read_services(reading)
    return concluded(reading)

"""Several programs at once, and programs killed in the middle, lose nothing."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.services.save_contact import add_contact
from notebook_app.storage.notebook import Notebook
from tests.storage.conftest import TODAY
from tests.storage.whole_content import assert_all_is_well

_WRITER = """
import sys
from datetime import date
from pathlib import Path
from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.conversation import ConversationDraft
from notebook_app.services.log_conversation import log_conversation
from notebook_app.storage.notebook import Notebook
path, name, count = sys.argv[1:]
today = date(2026, 3, 10)
notebook = Notebook.open(Path(path), StoppedClock(today), busy_seconds=60)
for number in range(int(count)):
    log_conversation(notebook, ConversationDraft((1,), f"{name} {number}", today))
    print(number, flush=True)
notebook.close()
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A process that logs conversations and tells each number once it is written."""
    command = [sys.executable, "-c", _WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def texts_in(notebook: Notebook) -> list[str]:
    """What was said, in the order of writing."""
    return [text for (text,) in notebook.database.execute_sql("SELECT text FROM conversation")]


@pytest.fixture
def one_person(notebook: Notebook) -> Notebook:
    """A notebook with somebody to talk to."""
    add_contact(notebook, ContactDraft(ContactDetails(display_name="Anna")))
    return notebook


def test_two_programs_write_at_once_and_lose_nothing(one_person: Notebook) -> None:
    """Two hundred conversations each, while a third reads."""
    writers = [writer(one_person.path, name, 200) for name in "AB"]
    seen = 0
    while any(process.poll() is None for process in writers):
        count = one_person.database.execute_sql("SELECT count(*) FROM conversation").fetchone()[0]
        assert count >= seen
        seen = count
        time.sleep(0.01)
    assert [process.wait() for process in writers] == [0, 0]
    for process in writers:
        assert process.stdout is not None
        process.stdout.close()
    texts = texts_in(one_person)
    for name in "AB":
        own = [text for text in texts if text.startswith(name)]
        assert own == [f"{name} {number}" for number in range(200)]
    assert_all_is_well(one_person)
    taken_back = 0
    while one_person.undo() is not None:
        taken_back += 1
    assert taken_back == 401
    assert texts_in(one_person) == []
    assert_all_is_well(one_person)


def test_threads_with_connections_of_their_own_write_at_once(one_person: Notebook) -> None:
    """As the window and its background work do; each connection is given back."""
    errors: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with one_person.connection():
                for number in range(40):
                    draft = ConversationDraft((1,), f"{name} {number}", TODAY)
                    log_conversation(one_person, draft)
            assert one_person.database.is_closed()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    write_here = [f"C {number}" for number in range(40)]
    for text in write_here:
        log_conversation(one_person, ConversationDraft((1,), text, TODAY))
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(texts_in(one_person)) == 120
    assert_all_is_well(one_person)


def test_two_programs_make_the_same_notebook_at_once(path: Path) -> None:
    """Both find it whole."""
    script = (
        "import sys; from pathlib import Path; from notebook_app.storage.notebook import Notebook;"
        "n = Notebook.open(Path(sys.argv[1])); print(n.contacts.all_ids()); n.close()"
    )
    command = [sys.executable, "-c", script, str(path)]
    pipe = subprocess.PIPE
    made = [subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) for _ in range(3)]
    assert [process.communicate() for process in made] == [("[]\n", "")] * 3


def kill_in_mid_write(path: Path, tries: int) -> None:
    """Kill a writer again and again; whatever it said was written must be there."""
    chance = random.Random(4)
    for attempt in range(tries):
        process = writer(path, f"try {attempt}:", 100_000)
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(chance.randrange(1, 25))]
        time.sleep(chance.random() * 0.01)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged += process.stdout.read().split()
        process.wait()
        process.stdout.close()
        notebook = Notebook.open(path, StoppedClock(TODAY))
        own = [text for text in texts_in(notebook) if text.startswith(f"try {attempt}:")]
        last = int(acknowledged[-1])
        assert own[: last + 1] == [f"try {attempt}: {number}" for number in range(last + 1)]
        assert len(own) <= last + 2
        assert_all_is_well(notebook)
        notebook.close()


def test_a_program_killed_in_mid_write_loses_nothing_it_acknowledged(one_person: Notebook) -> None:
    """A handful of times."""
    one_person.close()
    kill_in_mid_write(one_person.path, 6)


@pytest.mark.slow
def test_a_program_killed_a_thousand_times_loses_nothing(one_person: Notebook) -> None:
    """The same, until luck is ruled out."""
    one_person.close()
    kill_in_mid_write(one_person.path, 1000)

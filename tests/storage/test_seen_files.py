"""Files of a watched folder are remembered by their content, beside what can be undone."""

from hashlib import sha256

from notebook_app.model.seen_file import SeenAnswer
from notebook_app.storage.notebook import Notebook

DIGESTS = [sha256(str(number).encode()).hexdigest() for number in range(1_200)]


def test_files_are_known_by_their_content_and_the_last_answer_counts(notebook: Notebook) -> None:
    with notebook.tidying():
        for digest in DIGESTS[:1_100]:
            notebook.seen_files.keep(digest, "phone.vcf", SeenAnswer.NOT_THIS)
        notebook.seen_files.keep(DIGESTS[0], "x" * 1_000, SeenAnswer.IMPORTED)
    known = notebook.seen_files.known(DIGESTS)
    assert set(known) == set(DIGESTS[:1_100])
    assert known[DIGESTS[0]] is SeenAnswer.IMPORTED
    assert known[DIGESTS[1]] is SeenAnswer.NOT_THIS
    assert notebook.seen_files.known([]) == {}
    assert notebook.journal.undo_label() is None

"""Good questions: ready-made and the user's own, in the user's words, none of them twice."""

from notebook_app.model.good_questions import READY_MADE
from notebook_app.storage.notebook import Notebook
from tests.storage.whole_content import content_of


def test_the_ready_made_ones_are_there_and_all_differ(notebook: Notebook) -> None:
    offered = [question.text for question in notebook.questions.offered()]
    assert offered == list(READY_MADE)
    assert len(set(READY_MADE)) >= 25
    assert all(text.endswith("?") for text in READY_MADE)


def test_own_ones_come_first_and_can_be_changed_and_taken_out(notebook: Notebook) -> None:
    with notebook.change("questions"):
        notebook.questions.add(" What  is growing? ")
        notebook.questions.add("Who rows the boat?")
        notebook.questions.add("Who rows the boat?")
    assert [question.text for question in notebook.questions.offered()][:3] == [
        "What is growing?",
        "Who rows the boat?",
        READY_MADE[0],
    ]
    with notebook.change("questions"):
        notebook.questions.change("What is growing?", "What grows?")
        notebook.questions.remove("Who rows the boat?")
    assert [question.text for question in notebook.questions.offered()][:2] == [
        "What grows?",
        READY_MADE[0],
    ]


def test_a_hidden_one_is_kept_and_can_be_shown_again(notebook: Notebook) -> None:
    with notebook.change("own"):
        notebook.questions.add("Mine?")
    before = content_of(notebook)
    with notebook.change("hide"):
        notebook.questions.hide(READY_MADE[3])
        notebook.questions.hide("Mine?")
    hidden = [question.text for question in notebook.questions.all() if question.hidden]
    assert hidden == ["Mine?", READY_MADE[3]]
    assert len(notebook.questions.offered()) == len(READY_MADE) - 1
    with notebook.change("show"):
        notebook.questions.show(READY_MADE[3])
        notebook.questions.show("Mine?")
    assert len(notebook.questions.offered()) == len(READY_MADE) + 1
    notebook.undo()
    notebook.undo()
    assert content_of(notebook) == before


def test_a_ready_made_one_in_other_words_is_the_user_s_own(notebook: Notebook) -> None:
    with notebook.change("words"):
        notebook.questions.change(READY_MADE[0], "What keeps you up?")
    offered = notebook.questions.offered()
    assert offered[0].text == "What keeps you up?"
    assert offered[0].id is not None
    assert READY_MADE[0] not in [question.text for question in offered]
    with notebook.change("again"):
        notebook.questions.add(READY_MADE[0])
        notebook.questions.remove("What keeps you up?")
    assert [question.text for question in notebook.questions.offered()] == list(READY_MADE)

"""Find the one opportunity that words mean."""

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.name_form import folded
from notebook_app.model.opportunity import OpportunityState
from notebook_app.model.opportunity_rows import OpportunityFilter, OpportunityRow
from notebook_app.storage.notebook import Notebook

_NAMED_AT_MOST = 8
_LONGEST_ID = 18


def find_opportunity(notebook: Notebook, words: str) -> OpportunityRow:
    """Return the opportunity with this id, UUID, or enough of title and person to be unique.

    Of several the one with exactly that title is meant, and an open one rather than another.

    Raises:
        UserProblem: there is none, or several, which are then listed.
    """
    text = words.strip()
    numbered = text.isdecimal() and len(text) <= _LONGEST_ID
    opportunity_id = int(text) if numbered else notebook.opportunities.id_of(text.lower())
    if opportunity_id is not None:
        rows = notebook.opportunity_list.rows([opportunity_id])
        if rows:
            return rows[0]
    wanted = OpportunityFilter(words=text)
    for state in OpportunityState:
        ids = notebook.opportunity_list.column(state, wanted).ids if text else ()
        found = notebook.opportunity_list.rows(ids[: _NAMED_AT_MOST + 1])
        named = [row for row in found if folded(row.title) == folded(text)]
        if len(named or found) == 1:
            return (named or found)[0]
        if found:
            listed = "; ".join(
                f"{row.title}, {row.contact.name} ({row.id})" for row in found[:_NAMED_AT_MOST]
            )
            more = ", and more" if len(ids) > _NAMED_AT_MOST else ""
            raise UserProblem(
                f"“{text}” can be {listed}{more}.", "", "Say more of the title, or use the number."
            )
    raise UserProblem(f"There is no opportunity “{text}” in the notebook.")

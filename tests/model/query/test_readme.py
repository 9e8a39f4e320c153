"""The README's table of the query language is the table of its keys."""

from pathlib import Path

from notebook_app.model.query.keys import KEYS, OWN_FIELD_EXAMPLE

README = Path(__file__).parents[3] / "README.md"


def test_the_table_in_the_readme_is_that_of_the_keys() -> None:
    rows = ["| key | finds | for example |", "|---|---|---|"]
    for key in KEYS:
        examples = " ".join(f"`{example}`" for example in key.examples)
        rows.append(f"| `{key.name}:` | {key.finds} | {examples} |")
    rows.append(f"| *own field* | {OWN_FIELD_EXAMPLE[1]} | `{OWN_FIELD_EXAMPLE[0]}` |")
    assert "\n".join(rows) in README.read_text(encoding="utf-8")

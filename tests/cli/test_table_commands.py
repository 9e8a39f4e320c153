"""Tables on the command line."""

from pathlib import Path

from tests.cli.conftest import CommandLine

LIST = "Wer;Handy;Schuhe\nÅsa Lind;+46 70 123 45 60;43\n"


def file(folder: Path, text: str) -> str:
    """Write a table and return where it is."""
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_dry_run_tells_how_a_table_is_read(first_cli: CommandLine, tmp_path: Path) -> None:
    plan = first_cli.json("import", file(tmp_path, LIST), "--dry-run")
    [table] = plan["tables"]
    assert (table["encoding"], table["separator"], table["known_by"]) == ("UTF-8", ";", "guessed")
    assert [column["goes_to"] for column in table["columns"]] == ["name", "phone:mobile", None]
    assert table["columns"][2]["samples"] == ["43"]
    assert table["not_taken"] == ["Schuhe"]
    assert plan["preview"][0]["line"] == 2
    assert not first_cli.path.exists()


def test_columns_are_said_once_and_remembered(cli: CommandLine, tmp_path: Path) -> None:
    path = file(tmp_path, LIST)
    cli.json("import", path, "--map", "schuhe=own", "--map", "Handy=phone:work")
    asa = cli.json("show", "Åsa")
    assert asa["own_fields"] == [{"name": "Schuhe", "value": "43"}]
    assert asa["phones"] == [{"label": "work", "number": "+46 70 123 45 60"}]
    again = cli.json("import", path)
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 1)
    assert again["tables"][0]["known_by"] == "remembered"


def test_the_first_row_is_said_to_be_a_person_once(cli: CommandLine, tmp_path: Path) -> None:
    path = file(tmp_path, "Eva,Ek\nAnn,Berg\n")
    wide = ("--map", "Eva=given_name", "--map", "Ek=family_name", "--first-row", "header")
    assert cli.json("import", path, "--dry-run", *wide)["cards"] == 1
    said = ("--map", "Column 1=given_name", "--map", "Column 2=family_name")
    answer = cli.json("import", path, *said, "--first-row", "person")
    assert answer["added"] == 2
    assert cli.json("import", path)["tables"][0]["known_by"] == "remembered"


def test_a_wrong_column_or_field_is_said_and_nothing_written(
    cli: CommandLine, tmp_path: Path
) -> None:
    path = file(tmp_path, LIST)
    answer = cli("import", path, "--map", "Hut=own")
    assert answer.status == 2
    assert "Wer, Handy, Schuhe" in answer.err
    assert cli("import", path, "--map", "Wer=shoes").status == 2
    assert cli.json("list") == []


def test_a_table_is_exported_and_taken_back(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", file(tmp_path, LIST))
    out = tmp_path / "out.csv"
    told = cli.json("export", str(out), "--columns", "name,phones", "--excel")
    assert told["count"] == 1
    assert out.read_bytes().decode("utf-8-sig") == (
        "Name,Phone 1 label,Phone 1\r\nÅsa Lind,mobile,'+46 70 123 45 60\r\n"
    )
    assert cli.json("import", str(out))["unchanged"] == 1

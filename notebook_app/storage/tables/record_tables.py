"""Tables of what the notebook remembers of itself: imports, source cards, settings, the journal."""

from peewee import AutoField, IntegerField, Model, TextField


class ImportTable(Model):
    """Imports that were done."""

    id = AutoField()
    uid = TextField(unique=True)
    file_name = TextField()
    imported_at = TextField()
    cards = IntegerField()
    added = IntegerField()
    updated = IntegerField()
    unchanged = IntegerField()
    rejected = IntegerField()
    rejected_file = TextField(null=True)
    undone_at = TextField(null=True)

    class Meta:
        table_name = "import_record"


class ImportContactTable(Model):
    """What an import did to which contact."""

    id = AutoField()
    import_id = IntegerField()
    contact_id = IntegerField()
    imported_on = TextField()
    outcome = TextField()
    before = TextField(null=True)
    after = TextField(null=True)

    class Meta:
        table_name = "import_contact"


class SourceCardTable(Model):
    """The card that a contact came from, as it stood, without its photo's bytes."""

    id = AutoField()
    contact_id = IntegerField()
    uid = TextField(default="")
    version = TextField()
    fingerprint = TextField()
    # peewee's models have a method called raw.
    raw_card = TextField(column_name="raw")

    class Meta:
        table_name = "source_card"


class SetAsideCardTable(Model):
    """A card that could not be read; of a very long one only the beginning."""

    id = AutoField()
    import_id = IntegerField(null=True)
    file_name = TextField()
    line = IntegerField()
    reason = TextField()
    # peewee's models have a method called raw.
    raw_card = TextField(column_name="raw")
    digest = TextField()
    whole = IntegerField(default=1)
    rejected_file = TextField(null=True)
    set_aside_at = TextField()

    class Meta:
        table_name = "set_aside_card"


class SettingTable(Model):
    """The notebook's own settings."""

    id = AutoField()
    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = "setting"


class PrintedListTable(Model):
    """Lists that were printed; their number is on the paper."""

    number = AutoField()
    uid = TextField(unique=True)
    title = TextField()
    printed_on = TextField()
    printed_at = TextField()

    class Meta:
        table_name = "printed_list"


class PrintedRowTable(Model):
    """The rows of a printed list, in its order."""

    id = AutoField()
    list_number = IntegerField()
    position = IntegerField()
    contact_uid = TextField()
    follow_up_uid = TextField(null=True)
    due_on = TextField(null=True)

    class Meta:
        table_name = "printed_row"


class PrintedAnswerTable(Model):
    """What came back from paper, row by row."""

    id = AutoField()
    list_number = IntegerField()
    position = IntegerField()
    answer = TextField()
    answered_on = TextField()

    class Meta:
        table_name = "printed_answer"


class SeenFileTable(Model):
    """Files of a watched folder that were offered already."""

    id = AutoField()
    sha256 = TextField(unique=True)
    name = TextField()
    answer = TextField()
    seen_at = TextField()

    class Meta:
        table_name = "seen_file"


class JournalStepTable(Model):
    """One undoable step."""

    id = AutoField()
    label = TextField()
    made_at = TextField()
    undone = IntegerField(default=0)
    import_id = IntegerField(null=True)

    class Meta:
        table_name = "journal_step"


class JournalRowTable(Model):
    """What one row was before a step."""

    id = AutoField()
    step_id = IntegerField()
    table_name = TextField()
    row_id = IntegerField()
    last_row_id = IntegerField(null=True)
    act = TextField()
    before = TextField(null=True)

    class Meta:
        table_name = "journal_row"

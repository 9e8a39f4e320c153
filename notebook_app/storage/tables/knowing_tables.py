"""Tables of how well one knows people, what to remember of them, and what to ask."""

from peewee import AutoField, IntegerField, Model, TextField


class StageStepTable(Model):
    """When a contact came to which stage; '' where the stage was taken away."""

    id = AutoField()
    uid = TextField(unique=True)
    contact_id = IntegerField()
    stage = TextField()
    since = TextField()

    class Meta:
        table_name = "stage_step"


class DeclinedStageTable(Model):
    """Suggested steps that the user did not want."""

    id = AutoField()
    contact_id = IntegerField()
    stage = TextField()
    declined_on = TextField()

    class Meta:
        table_name = "declined_stage"


class RememberedTable(Model):
    """Things to remember of people."""

    id = AutoField()
    uid = TextField(unique=True)
    contact_id = IntegerField()
    position = IntegerField(default=0)
    text = TextField()
    noted_on = TextField()
    conversation_id = IntegerField(null=True)

    class Meta:
        table_name = "remembered"


class QuestionTable(Model):
    """Good questions of the user's own, and ready-made ones that are not wanted."""

    id = AutoField()
    text = TextField(unique=True)
    position = IntegerField(default=0)
    hidden = IntegerField(default=0)

    class Meta:
        table_name = "question"

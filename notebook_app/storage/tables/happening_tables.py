"""Tables of what happens: conversations, follow-ups, events, opportunities, services, favours."""

from peewee import AutoField, IntegerField, Model, TextField


class EventTable(Model):
    """Dated occasions."""

    id = AutoField()
    uid = TextField(unique=True)
    name = TextField()
    happens_on = TextField()
    happens_at = TextField(null=True)
    place = TextField(default="")
    host = TextField(default="")
    formality = TextField()
    involvement = TextField()
    goal = TextField(default="")
    goal_new_people = IntegerField(null=True)
    note = TextField(default="")
    fee = TextField(null=True)
    fee_currency = TextField(default="")
    hours = TextField(null=True)
    minutes = IntegerField(null=True)
    calendar_uid = TextField(null=True, unique=True)
    created_at = TextField()
    changed_at = TextField()
    search_words = TextField(null=True)

    class Meta:
        table_name = "event"


class EventContactTable(Model):
    """Whom one met or saw at an event."""

    id = AutoField()
    event_id = IntegerField()
    contact_id = IntegerField()
    presence = TextField()

    class Meta:
        table_name = "event_contact"


class ConversationTable(Model):
    """Conversations. ``people`` repeats the names of those in it, for the full-text search."""

    id = AutoField()
    uid = TextField(unique=True)
    happened_on = TextField()
    happened_at = TextField(null=True)
    channel = TextField()
    setting = TextField(default="")
    formality = TextField(null=True)
    place = TextField(default="")
    initiated_by = TextField(null=True)
    event_id = IntegerField(null=True)
    created_at = TextField()
    changed_at = TextField()
    people = TextField(default="")
    text = TextField(default="")
    search_words = TextField(null=True)

    class Meta:
        table_name = "conversation"


class ConversationContactTable(Model):
    """Who was in a conversation. The date is repeated so that a timeline is one index walk."""

    id = AutoField()
    conversation_id = IntegerField()
    contact_id = IntegerField()
    happened_on = TextField()
    happened_at = TextField(null=True)

    class Meta:
        table_name = "conversation_contact"


class FollowUpTable(Model):
    """Next acts."""

    id = AutoField()
    uid = TextField(unique=True)
    contact_id = IntegerField()
    kind = TextField()
    due_on = TextField()
    due_at = TextField(null=True)
    note = TextField(default="")
    repeat_rule = TextField(default="")
    state = TextField(default="open")
    note_state = TextField(null=True)
    closed_on = TextField(null=True)
    from_conversation_id = IntegerField(null=True)
    conversation_id = IntegerField(null=True)
    minutes = IntegerField(null=True)
    promised = IntegerField(default=0)
    outcome = TextField(default="")
    scheduled_on = TextField(null=True)
    remind_minutes = IntegerField(null=True)
    rung = TextField(default="")
    created_at = TextField()
    changed_at = TextField()
    search_words = TextField(null=True)

    class Meta:
        table_name = "follow_up"


class FollowUpAttemptTable(Model):
    """Each time that a follow-up was tried without being done."""

    id = AutoField()
    uid = TextField(unique=True)
    follow_up_id = IntegerField()
    tried_on = TextField()
    outcome = TextField()
    text = TextField(default="")

    class Meta:
        table_name = "follow_up_attempt"


class MovedOccurrenceTable(Model):
    """Days to come of repeating follow-ups that are left out or moved."""

    id = AutoField()
    follow_up_id = IntegerField()
    occurs_on = TextField()
    moved_to = TextField(null=True)

    class Meta:
        table_name = "moved_occurrence"


class OpportunityTable(Model):
    """Possible or real work."""

    id = AutoField()
    uid = TextField(unique=True)
    contact_id = IntegerField()
    title = TextField()
    value = TextField(null=True)
    currency = TextField(default="")
    state = TextField(default="open")
    source = TextField(null=True)
    conversation_id = IntegerField(null=True)
    event_id = IntegerField(null=True)
    opened_on = TextField()
    expected_on = TextField(null=True)
    closed_on = TextField(null=True)
    lost_because = TextField(default="")
    came_by = TextField(default="")
    note = TextField(default="")
    created_at = TextField()
    changed_at = TextField()
    search_words = TextField(null=True)

    class Meta:
        table_name = "opportunity"


class IntroducerTable(Model):
    """The people through whom an opportunity came, in order."""

    id = AutoField()
    opportunity_id = IntegerField()
    contact_id = IntegerField()
    position = IntegerField()

    class Meta:
        table_name = "introducer"


class OriginTable(Model):
    """How somebody became a client."""

    id = AutoField()
    contact_id = IntegerField(unique=True)
    source = TextField(null=True)
    came_by = TextField(default="")
    event_id = IntegerField(null=True)
    conversation_id = IntegerField(null=True)
    came_on = TextField(null=True)
    looked_back_on = TextField()

    class Meta:
        table_name = "origin"


class OriginIntroducerTable(Model):
    """The people through whom a client came, in order."""

    id = AutoField()
    origin_id = IntegerField()
    contact_id = IntegerField()
    position = IntegerField()

    class Meta:
        table_name = "origin_introducer"


class ServiceTable(Model):
    """What the user offers."""

    id = AutoField()
    uid = TextField(unique=True)
    name = TextField()
    folded_name = TextField(unique=True)
    description = TextField(default="")
    position = IntegerField(default=0)
    retired = IntegerField(default=0)

    class Meta:
        table_name = "service"


class ContactServiceTable(Model):
    """What a contact knows of a service."""

    id = AutoField()
    contact_id = IntegerField()
    service_id = IntegerField()
    knowledge = TextField()
    since = TextField()
    conversation_id = IntegerField(null=True)

    class Meta:
        table_name = "contact_service"


class ConversationServiceTable(Model):
    """Services mentioned in a conversation."""

    id = AutoField()
    conversation_id = IntegerField()
    service_id = IntegerField()

    class Meta:
        table_name = "conversation_service"


class OpportunityServiceTable(Model):
    """Services that an opportunity is about."""

    id = AutoField()
    opportunity_id = IntegerField()
    service_id = IntegerField()

    class Meta:
        table_name = "opportunity_service"


class FavourTable(Model):
    """Help, introductions and referrals, given and received."""

    id = AutoField()
    uid = TextField(unique=True)
    contact_id = IntegerField()
    kind = TextField()
    direction = TextField()
    happened_on = TextField()
    about_contact_id = IntegerField(null=True)
    conversation_id = IntegerField(null=True)
    text = TextField(default="")
    thanked_on = TextField(null=True)
    opportunity_id = IntegerField(null=True)
    told_on = TextField(null=True)
    created_at = TextField()
    changed_at = TextField()

    class Meta:
        table_name = "favour"

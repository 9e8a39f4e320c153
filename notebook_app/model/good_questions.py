"""Good questions to ask: most people like to be asked, and few are.

None of them can be answered with yes or no, and none is about selling.
"""

from notebook_app.foundation.record import record


@record
class Question:
    """A question: a ready-made one, or the user's own with its row id.

    A hidden one is kept, and not offered.
    """

    text: str
    id: int | None = None
    hidden: bool = False


READY_MADE = (
    "What are you working on that you would gladly talk about for an hour?",
    "How did you come to do what you do?",
    "What does a really good day at work look like for you?",
    "What do people usually get wrong about your work?",
    "What kept you busy this week that nobody saw?",
    "Which customer would you love to have ten more of?",
    "How would I recognise somebody who needs you?",
    "Who in town should I know, and why?",
    "What has changed in your trade since you began?",
    "What would you do if you had one more pair of hands?",
    "What did you learn lately, perhaps the hard way?",
    "What was the kindest thing somebody did for your business?",
    "What are you looking forward to this year?",
    "What would make this evening worth it for you?",
    "How did you two meet?",
    "What do you do when you are not working?",
    "Where do you go when you want to think?",
    "What did you want to become when you were ten?",
    "Which book, film or talk stayed with you?",
    "What is your favourite place within half an hour of here?",
    "How are the children doing, and what are they mad about just now?",
    "Who taught you the most, and what was it?",
    "What are you proud of that you rarely get to tell?",
    "What is the best advice you ever ignored?",
    "What is still open from the last time we spoke?",
    "What could I do for you this month, small as it may be?",
)
"""The questions that come with the notebook."""

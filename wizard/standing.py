"""What the first screen shows of a project, worked out from its answers."""

from wizard.interview import due, progress, punctuality
from wizard.interview.answers import Answers
from wizard.interview.people import EMPLOYED
from wizard.library.projects import Standing


def of_project(answers: Answers) -> Standing:
    """How far the answers have come, and when they are to be looked at again."""
    found, actions = progress.of_project(answers), due.open_actions(answers)
    return Standing(
        given=found.given,
        asked=found.asked,
        review_on=due.review_on(answers),
        drill_on=due.drill_on(answers),
        contacts_on=due.contacts_on(answers),
        must_sign=sum(one.on and one.kind in EMPLOYED for one in answers.people.list),
        action_on=actions[0].by if actions else None,
        actions=len(actions),
        late=", ".join(punctuality.late_channels(answers)),
    )

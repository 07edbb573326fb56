"""Whether promised times were kept, as the monthly figures of a project tell."""

from collections.abc import Iterator

from wizard.interview import summaries
from wizard.interview.answers import Answers
from wizard.interview.channels import Channel
from wizard.interview.times import Month

TOLERATED = 0.1
"""A promise is called kept when nine of ten answers are in time, as Facebook's badge had it."""


PERCENT = {"en": "{share:.0f}%", "ru": "{share:.0f}\N{NO-BREAK SPACE}%"}


def latest(answers: Answers, channel: Channel) -> Month | None:
    """The newest month of the channel whose figures are complete; None where there is none."""
    known = (
        one
        for one in answers.times.months
        if one.on and one.channel == channel.id and one.month and one.messages is not None
    )
    return max((one for one in known if one.late is not None), key=_month, default=None)


def share_late(month: Month) -> float:
    """The share of a month's first replies that came late, 0 to 1; never more than all."""
    return min(1.0, (month.late or 0) / month.messages) if month.messages else 0.0


def broken(answers: Answers) -> Iterator[tuple[Channel, Month]]:
    """The channels whose promise was not kept in their newest month, with that month."""
    for channel in answers.channels.list:
        month = latest(answers, channel) if channel.on else None
        if month is not None and share_late(month) > TOLERATED:
            yield channel, month


def late_channels(answers: Answers) -> Iterator[str]:
    """These channels with the share that was late, in the first language of the documents."""
    language = (answers.business.languages or ("en",))[0]
    for channel, month in broken(answers):
        title = summaries.of_row(channel, answers, language).title
        yield f"{title} {PERCENT[language].format(share=share_late(month) * 100)}"


def _month(month: Month) -> str:
    return str(month.month)

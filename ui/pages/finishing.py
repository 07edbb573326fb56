"""The pages that finish a project: review, export, acknowledgements; made as they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pages.stop_page import StopPage
from wizard import flow

if TYPE_CHECKING:
    from ui.screens.project import ProjectScreen


def finishing_page(screen: ProjectScreen, stop: flow.Stop) -> StopPage:
    """The page of a stop that asks nothing; what it wants, its screen does."""
    page = StopPage(stop)
    if stop == flow.REVIEW:
        from ui.pages.review import ReviewPage

        review = ReviewPage(screen.desk, screen.publisher)
        review.asked_for.connect(screen.go_to)
        review.version_wanted.connect(screen.version_wanted)
        page.add_body(review)
    elif stop == flow.ACKNOWLEDGEMENTS:
        from ui.pages.acknowledgements import AcknowledgementsPage

        acknowledgements = AcknowledgementsPage(screen.desk)
        acknowledgements.people_wanted.connect(screen.go_to_people)
        acknowledgements.publish_wanted.connect(screen.begin_to_publish)
        page.add_body(acknowledgements, stretch=100)
        page.is_alone = True
    else:
        from ui.pages.export import ExportPage

        export = ExportPage(screen.desk, screen.folder, screen.publisher)
        export.folder_chosen.connect(screen.folder_chosen)
        page.add_body(export)
    return page

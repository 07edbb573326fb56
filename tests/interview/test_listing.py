"""What one does to a list of rows, as it is stored."""

from wizard.interview import listing
from wizard.interview.ask import questions
from wizard.interview.community import Community

KIND = next(one.kind for one in questions(Community) if one.id == "welcome")
ROWS = [{"id": "a"}, {"id": "b"}, {"id": "c"}]


def ids(rows):
    return [row["id"] for row in rows]


def test_a_row_moves_and_stays_at_the_ends():
    assert ids(listing.moved(ROWS, 2, -1)) == ["a", "c", "b"]
    assert ids(listing.moved(ROWS, 0, -1)) == ["a", "b", "c"]
    assert ids(listing.moved(ROWS, 2, 1)) == ["a", "b", "c"]


def test_a_copy_stands_behind_its_row_under_an_id_of_its_own():
    rows = listing.duplicated([{"id": "a", "text": "x"}, {"id": "b"}], 0)
    assert rows[1]["text"] == "x"
    assert len(set(ids(rows))) == 3


def test_the_catalogue_offers_what_is_not_there_yet_and_not_ticked():
    offered = listing.offered_rows(KIND, [], frozenset({"GB", "UK"}))
    assert offered
    assert all(row["on"] is False for row in offered)
    there = [{"id": offered[0]["id"]}]
    assert offered[0]["id"] not in ids(listing.offered_rows(KIND, there, frozenset({"GB", "UK"})))


def test_what_is_no_list_has_no_rows():
    assert listing.rows_of("typed") == []
    assert listing.rows_of(None) == []

"""Lists that two windows changed: rows, their fields, texts, and the order of all."""

import pytest

from wizard.library.merging import Loss, merged

A, B, C, D = ({"id": name, "text": name.upper()} for name in "abcd")


def but(row, **fields):
    return row | fields


def ids(found):
    return [row["id"] for row in found.value]


def test_rows_that_both_added_stay_where_each_put_them():
    both = merged([A, B], [A, C, B], [D, A, B])
    assert (ids(both), both.losses) == (["d", "a", "c", "b"], ())


def test_rows_that_either_removed_are_gone():
    both = merged([A, B, C], [B, C], [A, B])
    assert (ids(both), both.losses) == (["b"], ())


def test_fields_that_each_changed_alone_are_both_taken():
    both = merged([A], [but(A, note="mine"), B], [but(A, text="theirs"), C])
    assert both.value[0] == {"id": "a", "text": "theirs", "note": "mine"}
    assert both.losses == ()


def test_a_field_that_both_changed_is_mine_and_the_other_one_is_told():
    both = merged([A], [but(A, text="mine"), B], [but(A, text="theirs")])
    assert both.value == [but(A, text="mine"), B]
    assert both.losses == (Loss("a", "text", "A", "theirs"),)


def test_a_row_that_i_removed_goes_and_its_newer_words_are_told():
    both = merged([A, B], [B], [but(A, text="theirs"), B])
    assert both.value == [B]
    assert both.losses == (Loss("a", "text", "A", "theirs"),)


def test_a_row_that_i_changed_comes_back_and_its_removal_is_told():
    both = merged([A, B], [but(A, text="mine"), B, C], [B])
    assert ids(both) == ["a", "b", "c"]
    assert both.losses == (Loss("a", "text", "A", None),)


def test_an_order_that_they_alone_changed_stays():
    assert ids(merged([A, B, C], [A, B, C, D], [C, B, A])) == ["c", "b", "a", "d"]


def test_of_two_new_orders_mine_stands():
    assert ids(merged([A, B, C], [B, A, C], [C, B, A, D])) == ["b", "a", "d", "c"]


def test_a_row_that_both_took_from_the_catalogue_is_ticked_as_i_ticked_it():
    both = merged([], [A], [but(A, on=False, note="theirs")])
    assert both.value == [but(A, note="theirs")]
    assert both.losses == (Loss("a", "on", None, False),)
    assert merged([A], [but(A, on=False)], [A, B]).value == [but(A, on=False), B]


def test_a_field_that_went_back_to_its_default_is_a_change():
    bare = {"id": "a"}
    assert merged([A], [bare, B], [A, C]).value == [bare, C, B]
    assert merged([A], [A, B], [bare]).value == [bare, B]


def test_lists_in_rows_are_brought_together_too():
    def risk(*actions):
        return {"id": "fire", "actions": list(actions)}

    both = merged([risk(A)], [risk(A, B)], [risk(A, C), D])
    assert both.value == [risk(A, C, B), D]
    both = merged([risk(A)], [risk(but(A, text="mine"))], [risk(but(A, text="theirs"), C)])
    assert both.value == [risk(but(A, text="mine"), C)]
    assert both.losses == (Loss("fire", "actions", [A], [but(A, text="theirs"), C]),)


def test_texts_are_a_set_with_an_order():
    assert merged(["a", "b"], ["b", "c"], ["a", "b", "d"]).value == ["b", "d", "c"]
    assert merged(None, ["mine"], ["theirs"]).value == ["theirs", "mine"]


@pytest.mark.parametrize(
    "mine",
    ["text", 5, {"mon": []}, [1, 2], ["a", "a"], [A, A], [{"id": 1}], [{"no": "id"}], [A, "a"]],
)
def test_whatever_is_no_list_of_records_or_texts_is_left_to_the_newer_one(mine):
    assert merged([A], mine, [B]) is None
    assert merged([A], [B], mine) is None

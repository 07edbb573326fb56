"""times: the log of missed times from a table, and as a list."""

import pytest

HEAD = "channel,month,messages,late\n"


@pytest.fixture
def project(say):
    return say("new", "Bean", "--example", "cafe", "--language", "en").strip()


@pytest.fixture
def table(tmp_path):
    def write(text):
        file = tmp_path / "log.csv"
        file.write_text(text, "utf-8")
        return file

    return write


def test_figures_of_a_table_are_taken_over_and_listed_by_month_and_channel(say, project, table):
    text = f"{HEAD}Facebook,2025-10,40,10\nInstagram,2025-10,120,6\nInstagram,2025-09,100,0\n"
    assert say("times", project, table(text)) == "New: 3. Changed: 0. As before: 0.\n"
    assert say("times", project).splitlines() == [
        "2025-09\tInstagram\t100\t0\t0%",
        "2025-10\tInstagram\t120\t6\t5%",
        "2025-10\tFacebook\t40\t10\t25%",
    ]
    later = f"{HEAD}Instagram,2025-10,121,6\nInstagram,2025-09,100,0\n"
    assert say("times", project, table(later)) == "New: 0. Changed: 1. As before: 1.\n"
    assert "2025-10\tInstagram\t121\t6\t5%" in say("times", project)


def test_lines_with_a_problem_are_named_and_the_others_are_taken(run, project, table):
    code, out, err = run(
        "times", project, table(f"{HEAD}Pager,2025-10,4,1\nFacebook,2025-10,4,1\n")
    )
    assert (code, out) == (0, "New: 1. Changed: 0. As before: 0.\n")
    assert err.startswith("2: No channel is called “Pager”.")


def test_a_table_of_which_nothing_can_be_taken_is_an_error_and_changes_nothing(
    run, say, project, table
):
    code, out, err = run("times", project, table(f"{HEAD}Facebook,soon,4,1\n"))
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("There are no figures in “")
    assert say("times", project) == ""


def test_a_table_that_names_no_such_columns_is_refused(fails, project, table):
    assert fails("times", project, table("name,role\nAda,cook\n")).endswith(
        " has no row that names “channel”, “month”, “messages” and “late”."
    )


def test_the_check_tells_with_figures_which_promise_was_not_kept(run, say, project, table):
    say("times", project, table(f"{HEAD}Facebook,2025-10,40,10\n"))
    _, out, _ = run("check", project)
    assert "Facebook: 10 of 40 answers in October\N{NO-BREAK SPACE}2025 (25%) came later" in out

from tests.benchmarks.measuring import Line, medians, table


def test_a_goal_is_met_by_the_ratio_where_there_is_a_floor():
    assert Line("export", 120, 100, 1.25).verdict == "met"
    assert Line("export", 130, 100, 1.25).verdict == "missed"


def test_a_goal_is_met_by_the_figure_itself_where_there_is_no_floor():
    assert Line("keystroke", 29, goal=30).verdict == "met"
    assert Line("keystroke", 31, goal=30).verdict == "missed"


def test_a_line_without_a_goal_has_no_verdict():
    assert Line("docxtpl", 40, 10).cells() == ("docxtpl", "40.0 ms", "10.0 ms", "4.00", "", "")


def test_the_table_is_markdown_with_a_row_for_each_line():
    printed = table([Line("listed", 1.1, 1, 1.1), Line("memory", 1234, goal=150, unit="MB")])
    head, rule, first, second = printed.splitlines()
    assert [cell.strip() for cell in head.strip("|").split("|")][:2] == ["what", "ours"]
    assert set(rule) <= set("|-: ")
    assert first.split("|")[-2].strip() == "met"
    assert "1,234 MB" in second
    assert "150 MB" in second
    assert len({len(line) for line in (head, rule, first, second)}) == 1


def test_ways_are_run_by_turns_and_once_before_they_are_timed():
    calls = []
    found = medians({"ours": lambda: calls.append("a"), "floor": lambda: calls.append("b")}, 2)
    assert calls == ["a", "b"] * 3
    assert found.keys() == {"ours", "floor"}

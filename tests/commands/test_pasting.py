"""The ready texts from the command line."""


def test_texts_are_written_in_the_languages_asked_for(say, home, tmp_path):
    say("new", "Bean", "--example", "cafe", "--with-facts", "--language", "ru")
    told = say("texts", "Bean", "--to", tmp_path / "out", "--language", "ru", "--language", "en")
    names = sorted(one.name for one in (tmp_path / "out").iterdir())
    assert len(told.splitlines()) == len(names)
    assert "Кофейный уголок - Telegram - ru.txt" in names
    assert "Кофейный уголок - Replies - en.txt" in names
    again = say("texts", "Bean", "--to", tmp_path / "out", "--language", "ru", "--language", "en")
    assert again == told


def test_a_project_without_a_channel_says_so(fails, say, home, tmp_path):
    say("new", "Empty")
    assert fails("texts", "Empty", "--to", tmp_path) == (
        "There is no channel yet. Name your channels, and there are texts."
    )
    assert list(tmp_path.glob("*.txt")) == []


def test_the_kit_is_a_document_too(say, tmp_path):
    told = say("export", "--example", "cafe", "--document", "paste-kit", "--to", tmp_path)
    assert "Texts for your pages" in told

"""`calendrier.ics`, read by a real parser (RFC 5545)."""

import datetime

import icalendar
import pytest

CALENDARS = [
    "isere/2022-2023", "mayenne/2023-2024", "rhone/2024-2025", "vosges/2025-2026",
]


@pytest.mark.parametrize("note", CALENDARS)
def test_the_calendar_is_one_for_a_real_parser(site, note):
    raw = (site / note / "calendrier.ics").read_bytes()
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    calendar = icalendar.Calendar.from_ical(raw)
    assert calendar.errors == [] and calendar["VERSION"] == "2.0"
    parts = [part for part in calendar.walk() if part.name in {"VEVENT", "VJOURNAL"}]
    identifiers = [str(part["UID"]) for part in parts]
    assert parts and len(set(identifiers)) == len(identifiers)
    assert all(identifier.startswith(note.replace("/", "-")) for identifier in identifiers)
    for part in parts:
        assert part.errors == []


def test_the_calendar_warns_before_the_closing_day(site):
    raw = (site / "vosges/2025-2026/calendrier.ics").read_bytes()
    events = {
        str(event["UID"]).removeprefix("vosges-2025-2026-"): event
        for event in icalendar.Calendar.from_ical(raw).walk("VEVENT")
    }
    closing = events["depot-fin@cadrage"]
    assert closing["DTSTART"].dt == datetime.date(2025, 7, 31)
    assert closing["SUMMARY"].replace("\xa0", " ") == "Clas, Vosges : Dépôt des dossiers, dernier jour"
    alarms = [alarm["TRIGGER"].dt for alarm in closing.walk("VALARM")]
    assert alarms == [-datetime.timedelta(days=6, hours=15), -datetime.timedelta(hours=15)]
    assert events["depot-debut@cadrage"].walk("VALARM") == []
    # Months are no days.
    assert "comite@cadrage" not in events


def test_each_date_is_a_file_of_its_own(browser, server, site):
    """The same events under the same identifiers: a diary that has both has them once."""
    folder = site / "vosges/2025-2026"
    whole = icalendar.Calendar.from_ical((folder / "calendrier.ics").read_bytes()).walk("VEVENT")
    files = sorted((folder / "agenda").iterdir())
    assert [file.name for file in files] == ["bilan.ics", "depot.ics", "presentation.ics"]
    alone = [
        event for file in files
        for event in icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")]
    assert sorted(event.to_ical() for event in alone) == sorted(event.to_ical() for event in whole)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server + "vosges/2025-2026/index.html")
    step = page.locator(".dates li", has_text="Dépôt des dossiers")
    assert step.get_by_role("link").get_attribute("href") == "agenda/depot.ics"
    # A month is no day.
    assert page.locator(".dates li", has_text="Réunion du comité").get_by_role("link").count() == 0


def test_a_draft_has_no_calendar(site):
    assert not (site / "vosges/2026-2027/calendrier.ics").exists()
    assert "agenda" not in (site / "vosges/2026-2027/index.html").read_text()
    assert "agenda" in (site / "vosges/2025-2026/index.html").read_text()

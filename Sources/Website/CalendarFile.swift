import Configuration
import Facts
import Markdown
import Notes

/// `calendrier.ics`: the dates of a note's campaign, for the diaries of its readers.
///
/// All-day events of one day, with an alarm a week before and a day before each closing date. Months are in no
/// diary: only days that are known are. A later build has the same identifiers, so that a diary
/// replaces what it had.
///
/// **Source**: RFC 5545.
enum CalendarFile {
  static let name = "calendrier.ics"

  private struct Event {
    var identifier: String
    var summary: String
    var day: Day
    var isClosing: Bool
    var precision: String?
  }

  /// The file of one step, in its note's folder.
  static func name(of step: String) -> String { "agenda/\(step).ics" }

  /// - Parameters:
  ///   - note: one that is published.
  ///   - step: the identifier of the only step to give; all when nil.
  static func text(_ note: Note, step: String? = nil, address: PublicAddress?) -> String {
    guard let publication = note.publication else {
      preconditionFailure("the dates of a draft are not decided")
    }
    let page = address?.address(of: note.address)
    let stamp = basic(publication.lastDay) + "T110000Z"
    let name = "\(note.title) \(note.departmentName.genitive), \(note.year.text)"
    let events = events(of: note, step)
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cadrage//Note de cadrage Clas//FR",
      "CALSCALE:GREGORIAN", "X-WR-CALNAME:" + escaped(name),
    ]
    for event in events {
      let until = FrenchFormat.date(event.day)
      lines += [
        "BEGIN:VEVENT",
        "UID:\(note.department)-\(note.year.text)-\(event.identifier)@cadrage",
        "DTSTAMP:" + stamp, "SEQUENCE:\(publication.revisions.count)",
        "DTSTART;VALUE=DATE:" + basic(event.day),
        "SUMMARY:" + escaped(event.summary), "TRANSP:TRANSPARENT",
      ]
      let words = [event.precision, page].compactMap(\.self).joined(separator: "\n")
      if !words.isEmpty { lines.append("DESCRIPTION:" + escaped(words)) }
      if let page { lines.append("URL:" + page) }
      if event.isClosing {
        // At nine in the morning.
        for trigger in ["-P6DT15H", "-PT15H"] {
          lines += [
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + trigger,
            "DESCRIPTION:" + escaped("\(event.summary)\u{A0}: \(until)"), "END:VALARM",
          ]
        }
      }
      lines.append("END:VEVENT")
    }
    // A calendar has one component at least.
    if events.isEmpty {
      lines += [
        "BEGIN:VJOURNAL", "UID:\(note.department)-\(note.year.text)@cadrage", "DTSTAMP:" + stamp,
        "SUMMARY:" + escaped("\(name)\u{A0}: aucun jour n’est publié."), "END:VJOURNAL",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  /// The calendar of a note that was withdrawn: diaries lose its events.
  static func text(
    _ withdrawal: PublishedAddresses.Withdrawal, of address: PublishedAddresses.Address
  ) -> String {
    let name = address.text.replacing("/", with: "-")
    return [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Cadrage//Note de cadrage Clas//FR",
      "CALSCALE:GREGORIAN", "BEGIN:VJOURNAL", "UID:\(name)@cadrage",
      "DTSTAMP:" + basic(withdrawal.day) + "T110000Z",
      "SUMMARY:" + escaped(withdrawal.sentence), "END:VJOURNAL", "END:VCALENDAR",
    ].map(folded).joined()
  }

  /// A period is two events: weeks of filing would cover everything else in a diary.
  private static func events(of note: Note, _ wanted: String?) -> [Event] {
    let place = note.departmentName.noun
    let steps = CampaignStep.all(in: note.facts).filter { wanted == nil || $0.identifier == wanted }
    return steps.flatMap { step -> [Event] in
      let window = step.window
      let isFiling = step.facts.text(NoteSchema.Step.code) == NoteSchema.Step.filingCode
      func event(_ day: Day, _ mark: String, _ what: String, isClosing: Bool) -> Event {
        Event(
          identifier: step.identifier + mark, summary: "Clas, \(place)\u{A0}: \(what)", day: day,
          isClosing: isClosing, precision: window.precision)
      }
      let name = step.name
      if let day = window.opening, day == window.closing {
        let hours = step.facts.words(NoteSchema.Step.hours).map { ", " + $0 } ?? ""
        return [event(day, "", name + hours, isClosing: isFiling)]
      }
      let until = window.closingTime.map { " à " + FrenchFormat.time($0) } ?? ""
      return [
        window.opening.map { event($0, "-debut", "\(name), premier jour", isClosing: false) },
        window.closing.map { event($0, "-fin", "\(name), dernier jour\(until)", isClosing: true) },
      ].compactMap(\.self)
    }
  }

  /// « 20250731 ».
  private static func basic(_ day: Day) -> String { day.isoText.replacing("-", with: "") }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Lines of 75 bytes at most, each after the first begun by a space; no character is cut.
  private static func folded(_ line: String) -> String {
    var (folded, width) = ("", 0)
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if width + size > 75 {
        folded += "\r\n "
        width = 1
      }
      folded.unicodeScalars.append(scalar)
      width += size
    }
    return folded + "\r\n"
  }
}

extension Note {
  /// The steps of its calendar that have a day that is decided.
  var datedSteps: [CampaignStep] {
    isDraft ? [] : CampaignStep.all(in: facts).filter(\.hasDay)
  }
}

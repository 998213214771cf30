/// The reports of a repository that three teams filled over ten years, each after a template of its own. The same ones
/// each time.
enum OldRepository {
  /// Path and text of sixty reports.
  static var reports: [(path: String, text: String)] {
    (0..<60).map { number in
      let incident = Incident(number)
      switch number % 3 {
      case 0: return ("reports/web/\(incident.date)-\(incident.slug).md", web(incident))
      case 1: return ("reports/platform/\(incident.date)-\(incident.slug).md", platform(incident))
      default: return ("reports/payments/\(incident.date)-\(incident.slug).md", payments(incident))
      }
    }
  }

  /// What one report tells. Old ones lack what was not asked for at their time.
  struct Incident {
    let number: Int
    let isOld: Bool

    init(_ number: Int) {
      self.number = number
      isOld = number < 40
    }

    var date: String { "20\(15 + number / 6)-\(two(1 + number % 12))-\(two(1 + number * 7 % 28))" }
    var slug: String { ["slow-checkout", "lost-uploads", "login-loop", "empty-search"][number % 4] }
    var service: String { ["checkout", "uploads", "login", "search"][number % 4] }
    var share: Int { 5 + number % 40 }
    var owner: String { ["Amara", "Jonas", "Mei", "Tunde"][number % 4] }
    var zone: String { isOld ? "" : " (UTC)" }

    /// A time so many minutes after the start.
    func time(_ minutes: Int) -> String {
      let minute = 480 + number * 11 % 360 + minutes
      return "\(two(minute / 60)):\(two(minute % 60))"
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
  }

  /// Bold lines for headings, as students learn it.
  private static func web(_ incident: Incident) -> String {
    let tasks =
      incident.isOld
      ? "- Improve monitoring"
      : "- Add an alert when the pool is above 80 % full (\(incident.owner), due 2026-03-01, WEB-\(incident.number))"
    return """
      # Postmortem: \(incident.service) failed on \(incident.date)

      **Issue summary**

      From \(incident.time(0)) to \(incident.time(70)) UTC \(incident.share) % of the requests to \(incident.service) failed.

      **Timeline\(incident.zone)**

      - \(incident.time(0)): a deployment starts and requests begin to fail
      - \(incident.time(12)): an alert reports failed requests
      - \(incident.time(40)): the pool of connections is found exhausted
      - \(incident.time(70)): the pool is doubled and all requests succeed again

      **Root cause and resolution**

      The new release opened two connections for each request, so that the pool was exhausted within minutes.
      The pool was doubled, and the release was mended the next day.

      **Corrective and preventative measures**

      - Watch the pool of connections

      **Tasks**

      \(tasks)

      """
  }

  /// Tables, as site reliability engineers keep them.
  private static func platform(_ incident: Incident) -> String {
    let owner = incident.isOld ? "" : incident.owner
    return """
      # \(incident.service) outage, \(incident.date)

      Status: final

      ## Summary

      \(incident.share) % of the \(incident.service) requests were refused from \(incident.time(0)) to \(incident.time(95)) UTC.

      ## Impact

      \(incident.share) % of the requests were refused; \(incident.number * 100 + 250) customers were affected.

      ## Root causes

      A certificate expired, because its renewal had run with the rights of an account that was closed in spring.

      ## Trigger

      The certificate's last day.

      ## Resolution

      The certificate was renewed by hand on all hosts.

      ## Detection

      An alert on refused requests.

      ## Action items

      | Action item | Type | Owner | Bug |
      | --- | --- | --- | --- |
      | Alert 14 days before a certificate expires | prevent | \(owner) | \(incident.isOld ? "" : "OPS-\(incident.number)") |

      ## Lessons learned

      The alert worked; nobody knew the renewal.

      ## Timeline\(incident.zone)

      | Time | Event |
      | --- | --- |
      | \(incident.time(0)) | requests are refused |
      | \(incident.time(9)) | the alert pages the engineer on call |
      | \(incident.time(60)) | the expired certificate is found |
      | \(incident.time(95)) | the certificate is renewed, \(incident.service) is restored |

      """
  }

  /// Names of sections that only this team uses.
  private static func payments(_ incident: Incident) -> String {
    """
    # Payments incident of \(incident.date): \(incident.slug)

    ## In a nutshell

    The queue of the \(incident.service) stood still between \(incident.time(0)) and \(incident.time(45)) UTC, and \(incident.share) % of the payments were delayed.

    ## Who was hit

    \(incident.share) % of the payments were delayed by up to 45 minutes, 1,\(200 + incident.number) in all.

    ## Blow by blow\(incident.zone)

    - \(incident.time(0)): payments are delayed, the queue stands still
    - \(incident.time(8)): support reports delayed payments
    - \(incident.time(45)): the consumer is restarted and the queue is empty again

    ## Why oh why

    The consumer waited for a lock that a migration held, since the migration ran without a limit on its time.

    ## How we got out

    The migration was stopped and the consumer restarted.

    ## Promises

    - \(incident.isOld ? "Improve the migrations" : "Set lock_timeout to 5 s for all migrations (\(incident.owner), 2026-02-01, PAY-\(incident.number))")

    """
  }
}

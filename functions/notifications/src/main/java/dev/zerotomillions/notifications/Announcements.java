package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Change;
import dev.zerotomillions.shared.data.Database;
import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Inbox;
import dev.zerotomillions.shared.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Tells customers of what happened, by one message for each occasion: at once if it is known how to
 * address them, and otherwise as soon as it is.
 */
@Singleton
class Announcements {
  private static final int TRIES = 5;

  private final Database database;
  private final Inbox inbox;
  private final Recipients recipients;
  private final Messages messages;

  Announcements(Database database, Inbox inbox, Recipients recipients, Messages messages) {
    this.database = database;
    this.inbox = inbox;
    this.recipients = recipients;
    this.messages = messages;
  }

  /** Announces what an event tells of. */
  void announce(Event event, Occasion occasion) {
    for (int i = 0; i < TRIES; i++) {
      try {
        inbox.once(messages.table(), event, () -> changes(occasion));
        return;
      } catch (Messages.AlreadyWritten e) {
        // The inbox has forgotten the event, but its message is still there.
        return;
      } catch (Recipients.StandingChanged e) {
        // The next attempt addresses them as they are known now.
      }
    }
    throw new Unavailable("The customer's profile changes all the time; retry in a moment.");
  }

  private List<Change> changes(Occasion occasion) {
    var standing = recipients.find(occasion.customerId());
    // So nothing is left waiting for a recipient who arrives just now, or written to one who goes.
    var unchanged = recipients.unchanged(occasion.customerId(), standing);
    return switch (standing) {
      case Standing.Unknown _ -> List.of(unchanged, messages.await(occasion));
      case Standing.Known known -> List.of(unchanged, messages.write(occasion, known.recipient()));
      case Standing.Erased _ -> List.of();
    };
  }

  /** Writes what waited for a recipient. */
  void catchUp(String userId) {
    var waiting = messages.waiting(userId);
    while (!waiting.isEmpty() && recipients.find(userId) instanceof Standing.Known known) {
      for (var occasion : waiting) {
        write(occasion, known);
      }
      waiting = messages.waiting(userId);
    }
  }

  private void write(Occasion occasion, Standing.Known known) {
    try {
      database.commit(
          List.of(
              recipients.unchanged(occasion.customerId(), known),
              messages.write(occasion, known.recipient()),
              messages.arrived(occasion)));
    } catch (Messages.AlreadyWritten e) {
      database.commit(List.of(messages.arrived(occasion)));
    } catch (Recipients.StandingChanged e) {
      // They are to be forgotten, and what waits for them as well.
    }
  }
}

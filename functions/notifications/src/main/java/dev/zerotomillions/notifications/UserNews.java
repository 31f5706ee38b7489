package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.events.Event;
import dev.zerotomillions.shared.events.Inbox;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps what the users' events tell of recipients, in whichever order they come. */
@Singleton
class UserNews {
  private final Inbox inbox;
  private final Recipients recipients;
  private final Messages messages;
  private final Announcements announcements;

  UserNews(Inbox inbox, Recipients recipients, Messages messages, Announcements announcements) {
    this.inbox = inbox;
    this.recipients = recipients;
    this.messages = messages;
    this.announcements = announcements;
  }

  /** Keeps a user's profile, and writes what waited for it. */
  void learn(Event event) {
    var recipient = event.data(Profile.class).recipient();
    try {
      inbox.once(
          messages.table(),
          event,
          () -> List.of(recipients.learn(recipient, event.time(), event.id())));
    } catch (Recipients.OldNews e) {
      // What a later event told stays.
    }
    // Even if the event came before: then this may be what a crash kept us from.
    announcements.catchUp(recipient.userId());
  }

  /** Forgets a user, and all that was written to them. */
  void erase(Event event) {
    var userId = event.data(ErasedUser.class).userId();
    inbox.once(messages.table(), event, () -> List.of(recipients.erase(userId, event.time())));
    messages.erase(userId);
  }
}

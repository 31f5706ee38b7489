package dev.zerotomillions.shared.events;

/**
 * An endpoint that takes events.
 *
 * @param path such as {@code /internal/notifications/events}, whose second segment is the service
 */
record Subscriber(String path) {
  private static final String ROOT = "/internal/";

  Subscriber {
    if (!path.startsWith(ROOT) || path.indexOf('/', ROOT.length()) < 0) {
      throw new InvalidSubscribers(path + " is not of the form /internal/<service>/...");
    }
  }

  String service() {
    return path.substring(ROOT.length(), path.indexOf('/', ROOT.length()));
  }
}

package dev.zerotomillions.notifications;

/**
 * A message's words, as plain text: whatever they hold, no mail program takes it for markup.
 *
 * @param language the language that they are in, BCP 47
 * @param subject one line
 */
record Text(String language, String subject, String body) {}

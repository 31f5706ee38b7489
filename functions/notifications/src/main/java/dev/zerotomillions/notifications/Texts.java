package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.data.Money;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes messages in the recipient's language, if we speak it, and in English otherwise. */
@Singleton
class Texts {
  static final Set<String> LANGUAGES = Set.of("en", "de");

  private final Templates templates;

  Texts(Templates templates) {
    this.templates = templates;
  }

  Text write(Occasion occasion, Recipient recipient) {
    Locale locale = spoken(recipient.language());
    Map<String, Object> values = new HashMap<>();
    values.put("name", recipient.name());
    values.put("order", occasion.orderId());
    values.put("amount", format(occasion.amount(), locale));
    var reason = occasion.reason();
    // A reason that no template knows selects no sentence of it.
    values.put("reason", reason == null ? Map.of() : Map.of(reason, true));
    var filled = templates.fill(locale.getLanguage(), occasion.type(), values);
    int end = filled.indexOf('\n');
    return new Text(
        locale.toLanguageTag(), filled.substring(0, end), filled.substring(end).strip() + "\n");
  }

  /** With the country, if we speak its language: it decides how amounts are written. */
  private static Locale spoken(Locale wanted) {
    return LANGUAGES.contains(wanted.getLanguage())
        ? Locale.of(wanted.getLanguage(), wanted.getCountry())
        : Locale.ENGLISH;
  }

  private static String format(Money money, Locale locale) {
    var currency = Currency.getInstance(money.currency());
    var format = NumberFormat.getCurrencyInstance(locale);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(BigDecimal.valueOf(money.amount(), digits));
  }
}

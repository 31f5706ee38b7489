package dev.zerotomillions.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.data.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final String NBSP = "\u00a0";

  private final Texts texts = new Texts(new Templates());

  private static Occasion occasion(String type, @Nullable String reason) {
    return new Occasion(
        "evt_1", type, "usr_1", "ord_1", new Money(199_999, "EUR"), reason, Instant.EPOCH);
  }

  private static Recipient recipient(String name, @Nullable String locale) {
    return new Recipient("usr_1", name, "ada@example.com", locale);
  }

  private Text write(String type, @Nullable String locale) {
    return texts.write(occasion(type, null), recipient("Ada", locale));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.placed",
        "order.confirmed",
        "order.cancelled",
        "order.refunded",
        "payment.refunded"
      })
  void everyOccasion_hasWordsInEachLanguage(String type) {
    List<Text> written = new ArrayList<>();
    for (var language : Texts.LANGUAGES) {
      var text = write(type, language);
      assertEquals(language, text.language());
      assertTrue((text.subject() + text.body()).contains("ord_1"), text.toString());
      assertTrue(text.body().contains("Ada"), text.toString());
      assertFalse((text.subject() + text.body()).contains("{{"), text.toString());
      assertFalse(text.subject().isBlank() || text.subject().contains("\n"), text.toString());
      written.add(text);
    }
    assertNotEquals(written.getFirst().subject(), written.getLast().subject());
  }

  @ParameterizedTest
  @CsvSource({
    "en, '€1,999.99'",
    "en-US, '€1,999.99'",
    "de, '1.999,99_€'",
    "de-AT, '€_1.999,99'",
    "fr-FR, '€1,999.99'"
  })
  void amounts_areWrittenAsTheCustomersCountryDoes(String locale, String amount) {
    var body = write("order.confirmed", locale).body().replace(NBSP, "_");
    assertTrue(body.contains(amount), body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "x-klingon", "not a locale", "zz-ZZ"})
  void languageThatWeDoNotSpeak_isAnsweredInEnglish(String locale) {
    assertEquals("Your order ord_1 is confirmed", write("order.confirmed", locale).subject());
  }

  @Test
  void customerWithoutALanguage_isWrittenToInEnglish() {
    assertEquals("Your order ord_1 is confirmed", write("order.confirmed", null).subject());
  }

  @Test
  void currencyWithoutMinorUnits_hasNoDecimals() {
    var yen =
        new Occasion(
            "evt_1", "order.placed", "usr_1", "ord_1", new Money(1500, "JPY"), null, Instant.EPOCH);
    var body = texts.write(yen, recipient("Ada", "en-JP")).body();
    assertTrue(body.contains("¥1,500. We"), body);
  }

  @Test
  void reason_isToldInWords_andOneThatIsNewerThanWeIsLeftOut() {
    for (var locale : Texts.LANGUAGES) {
      List<String> bodies = new ArrayList<>();
      for (var reason :
          List.of(
              "out-of-stock",
              "stock-gone",
              "payment-declined",
              "timed-out",
              "cancelled-by-customer",
              "newer-than-we")) {
        var text = texts.write(occasion("order.cancelled", reason), recipient("Ada", locale));
        assertFalse(text.body().contains(reason), text.body());
        bodies.add(text.body());
      }
      assertEquals(6, bodies.stream().distinct().count());
    }
  }

  @Test
  void nameThatLooksLikeMarkupOrTemplate_staysAName() {
    for (var name : List.of("O'Brien & Söhne <b>", "{{order}}", "{0} ${x} $1 \\1")) {
      var body = texts.write(occasion("order.placed", null), recipient(name, "en")).body();
      assertTrue(body.startsWith("Hello " + name + ",\n"), body);
    }
  }

  @Test
  void nameWithLinesOrTurns_addsNeitherParagraphNorHeader() {
    var name = "Ada\r\nBcc: eve@example.com\u2028\u202eLovelace\u0000";
    var text = texts.write(occasion("order.placed", null), recipient(name, "en"));
    assertTrue(text.body().startsWith("Hello Ada Bcc: eve@example.com Lovelace,\n"), text.body());
  }

  @Test
  void orderIdWithALine_staysInTheSubject() {
    var occasion =
        new Occasion(
            "evt_1",
            "order.placed",
            "usr_1",
            "ord_1\nBcc: eve@example.com",
            new Money(1, "EUR"),
            null,
            Instant.EPOCH);
    var text = texts.write(occasion, recipient("Ada", "en"));
    assertEquals("We have received your order ord_1 Bcc: eve@example.com", text.subject());
  }
}

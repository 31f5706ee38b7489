package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.PaymentProvider;
import dev.zerotomillions.cdk.phases.Phase;
import dev.zerotomillions.cdk.phases.UnknownPhase;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Architecture;

/**
 * What the caller asked for with {@code -c key=value}.
 *
 * @param regions the regions to deploy to; empty for the one of the caller's AWS profile
 * @param assets the folder that holds {@code <service>/target/function.zip}
 * @param alarmEmail where alarms are sent; empty for nowhere
 * @param provisioned the environments that hot functions keep ready; 0 for none
 * @param keyGeneration the generation of the key that signs tokens; a higher one rotates it
 * @param payments who takes the customers' money
 */
record Settings(
    Phase phase,
    Gateway gateway,
    List<String> regions,
    Path assets,
    Optional<String> alarmEmail,
    int provisioned,
    Architecture architecture,
    int keyGeneration,
    PaymentProvider payments) {

  private static final String PAYMENT_KEY = "paymentKeyParameter";
  private static final String WEBHOOK_SECRET = "webhookSecretParameter";

  /** Reads the settings from a lookup of context values, which are strings or JSON numbers. */
  static Settings from(Function<String, @Nullable Object> context) {
    Phase phase = phase(text(context, "phase", "0"));
    int provisioned = number(context, "provisioned", 0, 0);
    if (provisioned > 0 && !phase.provisionsConcurrency()) {
      throw new InvalidContext(
          "provisioned", provisioned, "provisioned concurrency starts at phase 1");
    }
    return new Settings(
        phase,
        gateway(text(context, "gateway", "http")),
        regions(text(context, "regions", ""), phase),
        Path.of(text(context, "assets", "../functions")),
        email(text(context, "alarmEmail", "")),
        provisioned,
        architecture(text(context, "architecture", "arm64")),
        number(context, "keyGeneration", 1, 1),
        payments(context));
  }

  private static PaymentProvider payments(Function<String, @Nullable Object> context) {
    String provider = text(context, "payments", "sandbox");
    return switch (provider) {
      case "sandbox" -> sandbox(context);
      case "stripe" ->
          new PaymentProvider.Stripe(
              parameter(context, PAYMENT_KEY, "/shop/stripe/secret-key"),
              parameter(context, WEBHOOK_SECRET, "/shop/stripe/webhook-secret"));
      default ->
          throw new InvalidContext("payments", provider, "payments go to sandbox or to stripe");
    };
  }

  private static PaymentProvider sandbox(Function<String, @Nullable Object> context) {
    for (String key : List.of(PAYMENT_KEY, WEBHOOK_SECRET)) {
      String name = text(context, key, "");
      if (!name.isEmpty()) {
        throw new InvalidContext(
            key, name, "the sandbox makes its own secrets; it goes with -c payments=stripe");
      }
    }
    return new PaymentProvider.Sandbox();
  }

  private static String parameter(
      Function<String, @Nullable Object> context, String key, String absent) {
    String name = text(context, key, absent);
    if (!name.matches("(/[A-Za-z0-9_.-]+)+")) {
      throw new InvalidContext(key, name, "give the name of a parameter, such as " + absent);
    }
    return name;
  }

  private static Phase phase(String value) {
    if (!value.matches("\\d{1,2}")) {
      throw new UnknownPhase(value);
    }
    return Phase.numbered(Integer.parseInt(value));
  }

  private static Gateway gateway(String value) {
    return switch (value) {
      case "http" -> Gateway.HTTP;
      case "rest" -> Gateway.REST;
      default -> throw new InvalidContext("gateway", value, "the gateway is http or rest");
    };
  }

  private static List<String> regions(String value, Phase phase) {
    if (value.isEmpty()) {
      return List.of();
    }
    List<String> regions = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    for (String region : regions) {
      if (!region.matches("[a-z]{2}(-[a-z]+)+-\\d")) {
        throw new InvalidContext("regions", value, "'" + region + "' is no AWS region");
      }
    }
    if (regions.stream().distinct().count() < regions.size()) {
      throw new InvalidContext("regions", value, "a region is named twice");
    }
    if (regions.size() > 1 && !phase.spansRegions()) {
      throw new InvalidContext("regions", value, "more than one region needs phase " + Phase.WORLD);
    }
    return regions;
  }

  private static Optional<String> email(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("[^@\\s]+@[^@\\s]+")) {
      throw new InvalidContext("alarmEmail", value, "that is no e-mail address");
    }
    return Optional.of(value);
  }

  private static Architecture architecture(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "arm64" -> Architecture.ARM_64;
      case "x86_64" -> Architecture.X86_64;
      default ->
          throw new InvalidContext("architecture", value, "the architecture is arm64 or x86_64");
    };
  }

  private static int number(
      Function<String, @Nullable Object> context, String key, int absent, int least) {
    String value = text(context, key, String.valueOf(absent));
    if (!value.matches("\\d{1,4}") || Integer.parseInt(value) < least) {
      throw new InvalidContext(key, value, "give a whole number from " + least + " to 9999");
    }
    return Integer.parseInt(value);
  }

  private static String text(
      Function<String, @Nullable Object> context, String key, String absent) {
    Object value = context.apply(key);
    return value == null ? absent : value.toString().strip();
  }
}

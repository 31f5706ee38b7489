package dev.zerotomillions.shared.http;

import dev.zerotomillions.shared.Settings;
import io.micronaut.context.ApplicationContext;

/** Starts the beans of a function with nothing that a function does not need. */
public final class Contexts {
  private Contexts() {}

  /** Starts a context whose beans read their configuration from the settings. */
  public static ApplicationContext start(Settings settings, Object... beans) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .bootstrapEnvironment(false)
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .banner(false)
        .singletons(settings)
        .singletons(beans)
        .start();
  }
}

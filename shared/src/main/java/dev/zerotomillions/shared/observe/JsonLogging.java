package dev.zerotomillions.shared.observe;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * SLF4J's provider in the functions. A whole logging framework would load hundreds of classes at
 * each cold start, to do what Lambda does with what a function prints.
 */
public final class JsonLogging implements SLF4JServiceProvider {
  private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter mdc = new NOPMDCAdapter();

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> loggers.computeIfAbsent(name, JsonLogging::logger);
  }

  private static Logger logger(String name) {
    Map<String, String> variables = System.getenv();
    boolean ours = name.startsWith("dev.zerotomillions");
    Level own = Level.valueOf(variables.getOrDefault("SHOP_LOG_LEVEL", "INFO"));
    return new JsonLogger(
        name,
        ours ? own : Level.WARN,
        variables.get("SHOP_FUNCTION"),
        System.out,
        InstantSource.system());
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return mdc;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {
    // Loggers are made on first use.
  }
}

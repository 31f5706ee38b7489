package dev.zerotomillions.local.sqs;

import dev.zerotomillions.local.engines.EngineUnavailable;
import dev.zerotomillions.local.engines.SqsEngine;
import dev.zerotomillions.local.process.Children;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The engines by region, each started when its region's queues are first used: a phase without
 * queues does not pay for one.
 */
final class RegionEngines implements AutoCloseable {
  private final Children children;
  private final SqsEngine.Place place;
  private final QueueRecords records;
  private final Map<String, SqsEngine> started = new HashMap<>();

  RegionEngines(Children children, SqsEngine.Place place, QueueRecords records) {
    this.children = children;
    this.place = place;
    this.records = records;
  }

  synchronized SqsEngine of(String region) throws EngineUnavailable {
    SqsEngine engine = started.get(region);
    if (engine == null) {
      try {
        engine = SqsEngine.start(children, place, region, () -> records.names(region));
      } catch (IOException e) {
        throw new EngineUnavailable(String.valueOf(e.getMessage()), e);
      }
      started.put(region, engine);
    }
    return engine;
  }

  @Override
  public synchronized void close() throws IOException {
    for (SqsEngine engine : started.values()) {
      engine.close();
    }
  }
}

package dev.zerotomillions.local.s3.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A bucket: its settings, its objects, and the uploads under way. */
public final class Bucket {
  private final String name;
  private final StateFile file;
  private final Objects objects;
  private final Uploads uploads;
  private volatile ObjectNode record;

  Bucket(Path folder, InstantSource clock) throws IOException {
    this.name = folder.getFileName().toString();
    this.file = new StateFile(folder.resolve("bucket.json"));
    this.objects = new Objects(folder, clock);
    this.uploads = new Uploads(folder, clock);
    this.record = file.read();
  }

  /** Makes it a bucket: until then, it is an empty folder. */
  synchronized void establish(String region, Instant createdAt) {
    if (record.isEmpty()) {
      ObjectNode made = record.deepCopy();
      made.put("region", region).put("createdAt", createdAt.toString()).putObject("settings");
      save(made);
    }
  }

  boolean isEstablished() {
    return !record.isEmpty();
  }

  public String name() {
    return name;
  }

  public String region() {
    return record.path("region").asText();
  }

  public Instant createdAt() {
    return Instant.parse(record.path("createdAt").asText());
  }

  /** The settings as templates write them: {@code VersioningConfiguration} and so on. */
  public JsonNode setting(String property) {
    return record.path("settings").path(property);
  }

  public synchronized void set(ObjectNode settings) {
    ObjectNode changed = record.deepCopy();
    changed.set("settings", settings.deepCopy());
    save(changed);
  }

  /** Sets one setting, or takes it away if the value is missing. */
  public synchronized void set(String property, JsonNode value) {
    ObjectNode settings = record.path("settings").deepCopy();
    settings.remove(property);
    if (!value.isMissingNode()) {
      settings.set(property, value);
    }
    set(settings);
  }

  public Versioning versioning() {
    return switch (setting("VersioningConfiguration").path("Status").asText()) {
      case "Enabled" -> Versioning.ENABLED;
      case "Suspended" -> Versioning.SUSPENDED;
      default -> Versioning.OFF;
    };
  }

  public Objects objects() {
    return objects;
  }

  public Uploads uploads() {
    return uploads;
  }

  private void save(ObjectNode changed) {
    file.write(changed);
    record = changed;
  }
}

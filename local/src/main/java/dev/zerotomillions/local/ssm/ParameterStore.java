package dev.zerotomillions.local.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of all regions with their versions; what was put is on the disk. */
final class ParameterStore {
  /** As many versions as AWS keeps. */
  private static final int KEPT_VERSIONS = 100;

  private final StateFile file;
  private final ObjectNode regions;
  private final String account;

  ParameterStore(Path path, String account) {
    this.file = new StateFile(path);
    this.regions = file.read();
    this.account = account;
  }

  synchronized @Nullable Parameter latest(String region, String name) {
    List<Parameter> versions = versions(region, name);
    return versions.isEmpty() ? null : versions.getLast();
  }

  /** All kept versions, oldest first; empty where there is no such parameter. */
  synchronized List<Parameter> versions(String region, String name) {
    List<Parameter> versions = new ArrayList<>();
    for (JsonNode version : regions.path(region).path(name).path("versions")) {
      versions.add(new Parameter(name, arn(region, name), ((ObjectNode) version).deepCopy()));
    }
    return versions;
  }

  /** The latest version of every parameter of a region, by name. */
  synchronized List<Parameter> all(String region) {
    List<Parameter> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : regions.path(region).properties()) {
      all.add(versions(region, entry.getKey()).getLast());
    }
    all.sort(Comparator.comparing(Parameter::name));
    return all;
  }

  synchronized void add(String region, String name, ObjectNode version) {
    ObjectNode parameters = child(regions, region);
    ObjectNode parameter = child(parameters, name);
    ArrayNode versions =
        parameter.path("versions") instanceof ArrayNode known
            ? known
            : parameter.putArray("versions");
    versions.add(version);
    if (versions.size() > KEPT_VERSIONS) {
      versions.remove(0);
    }
    file.write(regions);
  }

  /** Removes a parameter; false if there is none. */
  synchronized boolean remove(String region, String name) {
    boolean there =
        regions.path(region) instanceof ObjectNode parameters && parameters.remove(name) != null;
    if (there) {
      file.write(regions);
    }
    return there;
  }

  private static ObjectNode child(ObjectNode parent, String name) {
    return parent.path(name) instanceof ObjectNode known ? known : parent.putObject(name);
  }

  private String arn(String region, String name) {
    return "arn:aws:ssm:%s:%s:parameter%s%s"
        .formatted(region, account, name.startsWith("/") ? "" : "/", name);
  }
}

package dev.zerotomillions.local.assembly;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A cloud assembly.
 *
 * @param stacks its stacks, each after those that it depends on
 * @param assets the files that the stacks' templates refer to by bucket and key
 */
public record Assembly(List<StackArtifact> stacks, List<AssetFile> assets) {
  private static final JsonMapper JSON = new JsonMapper();

  public Assembly {
    stacks = List.copyOf(stacks);
    assets = List.copyOf(assets);
  }

  /** Reads the folder that {@code cdk synth} wrote. */
  public static Assembly read(Path folder) throws AssemblyError {
    Manifest manifest = new Manifest(folder, readJson(folder.resolve("manifest.json")));
    return new Assembly(manifest.stacks(), manifest.assets());
  }

  static ObjectNode readJson(Path file) throws AssemblyError {
    try {
      return JSON.readValue(Files.readAllBytes(file), ObjectNode.class);
    } catch (NoSuchFileException e) {
      throw new AssemblyError(
          "%s is missing: synthesize the app again with scripts/up".formatted(file), e);
    } catch (JacksonException e) {
      throw new AssemblyError("%s is no JSON object: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new AssemblyError("%s can't be read: %s".formatted(file, e), e);
    }
  }
}

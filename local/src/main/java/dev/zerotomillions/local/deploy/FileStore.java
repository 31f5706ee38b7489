package dev.zerotomillions.local.deploy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** State in files: {@code <region>/<stack>/stack.json}, and one file beside it per resource. */
final class FileStore implements Store {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String STACK = "stack.json";
  private static final String RESOURCE = ".resource.json";

  private final Path folder;

  FileStore(Path folder) {
    this.folder = folder;
  }

  @Override
  public void save(StackRecord stack) {
    Path file = folder(new StackKey(stack.region(), stack.name())).resolve(STACK);
    new StateFile(file).write(JSON.valueToTree(stack));
  }

  @Override
  public void save(StackKey stack, String logicalId, ResourceState state) {
    new StateFile(folder(stack).resolve(logicalId + RESOURCE)).write(JSON.valueToTree(state));
  }

  @Override
  public void remove(StackKey stack, String logicalId) {
    delete(folder(stack).resolve(logicalId + RESOURCE));
  }

  @Override
  public void remove(StackKey stack) {
    Path stackFolder = folder(stack);
    list(stackFolder).forEach(FileStore::delete);
    delete(stackFolder);
  }

  @Override
  public List<Stack> load() {
    List<Stack> stacks = new ArrayList<>();
    for (Path region : list(folder)) {
      for (Path stack : list(region)) {
        ObjectNode record = new StateFile(stack.resolve(STACK)).read();
        if (!record.isEmpty()) {
          stacks.add(
              new Stack(this, JSON.convertValue(record, StackRecord.class), resources(stack)));
        }
      }
    }
    stacks.sort(Comparator.comparingInt(each -> each.record().position()));
    return stacks;
  }

  private static Map<String, ResourceState> resources(Path stack) {
    Map<String, ResourceState> resources = new HashMap<>();
    for (Path file : list(stack)) {
      String name = file.getFileName().toString();
      if (name.endsWith(RESOURCE)) {
        resources.put(
            name.substring(0, name.length() - RESOURCE.length()),
            JSON.convertValue(new StateFile(file).read(), ResourceState.class));
      }
    }
    return resources;
  }

  private Path folder(StackKey stack) {
    return folder.resolve(stack.region()).resolve(stack.name());
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be read".formatted(folder), e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("%s can't be deleted".formatted(path), e);
    }
  }
}

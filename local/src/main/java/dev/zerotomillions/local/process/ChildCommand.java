package dev.zerotomillions.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Java program to run as a child.
 *
 * @param name what it is called in messages
 * @param environment the child's whole environment; nothing of the emulator's own is inherited
 */
public record ChildCommand(
    String name,
    List<String> jvmOptions,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment,
    Path workingDirectory) {
  public ChildCommand {
    jvmOptions = List.copyOf(jvmOptions);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }
}

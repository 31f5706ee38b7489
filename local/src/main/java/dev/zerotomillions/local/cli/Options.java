package dev.zerotomillions.local.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The emulator's options, as {@code scripts/up} passes them.
 *
 * @param assembly the folder that CDK synthesized
 * @param data the folder that keeps everything between runs
 * @param engines the folder that holds an engine's libraries by name
 * @param seed the folder of what a first start puts into the shop, and of examples to print
 * @param fresh whether to forget earlier runs
 */
record Options(
    Path assembly,
    int phase,
    String gateway,
    List<String> regions,
    Path data,
    int port,
    Path engines,
    Path seed,
    boolean fresh) {

  static Options parse(String[] arguments) throws CannotStart {
    Map<String, String> values = new HashMap<>();
    boolean fresh = false;
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals("--fresh")) {
        fresh = true;
      } else if (i + 1 < arguments.length) {
        values.put(arguments[i], arguments[++i]);
      } else {
        throw new CannotStart(arguments[i] + " wants a value; see scripts/up --help");
      }
    }
    return new Options(
        Path.of(required(values, "--assembly")).toAbsolutePath(),
        number(values, "--phase"),
        required(values, "--gateway"),
        List.of(required(values, "--regions").split(",")),
        Path.of(required(values, "--data")).toAbsolutePath(),
        number(values, "--port"),
        Path.of(required(values, "--engines")).toAbsolutePath(),
        Path.of(required(values, "--seed")).toAbsolutePath(),
        fresh);
  }

  private static String required(Map<String, String> values, String name) throws CannotStart {
    String value = values.get(name);
    if (value == null) {
      throw new CannotStart(name + " is missing; start the system with scripts/up");
    }
    return value;
  }

  private static int number(Map<String, String> values, String name) throws CannotStart {
    String text = required(values, name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new CannotStart("%s wants a number, not '%s'".formatted(name, text), e);
    }
  }
}

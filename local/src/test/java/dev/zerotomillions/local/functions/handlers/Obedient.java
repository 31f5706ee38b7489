package dev.zerotomillions.local.functions.handlers;

import com.amazonaws.services.lambda.crac.Context;
import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Does what the event says. */
public final class Obedient implements RequestHandler<Map<String, String>, Object>, Resource {
  private int calls;
  private String hooks = "";

  public Obedient() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    hooks += "hook";
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    hooks += "ed";
  }

  @Override
  public Object handleRequest(
      Map<String, String> event, com.amazonaws.services.lambda.runtime.Context context) {
    calls++;
    var argument = event.getOrDefault("with", "");
    return switch (event.getOrDefault("do", "echo")) {
      case "echo" -> event;
      case "count" -> calls;
      case "hooks" -> hooks;
      case "pid" -> ProcessHandle.current().pid();
      case "environment" -> new TreeMap<>(System.getenv());
      case "property" -> String.valueOf(System.getProperty(argument));
      case "context" ->
          Map.of(
              "requestId", context.getAwsRequestId(),
              "arn", context.getInvokedFunctionArn(),
              "remaining", context.getRemainingTimeInMillis(),
              "memory", context.getMemoryLimitInMB());
      case "print" -> {
        System.out.println(argument);
        yield "printed";
      }
      case "throw" -> throw new IllegalStateException(argument);
      case "exit" -> {
        System.exit(Integer.parseInt(argument));
        yield "never";
      }
      case "sleep" -> sleep(Long.parseLong(argument));
      case "sleepAndPid" -> {
        sleep(Long.parseLong(argument));
        yield ProcessHandle.current().pid();
      }
      case "meet" -> meet(Path.of(argument), 8);
      case "big" -> "x".repeat(Integer.parseInt(argument));
      default -> throw new IllegalArgumentException(event.toString());
    };
  }

  /** Waits until as many processes have come to a folder. */
  private static long meet(Path folder, int size) {
    long pid = ProcessHandle.current().pid();
    try {
      Files.createFile(folder.resolve(String.valueOf(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (folder.toFile().list().length < size) {
      sleep(20);
    }
    return pid;
  }

  private static String sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "slept";
  }
}

package dev.zerotomillions.local.engines;

import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;

/**
 * The main class of the child that is DynamoDB Local: starts it on the loopback interface, on a
 * port that the system chooses, and prints that port.
 *
 * <p>DynamoDB Local itself listens on every interface and can't be told otherwise, and its licence
 * keeps it off our class path; so this works by reflection, in the child, which sees no other class
 * of the emulator but {@link Checkpoints}.
 */
public final class LoopbackDynamoDb {
  static final String PORT_LINE = "listening on port ";

  private LoopbackDynamoDb() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Object proxy =
        Class.forName("com.amazonaws.services.dynamodbv2.local.main.ServerRunner")
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) args);
    Field field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    Object server = field.get(proxy);
    Object connectors = server.getClass().getMethod("getConnectors").invoke(server);
    Object connector = Array.get(connectors, 0);
    connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    connector.getClass().getMethod("setPort", int.class).invoke(connector, 0);
    proxy.getClass().getMethod("start").invoke(proxy);
    Object port = connector.getClass().getMethod("getLocalPort").invoke(connector);
    System.out.println(PORT_LINE + port);
    String folder = args[Arrays.asList(args).indexOf("-dbPath") + 1];
    Thread.ofPlatform().daemon().name("checkpoints").start(new Checkpoints(new File(folder)));
    proxy.getClass().getMethod("join").invoke(proxy);
  }
}

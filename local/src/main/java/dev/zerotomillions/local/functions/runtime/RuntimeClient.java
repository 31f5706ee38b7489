package dev.zerotomillions.local.functions.runtime;

import dev.zerotomillions.local.process.ClassJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * AWS's runtime interface client, as a function's process finds it.
 *
 * @param classPath goes before the function's code, as on Lambda
 * @param jvmOptions what it wants of the JVM
 */
record RuntimeClient(List<Path> classPath, List<String> jvmOptions) {
  static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private static final String LIBRARY_PROPERTY =
      "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";

  private static final String PLAIN_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient";

  private static final List<Class<?>> PARTS =
      List.of(
          com.amazonaws.services.lambda.runtime.api.client.AWSLambda.class,
          com.amazonaws.services.lambda.runtime.Context.class,
          com.amazonaws.services.lambda.runtime.serialization.PojoSerializer.class,
          software.amazon.awssdk.utilslite.SdkInternalThreadLocal.class);

  /**
   * The client with its native library, extracted once: left to itself it would copy it to the same
   * temporary file at every start, and some of several starts at once would fail.
   */
  static RuntimeClient withNativeLibrary(Path folder) {
    var resource = "/jni/libaws-lambda-jni.linux-%s.so".formatted(architecture());
    var library = folder.toAbsolutePath().resolve("aws-lambda-jni.so");
    try (var source = PARTS.getFirst().getResourceAsStream(resource)) {
      if (source == null) {
        throw new IllegalStateException("AWS's runtime client has no " + resource);
      }
      Files.createDirectories(library.getParent());
      var fresh = Files.createTempFile(library.getParent(), "jni", ".tmp");
      Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, library, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RuntimeClient(jars(), List.of(LIBRARY_PROPERTY + library));
  }

  /** The client with a class of ours in place of the one that needs the native library. */
  static RuntimeClient withoutNativeLibrary(Path folder) {
    var jar = folder.toAbsolutePath().resolve("plain-client.jar");
    try {
      // By name and uninitialised, since only its bytes are wanted here.
      var plain = Class.forName(PLAIN_CLIENT, false, RuntimeClient.class.getClassLoader());
      var classPath = new ArrayList<>(List.of(ClassJar.write(jar, List.of(plain))));
      classPath.addAll(jars());
      return new RuntimeClient(classPath, List.of());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The emulator's own jar holds it", e);
    }
  }

  private static List<Path> jars() {
    return PARTS.stream().map(RuntimeClient::jar).toList();
  }

  private static Path jar(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The class path holds " + part, e);
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
  }
}

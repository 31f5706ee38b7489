import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a service's jar and the libraries of its class path into a function's artifact: {@code
 * lib/*.jar} in a zip, one of them with the {@link PackedServices}. Arguments: the jar, a file with
 * the class path, the zip to write.
 *
 * <p>Each jar is written anew, without compression. The zip around them compresses all the better
 * for it, a third less to upload, and a cold start reads classes that it need not inflate. Order
 * and times are fixed, so the same jars give the same bytes.
 */
final class FunctionZip {
  /** A month after the first time that a zip can hold, which would be stored with a time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private FunctionZip() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, byte[]> jars = new TreeMap<>();
    List<Path> libraries = libraries(arguments);
    try (URLClassLoader classes = new URLClassLoader(urls(libraries))) {
      PackedServices services = new PackedServices(classes);
      for (Path library : libraries) {
        Map<String, byte[]> entries = entries(library);
        entries.forEach(services::add);
        if (jars.put("lib/" + library.getFileName(), jar(entries)) != null) {
          throw new IOException(
              "Two libraries are named " + library.getFileName() + "; exclude one of them.");
        }
      }
      jars.put("lib/services.jar", jar(services.entries()));
    }
    try (OutputStream out = Files.newOutputStream(Path.of(arguments[2]));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(9);
      for (Map.Entry<String, byte[]> jar : jars.entrySet()) {
        ZipEntry entry = new ZipEntry(jar.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(jar.getValue());
      }
    }
  }

  private static List<Path> libraries(String[] arguments) throws IOException {
    String classPath = Files.readString(Path.of(arguments[1])).strip();
    return Stream.concat(Stream.of(arguments[0]), Stream.of(classPath.split(File.pathSeparator)))
        .map(Path::of)
        .toList();
  }

  private static URL[] urls(List<Path> libraries) throws IOException {
    URL[] urls = new URL[libraries.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = libraries.get(i).toUri().toURL();
    }
    return urls;
  }

  private static Map<String, byte[]> entries(Path jar) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        // Folders too: Micronaut finds beans by asking the class loader for folders of META-INF.
        if (isNeeded(entry.getName())) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static byte[] jar(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(stored(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** What other tools than a running JVM read from a jar stays at home. */
  private static boolean isNeeded(String name) {
    return !name.startsWith("META-INF/maven/")
        && !name.startsWith("META-INF/native-image/")
        && !name.startsWith("META-INF/proguard/")
        && !name.startsWith("META-INF/versions/9/module-info")
        && !name.startsWith("codegen-resources/")
        && !name.equals("module-info.class");
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    return entry;
  }
}

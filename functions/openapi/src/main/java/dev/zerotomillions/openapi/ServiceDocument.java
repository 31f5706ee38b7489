package dev.zerotomillions.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a service's OpenAPI document from the one that the compiler wrote. Arguments: the service,
 * the compiler's document, a document with components of the service's own (perhaps missing), the
 * folder of its sample events, and the file to write.
 */
public final class ServiceDocument {
  private ServiceDocument() {}

  public static void main(String[] arguments) throws IOException {
    var written = Path.of(arguments[1]);
    if (!Files.exists(written)) {
      throw new DocumentMissing(written);
    }
    var document = Document.read(written);
    var own = Path.of(arguments[2]);
    complete(
        document,
        arguments[0],
        Files.exists(own) ? Document.read(own) : Document.empty(),
        Path.of(arguments[3]));
    document.write(Path.of(arguments[4]));
  }

  static void complete(Document document, String service, Document own, Path events)
      throws IOException {
    Raising.raise(document);
    document.putAll(own);
    var common = Document.common();
    document.addMissing(common);
    var info = Tree.child(common.root(), "info");
    info.put("title", info.get("title") + ": " + service);
    document.root().put("info", info);
    document.root().put("servers", common.root().get("servers"));
    Everywhere.state(document);
    Strictness.state(document);
    Examples.add(document, events);
    Unused.remove(document);
  }
}

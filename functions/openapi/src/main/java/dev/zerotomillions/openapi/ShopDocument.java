package dev.zerotomillions.openapi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Composes the shop's public OpenAPI document of those of its services, without what only its own
 * functions may ask for. Arguments: the file to write, and the services' documents.
 */
public final class ShopDocument {
  private ShopDocument() {}

  public static void main(String[] arguments) throws IOException {
    List<Document> services = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      services.add(Document.read(Path.of(arguments[i])));
    }
    compose(services).write(Path.of(arguments[0]));
  }

  static Document compose(List<Document> services) {
    var common = Document.common();
    var shop = Document.empty();
    shop.root().put("openapi", "3.1.0");
    shop.root().put("info", common.root().get("info"));
    shop.root().put("servers", common.root().get("servers"));
    for (Document service : services) {
      service
          .paths()
          .forEach(
              (path, item) -> {
                if (!path.startsWith("/internal/")) {
                  Tree.child(shop.paths(), path).putAll(Tree.object(item));
                }
              });
      shop.addAll(service);
    }
    Unused.remove(shop);
    return shop;
  }
}

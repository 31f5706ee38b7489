package dev.zerotomillions.monolith;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DeletedProductTest {

  @Test
  void productThatWasDeleted_cannotBeBought() throws IOException {
    var shop = new Shop();
    var order = Files.readString(Path.of("..", "..", "events", "orders", "PlaceOrder.json"));
    assertEquals(201, shop.send(order).status());
    var deletion =
        ApiRequest.of("DELETE", "/api/products/darjeeling")
            .header("authorization", "Bearer " + shop.token(Role.ADMINISTRATOR));
    assertEquals(204, shop.api().send(deletion).status());
    assertEquals("unknown-product", shop.send(order).problem());
  }
}

package dev.zerotomillions.orders;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class OrdersLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("orders");
  }
}

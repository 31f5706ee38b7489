package dev.zerotomillions.inventory;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class InventoryLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("inventory");
  }
}

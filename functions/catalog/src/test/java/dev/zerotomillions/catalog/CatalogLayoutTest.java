package dev.zerotomillions.catalog;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class CatalogLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("catalog");
  }
}

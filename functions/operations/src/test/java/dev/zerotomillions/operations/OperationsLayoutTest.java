package dev.zerotomillions.operations;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class OperationsLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("operations");
  }
}

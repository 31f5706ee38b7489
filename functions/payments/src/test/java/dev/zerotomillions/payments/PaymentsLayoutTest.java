package dev.zerotomillions.payments;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class PaymentsLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("payments");
  }
}

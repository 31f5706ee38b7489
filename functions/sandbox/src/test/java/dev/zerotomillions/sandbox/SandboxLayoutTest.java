package dev.zerotomillions.sandbox;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class SandboxLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("sandbox");
  }
}

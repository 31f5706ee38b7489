package dev.zerotomillions.users;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class UsersLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("users");
  }
}

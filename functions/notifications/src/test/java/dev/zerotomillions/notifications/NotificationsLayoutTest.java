package dev.zerotomillions.notifications;

import dev.zerotomillions.shared.testing.ServiceLayout;
import org.junit.jupiter.api.Test;

class NotificationsLayoutTest {

  @Test
  void code_keepsTheRulesOfAService() {
    ServiceLayout.check("notifications");
  }
}

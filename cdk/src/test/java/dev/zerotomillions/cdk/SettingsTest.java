package dev.zerotomillions.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zerotomillions.cdk.phases.DeploymentRefused;
import dev.zerotomillions.cdk.phases.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @Test
  void noContext_givesPhase0BehindAnHttpApi() {
    Settings settings = Settings.from(key -> null);

    assertEquals(Phase.ZERO_SCALE, settings.phase());
    assertEquals(Gateway.HTTP, settings.gateway());
    assertEquals(List.of(), settings.regions());
    assertEquals(Optional.empty(), settings.alarmEmail());
    assertEquals(0, settings.provisioned());
  }

  @Test
  void numbers_areTakenAsNumbersAndAsText() {
    assertEquals(Phase.WEB_TIER, Settings.from(Map.<String, Object>of("phase", 1)::get).phase());
    assertEquals(Phase.WEB_TIER, Settings.from(Map.of("phase", "1")::get).phase());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phase=9 | Phase '9' is none: give a number from 0 to 8 with -c phase=N.",
        "phase=-1 | Phase '-1' is none: give a number from 0 to 8 with -c phase=N.",
        "phase=one | Phase 'one' is none: give a number from 0 to 8 with -c phase=N.",
        "phase=2 | Phase 2 (cache) is not implemented yet; choose one of: 0 (zero scale), 1 (web tier), 4 (queues).",
        "phase=8 | Phase 8 (world) is not implemented yet; choose one of: 0 (zero scale), 1 (web tier), 4 (queues).",
        "gateway=soap | -c gateway=soap: the gateway is http or rest.",
        "regions=Mars | -c regions=Mars: 'Mars' is no AWS region.",
        "regions=eu-west-1,eu-west-1 | -c regions=eu-west-1,eu-west-1: a region is named twice.",
        "regions=eu-west-1,us-east-1 | -c regions=eu-west-1,us-east-1: more than one region needs phase 8 (world).",
        "alarmEmail=nobody | -c alarmEmail=nobody: that is no e-mail address.",
        "architecture=mips | -c architecture=mips: the architecture is arm64 or x86_64.",
        "provisioned=-3 | -c provisioned=-3: give a whole number from 0 to 9999.",
        "provisioned=2 | -c provisioned=2: provisioned concurrency starts at phase 1.",
        "payments=cash | -c payments=cash: payments go to sandbox or to stripe.",
        "paymentKeyParameter=/x | -c paymentKeyParameter=/x: the sandbox makes its own secrets; it goes with -c payments=stripe.",
        "keyGeneration=0 | -c keyGeneration=0: give a whole number from 1 to 9999."
      })
  void badValue_isRefusedInOneLineThatTellsTheFix(String context, String message) {
    String[] pair = context.split("=", 2);

    DeploymentRefused refused =
        assertThrows(DeploymentRefused.class, () -> Settings.from(Map.of(pair[0], pair[1])::get));

    assertEquals(message, refused.getMessage());
  }
}

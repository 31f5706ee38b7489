package dev.zerotomillions.cdk.phases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PhaseTest {
  private static final List<Predicate<Phase>> CAPABILITIES =
      List.of(
          Phase::splitsFunctions,
          Phase::provisionsConcurrency,
          Phase::canExhaustTables,
          Phase::hasCache,
          Phase::hasReadReplicas,
          Phase::hasQueues,
          Phase::hasShards,
          Phase::hasDistribution,
          Phase::splitsServices,
          Phase::spansRegions);

  @Test
  void capability_onceGained_isNeverLost() {
    for (Predicate<Phase> capability : CAPABILITIES) {
      List<Boolean> byPhase = Arrays.stream(Phase.values()).map(capability::test).toList();
      assertEquals(byPhase.stream().sorted().toList(), byPhase);
    }
  }

  @Test
  void phase0_hasNoCapabilityAndPhase8HasAll() {
    assertTrue(CAPABILITIES.stream().noneMatch(each -> each.test(Phase.ZERO_SCALE)));
    assertTrue(CAPABILITIES.stream().allMatch(each -> each.test(Phase.WORLD)));
  }

  @Test
  void numbered_withImplementedPhase_isThatPhase() {
    for (Phase phase : Phase.implemented()) {
      assertEquals(phase, Phase.numbered(phase.number()));
    }
  }

  @Test
  void numbered_withLaterPhase_namesThoseThatAreImplemented() {
    PhaseNotImplemented refused = assertThrows(PhaseNotImplemented.class, () -> Phase.numbered(5));

    assertEquals(
        "Phase 5 (shards) is not implemented yet; choose one of: 0 (zero scale), 1 (web tier), 4 (queues).",
        refused.getMessage());
  }

  @Test
  void numbered_withNoPhase_isRefused() {
    assertThrows(UnknownPhase.class, () -> Phase.numbered(9));
  }

  @Test
  void next_leadsFromEachPhaseToTheOneAbove() {
    assertEquals(Optional.of(Phase.WEB_TIER), Phase.ZERO_SCALE.next());
    assertEquals(Optional.empty(), Phase.WORLD.next());
  }

  @Test
  void outgrown_isByWhatTheNextPhaseCures() {
    assertTrue(Phase.ZERO_SCALE.isOutgrownBy(Symptom.THROTTLED));
    assertTrue(Phase.WEB_TIER.isOutgrownBy(Symptom.READ_CAPACITY));
    assertFalse(Phase.WEB_TIER.isOutgrownBy(Symptom.WRITE_CAPACITY));
    assertTrue(Arrays.stream(Symptom.values()).noneMatch(Phase.WORLD::isOutgrownBy));
  }
}

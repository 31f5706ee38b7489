package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.assembly.StackArtifact;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The power is cut at every single moment of a deployment, and the next start puts things right.
 */
class CrashTest {
  private static final StackArtifact FIRST =
      Rig.resources(
          "Shop",
          """
          'Kept': {'Type': 'Test::Thing', 'Properties': {'Value': 1}},
          'Changed': {'Type': 'Test::Thing', 'Properties': {'Value': 1, 'Needs': {'Ref': 'Kept'}}},
          'Replaced': {'Type': 'Test::Thing', 'Properties': {'Kind': 'a'}},
          'Reshaped': {'Type': 'Test::Thing', 'Properties': {'Shape': 'a'}},
          'Follower': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Ref': 'Replaced'}}},
          'Removed': {'Type': 'Test::Thing', 'Properties': {'Value': 1}}
          """);

  private static final StackArtifact SECOND =
      Rig.resources(
          "Shop",
          """
          'Kept': {'Type': 'Test::Thing', 'Properties': {'Value': 1}},
          'Changed': {'Type': 'Test::Thing', 'Properties': {'Value': 2, 'Needs': {'Ref': 'Added'}}},
          'Replaced': {'Type': 'Test::Thing', 'Properties': {'Kind': 'b'}},
          'Reshaped': {'Type': 'Test::Thing', 'Properties': {'Shape': 'b'}},
          'Follower': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Ref': 'Replaced'}}},
          'Added': {'Type': 'Test::Thing', 'Properties': {'Value': 1}}
          """);

  private static final StackArtifact FAILING =
      Rig.resources(
          "Shop",
          """
          'Changed': {'Type': 'Test::Thing', 'Properties': {'Value': 3, 'Needs': {'Ref': 'Added'}}},
          'Replaced': {'Type': 'Test::Thing', 'Properties': {'Kind': 'c'}},
          'Reshaped': {'Type': 'Test::Thing', 'Properties': {'Shape': 'c'}},
          'Added': {'Type': 'Test::Thing', 'Properties': {'Value': 1}},
          'Bad': {'Type': 'Test::Thing', 'Properties': {'Fail': 'create'},
                  'DependsOn': ['Changed', 'Replaced', 'Reshaped']}
          """);

  /** Threads that die of a power cut would fill the test's output with stack traces. */
  @BeforeAll
  static void silence() {
    Thread.UncaughtExceptionHandler rest = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          if (!(error instanceof Power.Cut) && rest != null) {
            rest.uncaughtException(thread, error);
          }
        });
  }

  @Test
  void crashInFirstDeployment_isMadeGoodByTheNext() throws Exception {
    everyCrash(List.of(), new StackArtifact[] {FIRST}, new StackArtifact[] {FIRST}, FIRST);
  }

  @Test
  void crashInFirstDeployment_leavesNothing_ifTheNextWantsNothing() throws Exception {
    everyCrash(List.of(), new StackArtifact[] {FIRST}, new StackArtifact[] {});
  }

  @Test
  void crashInUpdate_isMadeGoodByTheNext() throws Exception {
    everyCrash(List.of(FIRST), new StackArtifact[] {SECOND}, new StackArtifact[] {SECOND}, SECOND);
  }

  @Test
  void crashInUpdate_isUndoneByTheFormerTemplate() throws Exception {
    everyCrash(List.of(FIRST), new StackArtifact[] {SECOND}, new StackArtifact[] {FIRST}, FIRST);
  }

  @Test
  void crashInDeletion_isMadeGoodByTheNext() throws Exception {
    everyCrash(List.of(FIRST), new StackArtifact[] {}, new StackArtifact[] {});
  }

  @Test
  void crashInDeletion_isUndoneByTheFormerTemplate() throws Exception {
    everyCrash(List.of(FIRST), new StackArtifact[] {}, new StackArtifact[] {FIRST}, FIRST);
  }

  @Test
  void crashInRollback_isMadeGoodByTheFormerTemplate() throws Exception {
    everyCrash(List.of(FIRST), new StackArtifact[] {FAILING}, new StackArtifact[] {FIRST}, FIRST);
  }

  @Test
  void crashInRollback_isRolledBackByTheNextFailure() throws Exception {
    for (int moments = 1; ; moments++) {
      Rig rig = new Rig();
      rig.deploy(FIRST);
      rig.power.cutAfter(moments);
      if (!crashes(rig, FAILING)) {
        break;
      }
      rig.restart();
      assertThrows(DeploymentFailed.class, () -> rig.deploy(FAILING));
      assertSameWorld(moments, rig, FIRST);
    }
  }

  private static void everyCrash(
      List<StackArtifact> standing,
      StackArtifact[] interrupted,
      StackArtifact[] next,
      StackArtifact... expected)
      throws Exception {
    int moments = 1;
    for (; ; moments++) {
      Rig rig = new Rig();
      rig.deploy(standing.toArray(StackArtifact[]::new));
      rig.power.cutAfter(moments);
      if (!crashes(rig, interrupted)) {
        break;
      }
      rig.restart();
      rig.deploy(next);
      assertSameWorld(moments, rig, expected);
    }
    assertTrue(moments > 10, "there must be many moments, not " + moments);
  }

  /** Whether the power was cut before the deployment was over. */
  static boolean crashes(Rig rig, StackArtifact... stacks) throws InterruptedException {
    try {
      rig.deploy(stacks);
    } catch (DeploymentFailed e) {
      return rig.power.isCut();
    } catch (Power.Cut e) {
      return true;
    }
    return rig.power.isCut();
  }

  private static void assertSameWorld(int moments, Rig rig, StackArtifact... expected)
      throws Exception {
    Rig fresh = new Rig();
    fresh.deploy(expected);
    String when = "cut after %d moments; calls %s".formatted(moments, rig.world.calls);
    assertEquals(fresh.world.things, rig.world.things, when);
    assertEquals(fresh.deployments().describe(), rig.deployments().describe(), when);
  }
}

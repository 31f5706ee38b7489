package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.assembly.StackArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stacks that import from each other are deployed as one: all of them, or none. */
class SeveralStacksTest {
  private final Rig rig = new Rig();

  @Test
  void failureInOneStack_takesBackAllOthers() throws Exception {
    rig.deploy(maker("a"), user("plain"));
    Map<String, ObjectNode> before = Map.copyOf(rig.world.things);
    Map<String, Map<String, String>> outputs = rig.deployments().outputs();
    String message =
        String.valueOf(
            assertThrows(DeploymentFailed.class, () -> rig.deploy(maker("b"), failing()))
                .getMessage());
    assertTrue(message.startsWith("User/Bad: it will not be made"), message);
    assertTrue(message.contains("stack Maker is as it was before"), message);
    assertEquals(before, rig.world.things);
    assertEquals(outputs, rig.deployments().outputs());
    rig.world.calls.clear();
    rig.deploy(maker("a"), user("plain"));
    assertEquals(List.of(), rig.world.calls, "nothing is left to be put right");
  }

  @Test
  void changedExport_reachesItsUsers_beforeTheOldOneIsDeleted() throws Exception {
    rig.deploy(maker("a"), user("plain"));
    rig.world.calls.clear();
    rig.deploy(maker("b"), user("plain"));
    assertEquals(
        List.of("create Maker-It-b", "update User-It-plain", "delete Maker-It-a"), rig.world.calls);
  }

  @Test
  void exportThatIsStillImported_isNotTakenAway() throws Exception {
    rig.deploy(maker("a"), user("plain"));
    rig.world.calls.clear();
    assertThrows(
        DeploymentFailed.class,
        () -> rig.deploy(Rig.resources("Maker", "'It': {'Type': 'Test::Thing'}"), user("plain")));
    assertEquals(List.of(), rig.world.calls);
  }

  @Test
  void stacksInACircle_areRefused() {
    String message =
        String.valueOf(
            assertThrows(
                    DeploymentFailed.class,
                    () -> rig.deploy(Rig.stack("A", "{}", "B"), Rig.stack("B", "{}", "A")))
                .getMessage());
    assertTrue(message.contains("A depends on stack B, which is not deployed before"), message);
  }

  @Test
  void allMistakes_areToldAtOnce() throws Exception {
    rig.deploy(Rig.resources("Data", "'T': {'Type': 'Test::Data', 'Properties': {'Kind': 'a'}}"));
    rig.world.calls.clear();
    String message =
        String.valueOf(
            assertThrows(
                    DeploymentFailed.class,
                    () ->
                        rig.deploy(
                            Rig.resources(
                                "Data", "'T': {'Type': 'Test::Data', 'Properties': {'Kind': 'b'}}"),
                            Rig.resources(
                                "Shop",
                                """
                                'A': {'Type': 'AWS::No::Such'},
                                'B': {'Type': 'Test::Thing', 'Properties': {'Colour': 1, 'Needs': {'Ref': 'C'}}}
                                """)))
                .getMessage());
    assertTrue(message.startsWith("4 problems, and nothing was changed:"), message);
    List<String> parts =
        List.of("Data/T (Test::Data) would be", "Shop/A: ", "Shop/B, property Colour", "to C");
    parts.forEach(part -> assertTrue(message.contains(part), message));
    assertEquals(List.of(), rig.world.calls);
  }

  @Test
  void crash_thenAnotherFailure_thenSuccess_neverLeavesAReferenceToNothing() throws Exception {
    boolean cut = true;
    for (int moments = 1; cut; moments++) {
      Rig each = new Rig();
      each.deploy(maker("a"), user("plain"));
      each.power.cutAfter(moments);
      cut = CrashTest.crashes(each, maker("b"), user("plain"));
      each.restart();
      assertThrows(DeploymentFailed.class, () -> each.deploy(maker("c"), failing()));
      assertReferencesHold(moments, each);
      each.deploy(maker("d"), user("plain"));
      assertEquals(Set.of("Maker-It-d", "User-It-plain"), each.world.things.keySet());
      assertReferencesHold(moments, each);
    }
  }

  private static void assertReferencesHold(int moments, Rig rig) {
    List<String> dangling = new ArrayList<>();
    for (ObjectNode thing : List.copyOf(rig.world.things.values())) {
      String needs = thing.path("Needs").asText();
      if (!needs.isEmpty() && !rig.world.things.containsKey(needs)) {
        dangling.add(needs);
      }
    }
    assertEquals(List.of(), dangling, "cut after " + moments);
  }

  private static StackArtifact maker(String kind) {
    return Rig.stack(
        "Maker",
        """
        {'Resources': {'It': {'Type': 'Test::Thing', 'Properties': {'Kind': '%s'}}},
         'Outputs': {'It': {'Value': {'Ref': 'It'}, 'Export': {'Name': 'it'}}}}
        """
            .formatted(kind));
  }

  /** Says nothing of the stack that it depends on, except by its import. */
  private static StackArtifact user(String kind) {
    return Rig.resources(
        "User",
        "'It': {'Type': 'Test::Thing', 'Properties': {'Kind': '%s', 'Needs': {'Fn::ImportValue': 'it'}}}"
            .formatted(kind));
  }

  private static StackArtifact failing() {
    return Rig.resources(
        "User",
        """
        'It': {'Type': 'Test::Thing', 'Properties': {'Kind': 'plain', 'Needs': {'Fn::ImportValue': 'it'}}},
        'Bad': {'Type': 'Test::Thing', 'Properties': {'Fail': 'create'}, 'DependsOn': 'It'}
        """);
  }
}

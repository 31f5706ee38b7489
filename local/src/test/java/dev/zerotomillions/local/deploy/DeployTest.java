package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.assembly.StackArtifact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeployTest {
  private final Rig rig = new Rig();

  private static final String DATA =
      """
      {'Resources': {'Table': {'Type': 'Test::Data', 'Properties': {'Kind': 'orders'},
                               'DeletionPolicy': 'Retain', 'UpdateReplacePolicy': 'Retain'}},
       'Outputs': {'Name': {'Value': {'Ref': 'Table'}, 'Export': {'Name': {'Fn::Sub': '${AWS::StackName}:name'}}}}}
      """;

  private static final String USER =
      "'User': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::ImportValue': 'Data:name'}}}";

  @Test
  void resources_areCreatedAfterWhatTheyReferTo() throws Exception {
    rig.deploy(
        Rig.resources(
            "Shop",
            """
            'C': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::GetAtt': ['B', 'Arn']}}},
            'B': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::Sub': 'x${A}'}}},
            'A': {'Type': 'Test::Thing', 'DependsOn': 'Z'},
            'Z': {'Type': 'Test::Thing'}
            """));
    assertEquals(
        List.of(
            "create Shop-Z-plain",
            "create Shop-A-plain",
            "create Shop-B-plain",
            "create Shop-C-plain"),
        rig.world.calls);
    assertEquals("arn:test:Shop-B-plain", rig.world.thing("Shop-C-plain").path("Needs").asText());
  }

  @Test
  void unchangedTemplate_doesNothing() throws Exception {
    rig.deploy(Rig.stack("Data", DATA), Rig.stack("Shop", "{'Resources': {" + USER + "}}", "Data"));
    rig.world.calls.clear();
    rig.events.clear();
    rig.deploy(Rig.stack("Data", DATA), Rig.stack("Shop", "{'Resources': {" + USER + "}}", "Data"));
    assertEquals(List.of(), rig.world.calls);
    assertEquals(List.of(), rig.events);
  }

  @Test
  void replacement_isCreatedFirst_andTheOldOneDeletedAtLast() throws Exception {
    rig.deploy(kind("a"));
    rig.world.calls.clear();
    rig.deploy(kind("b"));
    assertEquals(
        List.of("create Shop-It-b", "update Shop-User-plain", "delete Shop-It-a"), rig.world.calls);
    assertEquals(Set.of("Shop-It-b", "Shop-User-plain"), rig.world.things.keySet());
  }

  @Test
  void exports_reachOtherStacks_andOutputsCanBeRead() throws Exception {
    rig.deploy(Rig.stack("Data", DATA), Rig.stack("Shop", "{'Resources': {" + USER + "}}", "Data"));
    assertEquals("Data-Table-orders", rig.world.thing("Shop-User-plain").path("Needs").asText());
    assertEquals(Map.of("Name", "Data-Table-orders"), rig.deployments().outputs().get("Data"));
  }

  @Test
  void failure_restoresWhatChanged_andDeletesWhatWasMade() throws Exception {
    rig.deploy(kind("a"));
    Map<String, ?> before = Map.copyOf(rig.world.things);
    DeploymentFailed failed =
        assertThrows(
            DeploymentFailed.class,
            () ->
                rig.deploy(
                    Rig.resources(
                        "Shop",
                        """
                        'It': {'Type': 'Test::Thing', 'Properties': {'Kind': 'b'}},
                        'User': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Ref': 'It'}}},
                        'Bad': {'Type': 'Test::Thing', 'Properties': {'Fail': 'create'}, 'DependsOn': 'User'}
                        """)));
    assertMessage(failed, "Shop/Bad: it will not be made; stack Shop is as it was before");
    assertEquals(before, rig.world.things);
    rig.world.calls.clear();
    rig.deploy(kind("a"));
    assertEquals(List.of(), rig.world.calls, "nothing is left to be put right");
  }

  @Test
  void failureOfANewStack_leavesNothing_butWhatIsRetained() {
    String resources =
        """
        'Kept': {'Type': 'Test::Thing', 'DeletionPolicy': 'Retain'},
        'Gone': {'Type': 'Test::Thing', 'DeletionPolicy': 'RetainExceptOnCreate'},
        'Bad': {'Type': 'Test::Thing', 'Properties': {'Fail': 'create'}, 'DependsOn': ['Kept', 'Gone']}
        """;
    assertThrows(DeploymentFailed.class, () -> rig.deploy(Rig.resources("Shop", resources)));
    assertEquals(Set.of("Shop-Kept-plain"), rig.world.things.keySet());
    assertEquals(List.of(), rig.deployments().describe());
  }

  @Test
  void retainedResource_isKeptWithANotice_andTakenUpAgain() throws Exception {
    rig.deploy(Rig.stack("Data", DATA));
    rig.deploy(Rig.resources("Data", "'Other': {'Type': 'Test::Thing'}"));
    assertTrue(rig.world.things.containsKey("Data-Table-orders"));
    assertTrue(rig.events.stream().anyMatch(each -> each.status().equals("DELETE_SKIPPED")));
    rig.deploy(Rig.stack("Data", DATA));
    assertEquals(Set.of("Data-Table-orders"), rig.world.things.keySet());
  }

  @Test
  void stacksThatVanish_areDeletedInReverse() throws Exception {
    rig.deploy(
        Rig.stack("Data", DATA.replace("'Retain'", "'RetainExceptOnCreate'")),
        Rig.stack("Shop", "{'Resources': {" + USER + "}}", "Data"),
        Rig.resources("Other", "'It': {'Type': 'Test::Thing'}"));
    rig.world.calls.clear();
    rig.deploy(Rig.resources("Other", "'It': {'Type': 'Test::Thing'}"));
    assertEquals(List.of("delete Shop-User-plain"), rig.world.calls);
    assertEquals(1, rig.deployments().describe().size());
  }

  @Test
  void deletionThatFails_doesNotFailTheDeployment_andIsTriedAgain() throws Exception {
    rig.deploy(
        Rig.resources("Shop", "'It': {'Type': 'Test::Thing', 'Properties': {'Fail': 'delete'}}"));
    rig.deploy(Rig.resources("Shop", ""));
    assertTrue(rig.events.stream().anyMatch(each -> each.status().equals("DELETE_FAILED")));
    rig.world.calls.clear();
    rig.deploy(Rig.resources("Shop", ""));
    assertEquals(List.of("delete Shop-It-plain"), rig.world.calls);
  }

  @Test
  void restart_restoresWhatStands_inOrder() throws Exception {
    rig.deploy(kind("a"));
    rig.world.calls.clear();
    rig.restart();
    assertEquals(List.of("restore Shop-It-a", "restore Shop-User-plain"), rig.world.calls);
  }

  @Test
  void deletionPolicy_changesWithoutTouchingTheResource() throws Exception {
    rig.deploy(Rig.resources("Shop", "'It': {'Type': 'Test::Thing'}"));
    rig.deploy(Rig.resources("Shop", "'It': {'Type': 'Test::Thing', 'DeletionPolicy': 'Retain'}"));
    rig.deploy(Rig.resources("Shop", ""));
    assertEquals(List.of("create Shop-It-plain"), rig.world.calls);
  }

  private static StackArtifact kind(String kind) {
    return Rig.resources(
        "Shop",
        """
        'It': {'Type': 'Test::Thing', 'Properties': {'Kind': '%s'}},
        'User': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Ref': 'It'}}}
        """
            .formatted(kind));
  }

  private static void assertMessage(DeploymentFailed failed, String part) {
    String message = String.valueOf(failed.getMessage());
    assertTrue(message.contains(part), message);
  }
}

package dev.zerotomillions.local.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.local.assembly.StackArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is refused before anything is deployed, in whichever stack it is. */
class PlanTest {
  private final Rig rig = new Rig();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'A': {'Type': 'AWS::No::Such'}                                                     | Shop/A: resource type AWS::No::Such is not supported
          'A': {'Type': 'Test::Thing', 'Properties': {'Colour': 1}}                          | Shop/A, property Colour: Test::Thing does not support
          'A': {'Type': 'Test::Thing', 'Properties': {'Needs': {'In': [{'Ref': 'B'}]}}}      | Shop/A, property Needs.In.0: refers to B, which is neither
          'A': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::GetAtt': ['B', 'C']}}}  | Shop/A, property Needs: refers to B
          'A': {'Type': 'Test::Thing', 'DependsOn': 'B'}                                     | Shop/A, property DependsOn: depends on B
          'A': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Ref': 'A'}}}                | in a circle: A -> A
          'A': {'Type': 'Test::Thing', 'DependsOn': 'B'}, 'B': {'Type': 'Test::Thing', 'DependsOn': 'A'} | in a circle: A -> B -> A
          'A': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::ImportValue': 'x'}}}    | Shop/A, property Needs: imports x, which no stack before this one exports
          'A': {'Type': 'Test::Thing', 'Properties': {'Needs': {'Fn::Length': []}}}          | Shop/A, property Needs: Fn::Length is not supported
          'A': {'Type': 'Test::Thing', 'Condition': 'No'}                                    | there is no condition No
          """)
  void mistake_namesStackResourceAndProperty_andNothingIsDeployed(
      String resources, String message) {
    assertRefused(
        message,
        Rig.resources("Good", "'It': {'Type': 'Test::Thing'}"),
        Rig.resources("Shop", resources));
    assertEquals(List.of(), rig.world.calls);
  }

  @Test
  void resourceWhoseConditionDoesNotHold_isNotThere_andMayNotBeReferredTo() throws Exception {
    String template =
        """
        {'Conditions': {'Never': {'Fn::Equals': ['a', 'b']}},
         'Resources': {'A': {'Type': 'Test::Thing', 'Condition': 'Never'},
                       'B': {'Type': 'Test::Thing', 'DependsOn': 'A', 'Properties': %s}},
         'Outputs': {'O': {'Condition': 'Never', 'Value': {'Ref': 'A'}}}}
        """;
    rig.deploy(Rig.stack("Shop", template.formatted("{}")));
    assertEquals(List.of("create Shop-B-plain"), rig.world.calls);
    assertRefused(
        "refers to A, whose condition does not hold",
        Rig.stack("Shop", template.formatted("{'Needs': {'Ref': 'A'}}")));
  }

  @Test
  void data_isNeitherReplacedNorDeleted() throws Exception {
    rig.deploy(Rig.resources("Data", "'T': {'Type': 'Test::Data', 'Properties': {'Kind': 'a'}}"));
    rig.world.calls.clear();
    assertRefused(
        "Data/T (Test::Data) would be replaced because its property Kind changed",
        Rig.resources("Data", "'T': {'Type': 'Test::Data', 'Properties': {'Kind': 'b'}}"));
    assertRefused("Data/T (Test::Data) would be deleted", Rig.resources("Data", ""));
    assertRefused("Data/T (Test::Data) would be deleted");
    assertRefused(
        "would become a Test::Thing", Rig.resources("Data", "'T': {'Type': 'Test::Thing'}"));
    assertEquals(List.of(), rig.world.calls);
  }

  @Test
  void dataThatAChangedReferenceWouldReplace_isNotReplaced() throws Exception {
    String template =
        """
        'Key': {'Type': 'Test::Thing', 'Properties': {'Kind': '%s'}},
        'T': {'Type': 'Test::Data', 'Properties': {'Kind': {'Ref': 'Key'}}}
        """;
    rig.deploy(Rig.resources("Data", template.formatted("a")));
    Map<String, ?> before = Map.copyOf(rig.world.things);
    assertRefused("would be replaced", Rig.resources("Data", template.formatted("b")));
    assertEquals(before, rig.world.things);
  }

  @Test
  void protectedStack_isNotDeleted() throws Exception {
    StackArtifact data =
        new StackArtifact("Data", Optional.empty(), Rig.json("{}"), Map.of(), List.of(), true);
    rig.deploy(data);
    assertRefused("Stack Data is protected from termination");
  }

  @Test
  void exportName_isTakenOnlyOnce() {
    String template = "{'Outputs': {'O': {'Value': 'x', 'Export': {'Name': 'same'}}}}";
    assertRefused(
        "stack One exports same already", Rig.stack("One", template), Rig.stack("Two", template));
  }

  private void assertRefused(String part, StackArtifact... stacks) {
    String message =
        String.valueOf(assertThrows(DeploymentFailed.class, () -> rig.deploy(stacks)).getMessage());
    assertTrue(message.contains(part.strip()), message);
  }
}

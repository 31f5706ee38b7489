package dev.zerotomillions.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @Test
  void resource_isReadWithItsPolicies() throws TemplateError {
    Template template =
        Template.parse(
            "Shop",
            Evaluation.json(
                """
                {'Rules': {'CheckBootstrapVersion': {}},
                 'Resources': {'Table': {'Type': 'T', 'DependsOn': ['A', 'B'], 'Metadata': {},
                   'DeletionPolicy': 'Retain', 'UpdateReplacePolicy': 'Delete'}}}
                """));
    ResourceDeclaration table = Objects.requireNonNull(template.resources().get("Table"));
    assertEquals(Set.of("A", "B"), table.dependsOn());
    assertEquals(Retention.RETAIN, table.deletion());
    assertEquals(Retention.DELETE, table.replacement());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Transform': 'AWS::LanguageExtensions'}                            | Shop/Transform
          {'Resources': {'A': {}}}                                            | Shop/A: the resource has no Type
          {'Resources': {'A': {'Type': 'T', 'UpdatePolicy': {}}}}             | Shop/A, property UpdatePolicy
          {'Resources': {'A': {'Type': 'T', 'Properties': []}}}               | Shop/A, property Properties
          {'Resources': {'A': {'Type': 'T', 'DeletionPolicy': 'Snapshot'}}}   | 'Snapshot' is not supported
          {'Outputs': {'O': {}}}                                              | Shop/Outputs, property O
          """)
  void whatIsNotHonoured_isNamed(String template, String message) {
    TemplateError error =
        assertThrows(TemplateError.class, () -> Template.parse("Shop", Evaluation.json(template)));
    String text = String.valueOf(error.getMessage());
    assertTrue(text.contains(message.strip()), text);
  }

  @Test
  void dependencies_areFoundInEveryForm() throws TemplateError {
    Dependencies dependencies =
        Dependencies.of(
            Evaluation.json(
                """
                {'A': {'Ref': 'One'}, 'B': {'Fn::GetAtt': ['Two', 'Arn']}, 'C': {'Fn::GetAtt': 'Three.Arn'},
                 'D': ['x', {'Fn::Sub': '${Four} ${Five.Arn} ${!No} ${AWS::Region}'}],
                 'E': {'Fn::Sub': ['${own} ${Six}', {'own': {'Ref': 'Seven'}}]},
                 'F': {'Fn::Join': ['', [{'Fn::ImportValue': {'Fn::Sub': 'Data:${AWS::Region}'}}]]}}
                """),
            Evaluation.environment("{}", Map.of()),
            Where.of("Shop", "Thing"));
    assertEquals(
        Set.of("One", "Two", "Three", "Four", "Five", "Six", "Seven"),
        dependencies.resources().keySet());
    assertEquals(Set.of("Data:eu-west-1"), dependencies.imports().keySet());
  }
}

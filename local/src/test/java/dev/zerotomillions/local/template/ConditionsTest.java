package dev.zerotomillions.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
  private static final String SECTIONS =
      """
      {'Parameters': {'Stage': {'Type': 'String', 'Default': 'dev', 'AllowedValues': ['dev', 'live']},
                      'Zones': {'Type': 'CommaDelimitedList', 'Default': 'a, b'},
                      'Bootstrap': {'Type': 'AWS::SSM::Parameter::Value<String>',
                                    'Default': '/cdk-bootstrap/hnb659fds/version'}},
       'Conditions': {
         'Live': {'Fn::Equals': [{'Ref': 'Stage'}, 'live']},
         'Here': {'Fn::Equals': [{'Ref': 'AWS::Region'}, 'eu-west-1']},
         'NotLive': {'Fn::Not': [{'Condition': 'Live'}]},
         'Both': {'Fn::And': [{'Condition': 'NotLive'}, {'Condition': 'Here'}]},
         'Either': {'Fn::Or': [{'Condition': 'Live'}, {'Condition': 'Here'}]},
         'Circle': {'Fn::Not': [{'Condition': 'Circle'}]},
         'Odd': {'Fn::Contains': ['a']}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "Live, false, true",
    "Here, true, true",
    "NotLive, true, false",
    "Both, true, false",
    "Either, true, true"
  })
  void conditionHolds_byParameters(String condition, boolean byDefault, boolean whenLive)
      throws TemplateError {
    Where where = Where.of("Shop", "Thing");
    assertEquals(byDefault, Evaluation.environment(SECTIONS, Map.of()).holds(condition, where));
    assertEquals(
        whenLive,
        Evaluation.environment(SECTIONS, Map.of("Stage", "live")).holds(condition, where));
  }

  @Test
  void branchThatIsNotTaken_isNotLookedAt() throws TemplateError {
    String value = "{'Fn::If': ['Live', {'Fn::Select': [9, []]}, 'other']}";
    assertEquals("other", Evaluation.resolve(SECTIONS, value).asText());
    Dependencies dependencies =
        Dependencies.of(
            Evaluation.json("{'If': {'Fn::If': ['Live', {'Ref': 'A'}, {'Ref': 'B'}]}}"),
            Evaluation.environment(SECTIONS, Map.of()),
            Where.of("Shop", "Thing"));
    assertEquals("[B]", dependencies.resources().keySet().toString());
  }

  @Test
  void parameters_haveTheirTypes() throws TemplateError {
    assertEquals(
        "b", Evaluation.resolve(SECTIONS, "{'Fn::Select': [1, {'Ref': 'Zones'}]}").asText());
    int version = Evaluation.resolve(SECTIONS, "{'Ref': 'Bootstrap'}").asInt();
    assertTrue(version >= 6, "bootstrap version " + version);
  }

  @Test
  void badConditionsAndParameters_areNamed() throws TemplateError {
    Environment environment = Evaluation.environment(SECTIONS, Map.of());
    Where where = Where.of("Shop", "Thing");
    assertMessage("in a circle", () -> environment.holds("Circle", where));
    assertMessage("Fn::Contains is no condition", () -> environment.holds("Odd", where));
    assertMessage(
        "none of the allowed values",
        () -> Evaluation.environment(SECTIONS, Map.of("Stage", "test")));
    assertMessage(
        "neither a value nor a default",
        () -> Evaluation.environment("{'Parameters': {'P': {'Type': 'String'}}}", Map.of()));
    assertMessage(
        "are not supported locally",
        () ->
            Evaluation.environment(
                "{'Parameters': {'P': {'Type': 'AWS::EC2::Image::Id', 'Default': 'x'}}}",
                Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Fn::And': 'text'}                                   | 2 to 10 conditions
          {'Fn::And': []}                                       | 2 to 10 conditions
          {'Fn::Or': [{'Condition': 'Live'}]}                   | 2 to 10 conditions
          {'Fn::Not': [{'Condition': 'A'}, {'Condition': 'B'}]} | takes a list of 1 arguments
          {'Fn::Equals': ['one']}                               | takes two values
          {'Condition': 'Unknown'}                              | there is no condition Unknown
          """)
  void malformedCondition_isRefused_ratherThanDecided(String condition, String message)
      throws TemplateError {
    Environment environment =
        Evaluation.environment("{'Conditions': {'C': " + condition + "}}", Map.of());
    assertMessage(message, () -> environment.holds("C", Where.of("Shop", "Thing")));
  }

  private static void assertMessage(
      String part, org.junit.jupiter.api.function.Executable executable) {
    String message = String.valueOf(assertThrows(TemplateError.class, executable).getMessage());
    assertTrue(message.contains(part), message);
  }
}

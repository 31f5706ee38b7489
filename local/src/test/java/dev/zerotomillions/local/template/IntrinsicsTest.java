package dev.zerotomillions.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Ref': 'Table'}                                                  | id-of-Table
          {'Ref': 'AWS::Region'}                                            | eu-west-1
          {'Ref': 'AWS::AccountId'}                                         | 000000000000
          {'Ref': 'AWS::Partition'}                                         | aws
          {'Ref': 'AWS::StackName'}                                         | Shop
          {'Ref': 'AWS::URLSuffix'}                                         | amazonaws.com
          {'Fn::GetAtt': ['Table', 'Arn']}                                  | Arn-of-Table
          {'Fn::GetAtt': 'Table.Endpoint.Address'}                          | Endpoint.Address-of-Table
          {'Fn::ImportValue': 'Data:Table'}                                 | import-of-Data:Table
          {'Fn::ImportValue': {'Fn::Sub': '${AWS::StackName}:x'}}           | import-of-Shop:x
          {'Fn::Join': ['-', ['a', {'Ref': 'B'}, 3]]}                       | a-id-of-B-3
          {'Fn::Join': ['', []]}                                            | ''
          {'Fn::Join': [',', {'Fn::Split': ['-', {'Ref': 'A'}]}]}           | id,of,A
          {'Fn::Sub': 'arn:${AWS::Partition}:${T}:${T.Arn}'}                | arn:aws:id-of-T:Arn-of-T
          {'Fn::Sub': ['${x} and ${ Y }', {'x': {'Ref': 'Z'}}]}             | id-of-Z and id-of-Y
          {'Fn::Sub': '${!Literal} ${AWS::Region}'}                         | ${Literal} eu-west-1
          {'Fn::Select': ['1', {'Fn::Split': ['-', 'a-b-c']}]}              | b
          {'Fn::Select': [0, ['x', 'y']]}                                   | x
          {'Fn::Select': [2, {'Fn::GetAZs': ''}]}                           | eu-west-1c
          {'Fn::Select': [0, {'Fn::GetAZs': {'Ref': 'AWS::Region'}}]}       | eu-west-1a
          {'Fn::Base64': 'shop'}                                            | c2hvcA==
          """)
  void functionGivesItsValue(String call, String value) throws TemplateError {
    assertEquals(value, Evaluation.resolve(call).asText());
  }

  @Test
  void stackId_isAnArnOfTheStack() throws TemplateError {
    String id = Evaluation.resolve("{'Ref': 'AWS::StackId'}").asText();
    assertTrue(id.startsWith("arn:aws:cloudformation:eu-west-1:000000000000:stack/Shop/"), id);
  }

  @Test
  void noValue_leavesThePropertyOrTheElementOut() throws TemplateError {
    assertEquals(
        Evaluation.json("{'list': ['a'], 'inner': {}}"),
        Evaluation.resolve(
            """
            {'gone': {'Ref': 'AWS::NoValue'}, 'list': ['a', {'Ref': 'AWS::NoValue'}],
             'inner': {'gone': {'Ref': 'AWS::NoValue'}}}
            """));
  }

  @Test
  void mapping_isFoundByKeysThatAreComputed() throws TemplateError {
    assertEquals(
        "two",
        Evaluation.resolve(
                "{'Mappings': {'Sizes': {'eu-west-1': {'small': 'two'}}}}",
                "{'Fn::FindInMap': ['Sizes', {'Ref': 'AWS::Region'}, 'small']}")
            .asText());
  }

  @Test
  void policyWithAConditionOfItsOwn_isNoIntrinsicFunction() throws TemplateError {
    String policy = "{'Condition': {'StringEquals': {'aws:x': 'y'}}, 'Ref': 'kept', 'Action': '*'}";
    assertEquals(Evaluation.json(policy), Evaluation.resolve(policy));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Fn::ToJsonString': {}}                          | Fn::ToJsonString is not supported
          {'Fn::Cidr': ['10.0.0.0/16', 1, 1]}               | Fn::Cidr is not supported
          {'Fn::Join': ['', 'x'], 'Other': 1}               | stands beside other keys
          {'Fn::Join': ['-']}                               | takes a list of 2 arguments
          {'Fn::Join': ['-', 'text']}                       | wants a list
          {'Fn::Join': ['-', [['nested']]]}                 | wants a text
          {'Fn::Select': ['3', ['a']]}                      | element "3" of a list of 1
          {'Fn::Select': ['x', ['a']]}                      | element "x" of a list of 1
          {'Fn::Select': [0, {'no': 'list'}]}               | wants a list to select from
          {'Fn::Split': ['', 'a']}                          | wants a delimiter
          {'Fn::GetAtt': 'Table'}                           | wants a resource and an attribute
          {'Fn::FindInMap': ['No', 'such', 'map']}          | finds no No
          {'Fn::If': ['Unknown', 1, 2]}                     | there is no condition Unknown
          """)
  void mistake_isNamedWithItsPlace(String call, String message) {
    TemplateError error = assertThrows(TemplateError.class, () -> Evaluation.resolve(call));
    String text = String.valueOf(error.getMessage());
    assertTrue(text.startsWith("Shop/Thing, property Value"), text);
    assertTrue(text.contains(message), text);
  }
}

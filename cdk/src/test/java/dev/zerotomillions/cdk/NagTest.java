package dev.zerotomillions.cdk;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

/** The rules of AWS Solutions, with no exception but those that {@link NagExceptions} explains. */
class NagTest {
  @TempDir Path out;

  static Stream<Map<String, String>> contexts() {
    Map<String, String> everything = Synthesis.context("4", "http");
    everything.put("alarmEmail", "operator@example.com");
    everything.put("provisioned", "2");
    return Stream.of(
        everything,
        Synthesis.withStripe(everything),
        Synthesis.context("0", "http"),
        Synthesis.context("0", "rest"),
        Synthesis.context("1", "rest"));
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void stacks_breakNoRule(Map<String, String> context) {
    App app = new App(ShopApp.props().outdir(out.toString()).build());
    ShopApp.addStacks(app, Synthesis.settings(context));
    List<Stack> stacks =
        app.getNode().getChildren().stream()
            .filter(Stack.class::isInstance)
            .map(Stack.class::cast)
            .toList();
    stacks.forEach(NagExceptions::add);
    Aspects.of(app).add(new AwsSolutionsChecks(NagPackProps.builder().reports(false).build()));

    for (Stack stack : stacks) {
      Annotations annotations = Annotations.fromStack(stack);
      annotations.hasNoError("*", Match.stringLikeRegexp("AwsSolutions-.*"));
      annotations.hasNoWarning("*", Match.stringLikeRegexp("AwsSolutions-.*"));
    }
  }
}

package dev.zerotomillions.local.functions.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zerotomillions.local.aws.Arns;
import dev.zerotomillions.local.aws.AwsError;
import dev.zerotomillions.local.aws.AwsRequest;
import dev.zerotomillions.local.functions.model.FunctionName;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A call of one operation.
 *
 * @param parts what the path holds in place of the operation's variables
 */
record Call(AwsRequest request, List<String> parts) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The function that the path names, with the qualifier from there or from the query. */
  FunctionName function() throws AwsError {
    var name =
        FunctionName.parse(parts.getFirst())
            .orElseThrow(
                () ->
                    new AwsError(
                        400,
                        "ValidationException",
                        "'%s' is no function's name".formatted(parts.getFirst())));
    var here =
        new FunctionName(
            Optional.of(name.region().orElse(request.region())), name.name(), name.qualifier());
    return query("Qualifier").map(here::qualified).orElse(here);
  }

  /** The ARN of the function that the path names, as policies know it. */
  String arn(Arns arns) throws AwsError {
    var name = function();
    var qualifier = name.qualifier().map(each -> ":" + each).orElse("");
    return new Arns(name.region().orElse(arns.region()), arns.account())
        .of("lambda", "function:" + name.name() + qualifier);
  }

  Optional<String> query(String name) {
    for (var pair : request.query().split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equals(name)) {
        return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /**
   * A header's first value.
   *
   * @param name in lower case
   */
  Optional<String> header(String name) {
    return request.headers().getOrDefault(name, List.of()).stream().findFirst();
  }

  JsonNode body() throws AwsError {
    try {
      return JSON.readTree(request.body());
    } catch (IOException e) {
      throw new AwsError(400, "InvalidRequestContentException", "The body is no JSON");
    }
  }
}

package dev.zerotomillions.shared.http;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.AbstractServletHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The response that Micronaut fills, as the answer that API Gateway sends. */
final class LambdaResponse<B> extends AbstractServletHttpResponse<ApiAnswer, B> {

  LambdaResponse(ConversionService conversions, BinaryTypeConfiguration binaryTypes) {
    super(conversions, binaryTypes);
  }

  @Override
  public ApiAnswer getNativeResponse() {
    Map<String, String> single = new LinkedHashMap<>();
    headers.forEach(
        (name, values) -> single.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
    // The gateway sets the length of what it sends.
    single.remove("content-length");
    return new ApiAnswer(status, single, body.toString(StandardCharsets.UTF_8));
  }
}

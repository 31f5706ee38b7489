package dev.zerotomillions.local.aws;

import java.util.Map;

/** The answer to a call of an AWS API. */
public record AwsResponse(int status, Map<String, String> headers, byte[] body) {
  public AwsResponse {
    headers = Map.copyOf(headers);
  }
}

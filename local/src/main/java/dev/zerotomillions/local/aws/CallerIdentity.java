package dev.zerotomillions.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** STS's API, as far as asking who one is. */
public final class CallerIdentity implements AwsApi {
  private final String account;
  private final UnaryOperator<String> arnByAccessKey;

  /**
   * Makes the API.
   *
   * @param arnByAccessKey the ARN of the role or user that an access key stands for
   */
  public CallerIdentity(String account, UnaryOperator<String> arnByAccessKey) {
    this.account = account;
    this.arnByAccessKey = arnByAccessKey;
  }

  @Override
  public String signingName() {
    return "sts";
  }

  @Override
  public List<Need> rights(AwsRequest request, Arns arns) {
    return List.of();
  }

  @Override
  public AwsResponse handle(AwsRequest request) throws AwsError {
    String form = new String(request.body(), StandardCharsets.UTF_8) + "&" + request.query();
    if (!form.contains("Action=GetCallerIdentity")) {
      throw new AwsError(400, "InvalidAction", "Emulated of sts here: GetCallerIdentity");
    }
    String body =
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
        <GetCallerIdentityResult><Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>\
        </GetCallerIdentityResult><ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>\
        </GetCallerIdentityResponse>"""
            .formatted(
                arnByAccessKey.apply(request.accessKeyId()),
                request.accessKeyId().replaceAll("[^A-Za-z0-9]", ""),
                account,
                UUID.randomUUID());
    return new AwsResponse(
        200, Map.of("Content-Type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
  }
}

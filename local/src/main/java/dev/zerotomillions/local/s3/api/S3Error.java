package dev.zerotomillions.local.s3.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call that S3 would refuse, with the code, the message and the details that it gives. */
final class S3Error extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final String text;
  private final transient Map<String, String> details = new LinkedHashMap<>();

  S3Error(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.text = message;
  }

  /** Adds an element to the error's document. */
  S3Error with(String element, String value) {
    details.put(element, value);
    return this;
  }

  static S3Error invalidArgument(String message) {
    return new S3Error(400, "InvalidArgument", message);
  }

  static S3Error accessDenied(String message) {
    return new S3Error(403, "AccessDenied", message);
  }

  static S3Error malformedXml() {
    return new S3Error(
        400,
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema");
  }

  static S3Error preconditionFailed(String condition) {
    return new S3Error(
            412,
            "PreconditionFailed",
            "At least one of the pre-conditions you specified did not hold")
        .with("Condition", condition);
  }

  /** What S3 has and the emulator has not. */
  static S3Error notEmulated(String what) {
    return new S3Error(501, "NotImplemented", what + " is not supported by the local emulator");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  S3Response response(String resource, String requestId) {
    Xml xml = new Xml("Error").text("Code", code).text("Message", text);
    details.forEach(xml::text);
    xml.text("Resource", resource).text("RequestId", requestId).text("HostId", "local");
    return S3Response.xml(status, xml);
  }
}

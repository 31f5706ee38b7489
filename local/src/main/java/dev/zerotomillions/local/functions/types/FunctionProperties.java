package dev.zerotomillions.local.functions.types;

import dev.zerotomillions.local.functions.CodeStore;
import dev.zerotomillions.local.functions.CodeStore.Code;
import dev.zerotomillions.local.functions.model.FunctionVersion;
import dev.zerotomillions.local.resources.PropertyRules;
import dev.zerotomillions.local.resources.ResourceFailed;
import dev.zerotomillions.local.resources.ResourceRequest;
import java.time.Clock;
import java.util.UUID;

/** Reads {@code $LATEST} from a function's properties, refusing what can't be honoured. */
final class FunctionProperties {
  static final PropertyRules RULES =
      PropertyRules.honours(
              "Architectures",
              "Code",
              "Description",
              "Environment",
              "EphemeralStorage",
              "FunctionName",
              "Handler",
              "Layers",
              "LoggingConfig",
              "MemorySize",
              "PackageType",
              "ReservedConcurrentExecutions",
              "Role",
              "Runtime",
              "SnapStart",
              "Timeout",
              "TracingConfig")
          .andIgnores("KmsKeyArn", "RuntimeManagementConfig", "Tags", "VpcConfig");

  private final CodeStore codes;
  private final Clock clock;

  FunctionProperties(CodeStore codes, Clock clock) {
    this.codes = codes;
    this.clock = clock;
  }

  FunctionVersion read(ResourceRequest request, String name) throws ResourceFailed {
    var properties = Properties.of(request);
    refuseOthers(request, properties);
    var logging = properties.in("LoggingConfig");
    logging.allow("LogFormat", "LogGroup", "ApplicationLogLevel", "SystemLogLevel");
    var environment = properties.in("Environment");
    environment.allow("Variables");
    var snapStart = properties.in("SnapStart").text("ApplyOn", "None");
    return new FunctionVersion(
        request.region(),
        request.account(),
        name,
        FunctionVersion.LATEST,
        properties.text("Description", ""),
        properties.text("Handler"),
        properties.text("Role"),
        properties.integer("MemorySize", 128, 128, 10_240),
        properties.integer("Timeout", 3, 1, 900),
        properties.in("EphemeralStorage").integer("Size", 512, 512, 10_240),
        request.properties().path("Architectures").path(0).asText("x86_64"),
        environment.texts("Variables"),
        code(properties.in("Code")),
        snapStart.equals("PublishedVersions"),
        logging.text("LogFormat", "Text").equals("JSON"),
        logging.text("ApplicationLogLevel", "INFO"),
        properties.in("TracingConfig").text("Mode", "PassThrough"),
        logging.text("LogGroup", "/aws/lambda/" + name),
        clock.instant(),
        UUID.randomUUID().toString());
  }

  private Code code(Properties code) throws ResourceFailed {
    if (code.has("ZipFile")) {
      throw code.refused("ZipFile", "inline code is never Java; use an asset");
    }
    code.allow("S3Bucket", "S3Key");
    return codes.find(code.text("S3Bucket"), code.text("S3Key"));
  }

  private static void refuseOthers(ResourceRequest request, Properties properties)
      throws ResourceFailed {
    if (!properties.text("PackageType", "Zip").equals("Zip")) {
      throw properties.refused("PackageType", "there is no Docker here; use Zip");
    }
    var runtime = properties.text("Runtime");
    if (!runtime.equals("java25")) {
      throw properties.refused("Runtime", "it runs java25, not " + runtime);
    }
    if (!request.properties().path("Layers").isEmpty()) {
      throw properties.refused("Layers", "put the layer's jars into the function's lib folder");
    }
  }
}

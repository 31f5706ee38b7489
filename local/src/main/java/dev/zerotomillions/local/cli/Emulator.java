package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.assembly.Assembly;
import dev.zerotomillions.local.assembly.AssemblyError;
import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.CallerIdentity;
import dev.zerotomillions.local.deploy.DeploymentFailed;
import dev.zerotomillions.local.deploy.Deployments;
import dev.zerotomillions.local.deploy.StackDescription;
import dev.zerotomillions.local.dynamodb.DynamoDbApi;
import dev.zerotomillions.local.engines.DynamoDbEngine;
import dev.zerotomillions.local.front.FrontDoor;
import dev.zerotomillions.local.functions.FunctionService;
import dev.zerotomillions.local.functions.FunctionSettings;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.functions.UnzippedAssets;
import dev.zerotomillions.local.gateway.Gateway;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.s3.S3;
import dev.zerotomillions.local.simple.CustomResourceResponses;
import dev.zerotomillions.local.simple.Roles;
import dev.zerotomillions.local.simple.SimpleTypes;
import dev.zerotomillions.local.ssm.SsmParameters;
import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole system in one process and its children: engines, functions, gateway, and what is
 * deployed on them.
 */
final class Emulator implements AutoCloseable {
  private static final String ACCOUNT = "000000000000";
  private static final Duration LONGEST_INVOCATION = Duration.ofMinutes(15);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Options options;
  private final DataFolder data;
  private final AssetFolder assets = new AssetFolder();
  private final Children children;
  private final DynamoDbEngine engine;
  private final FunctionService functions;
  private final Deployments deployments;
  private final Gateway gateway;
  private final FrontDoor frontDoor;
  private final Console console = new Console();
  private final Administrator administrator;
  private boolean restored;
  private volatile int phase;

  private Emulator(Options options, DataFolder data)
      throws IOException, InterruptedException, CannotStart {
    this.options = options;
    this.data = data;
    this.administrator = Administrator.keptIn(data.stateFile("administrator.json"));
    Path folder = data.path();
    URI endpoint = URI.create("http://localhost:" + options.port());
    this.children = new Children(folder);
    this.engine =
        DynamoDbEngine.start(children, options.engines().resolve("dynamodb/target/lib"), folder);
    Credentials credentials = new Credentials();
    this.functions =
        new FunctionService(
            FunctionSettings.defaults(folder, endpoint),
            children,
            credentials,
            new UnzippedAssets(folder.resolve("code"), assets),
            console::function);
    this.gateway =
        new Gateway(
            functions,
            functions.permissions(),
            folder.resolve("logs"),
            Clock.systemUTC(),
            System::nanoTime);
    DynamoDbApi dynamoDb =
        new DynamoDbApi(engine, folder, ACCOUNT, Clock.systemUTC(), table -> false);
    SsmParameters parameters = new SsmParameters(folder, ACCOUNT, Clock.systemUTC());
    S3 s3 = new S3(folder, credentials, Clock.systemUTC());
    CustomResourceResponses responses = new CustomResourceResponses(endpoint);
    List<ResourceType> types = new ArrayList<>();
    types.addAll(functions.resourceTypes());
    types.addAll(gateway.resourceTypes());
    types.addAll(dynamoDb.resourceTypes());
    types.addAll(parameters.resourceTypes());
    types.addAll(s3.resourceTypes());
    types.addAll(SimpleTypes.all(functions, responses, new Roles()));
    this.deployments =
        new Deployments(
            ResourceTypes.of(types),
            folder.resolve("state"),
            options.regions().getFirst(),
            ACCOUNT,
            console::deployment);
    List<AwsApi> apis =
        List.of(
            functions.api(),
            dynamoDb,
            dynamoDb.streams(),
            parameters,
            s3.api(),
            new CallerIdentity(
                ACCOUNT,
                key ->
                    credentials
                        .role(key)
                        .orElse("arn:aws:iam::%s:user/developer".formatted(ACCOUNT))));
    this.frontDoor =
        FrontDoor.open(options.port(), new Apis(apis), gateway, new Control(this, responses));
  }

  static Emulator start(Options options, DataFolder data)
      throws CannotStart, IOException, InterruptedException {
    return new Emulator(options, data);
  }

  /** Applies a synthesized app to what stands, and remembers which phase that is. */
  synchronized void deploy(Path assembly, int phase) throws CannotStart, InterruptedException {
    try {
      Assembly read = Assembly.read(assembly);
      assets.add(read);
      if (!restored) {
        deployments.restore();
        restored = true;
      }
      deployments.deploy(read.stacks());
    } catch (AssemblyError | DeploymentFailed e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
    this.phase = phase;
    data.remember(phase, options.gateway(), options.regions());
  }

  /** Seeds the shop on its first start, and then tells the world that it answers. */
  void open() throws CannotStart, IOException, InterruptedException {
    StateFile seeded = data.stateFile("seeded.json");
    if (seeded.read().isEmpty()) {
      console.say("Seeding the shop ...");
      String appoint = output("Shop-Keys", "CreateAdministratorFunctionName");
      new Seed(functions, new Shop(outputs().apiUrl()))
          .sow(appoint, administrator, options.seed().resolve("catalogue.json"));
      seeded.write(JSON.createObjectNode().put("at", Clock.systemUTC().instant().toString()));
    } else {
      awaitHealth();
    }
    publish();
    String banner =
        Banner.with(options.seed().resolve("examples.json")).of(outputs(), gateway.routes());
    console.say(banner);
    data.announce(banner);
  }

  /** Writes {@code outputs.json}. */
  synchronized void publish() {
    data.stateFile("outputs.json").write(outputs().toJson(JSON));
  }

  /**
   * Invokes one of the app's functions by the name that the template's author gave it; where there
   * is no function of that name, the one that serves every route takes its place.
   */
  Invocation invoke(String function, byte[] event) throws InterruptedException {
    return functions.invoke(
        physicalName(function).or(() -> physicalName("Monolith")).orElse(function),
        event,
        LONGEST_INVOCATION);
  }

  private Optional<String> physicalName(String function) {
    return named(function + "Live", "AWS::Lambda::Alias")
        .or(() -> named(function + "Function", "AWS::Lambda::Function"));
  }

  private Optional<String> named(String logicalId, String type) {
    return deployments.describe().stream()
        .flatMap(stack -> stack.resources().stream())
        .filter(each -> each.type().equals(type) && each.logicalId().startsWith(logicalId))
        .map(StackDescription.Resource::physicalId)
        .findFirst();
  }

  /** What stands, for scripts and people. */
  ObjectNode status() {
    ObjectNode status = outputs().toJson(JSON);
    status.remove("admin");
    ObjectNode byStack = status.putObject("stacks");
    for (StackDescription stack : deployments.describe()) {
      ArrayNode resources = byStack.putArray(stack.name());
      for (StackDescription.Resource resource : stack.resources()) {
        resources
            .addObject()
            .put("logicalId", resource.logicalId())
            .put("type", resource.type())
            .put("physicalId", resource.physicalId());
      }
    }
    return status;
  }

  Outputs outputs() {
    return Outputs.at(frontDoor.port(), phase, options.regions(), administrator);
  }

  private void awaitHealth() throws CannotStart, IOException, InterruptedException {
    Shop shop = new Shop(outputs().apiUrl());
    Shop.Answer answer = shop.send(shop.request("/health").GET().build());
    if (answer.status() != 200) {
      throw new CannotStart(
          "The shop started, but its health is %d: %s. See the logs in %s"
              .formatted(answer.status(), answer.body(), data.path().resolve("logs")));
    }
  }

  private String output(String stack, String name) throws CannotStart {
    String value = deployments.outputs().getOrDefault(stack, Map.of()).get(name);
    if (value == null) {
      throw new CannotStart(
          "Stack %s has no output %s; build with scripts/up".formatted(stack, name));
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    frontDoor.close();
    functions.close();
    engine.close();
    children.close();
  }
}

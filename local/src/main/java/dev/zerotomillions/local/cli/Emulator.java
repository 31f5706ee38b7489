package dev.zerotomillions.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zerotomillions.local.assembly.Assembly;
import dev.zerotomillions.local.assembly.AssemblyError;
import dev.zerotomillions.local.deploy.DeploymentFailed;
import dev.zerotomillions.local.deploy.Deployments;
import dev.zerotomillions.local.deploy.StackDescription;
import dev.zerotomillions.local.front.FrontDoor;
import dev.zerotomillions.local.functions.Invocation;
import dev.zerotomillions.local.resources.ResourceTypes;
import dev.zerotomillions.local.storage.StateFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
  private final Services services;
  private final Deployments deployments;
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
    this.services =
        new Services(folder, options.engines(), endpoint, ACCOUNT, assets, console::function);
    this.deployments =
        new Deployments(
            ResourceTypes.of(services.types()),
            folder.resolve("state"),
            options.regions().getFirst(),
            ACCOUNT,
            console::deployment);
    this.frontDoor =
        FrontDoor.open(
            options.port(),
            services.apis(),
            services.gateway(),
            new Control(this, services.responses()));
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
      new Seed(services.functions(), new Shop(outputs().apiUrl()))
          .sow(appoint, administrator, options.seed().resolve("catalogue.json"));
      seeded.write(JSON.createObjectNode().put("at", Clock.systemUTC().instant().toString()));
    } else {
      awaitHealth();
    }
    publish();
    String banner =
        Banner.with(options.seed().resolve("examples.json"))
            .of(outputs(), services.gateway().routes());
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
    return services
        .functions()
        .invoke(
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
    services.close();
  }
}

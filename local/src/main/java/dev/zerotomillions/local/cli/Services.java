package dev.zerotomillions.local.cli;

import dev.zerotomillions.local.aws.Apis;
import dev.zerotomillions.local.aws.AwsApi;
import dev.zerotomillions.local.aws.CallerIdentity;
import dev.zerotomillions.local.aws.Guard;
import dev.zerotomillions.local.dynamodb.DynamoDbApi;
import dev.zerotomillions.local.engines.DynamoDbEngine;
import dev.zerotomillions.local.engines.SqsEngine;
import dev.zerotomillions.local.functions.BackgroundObserver;
import dev.zerotomillions.local.functions.FunctionService;
import dev.zerotomillions.local.functions.FunctionSettings;
import dev.zerotomillions.local.functions.UnzippedAssets;
import dev.zerotomillions.local.gateway.Gateway;
import dev.zerotomillions.local.gateway.common.IamAuthorizer;
import dev.zerotomillions.local.iam.CallGuard;
import dev.zerotomillions.local.iam.Credentials;
import dev.zerotomillions.local.iam.Permissions;
import dev.zerotomillions.local.iam.Principal;
import dev.zerotomillions.local.iam.Roles;
import dev.zerotomillions.local.metrics.CloudWatch;
import dev.zerotomillions.local.process.Children;
import dev.zerotomillions.local.resources.ResourceType;
import dev.zerotomillions.local.s3.S3;
import dev.zerotomillions.local.scheduler.Scheduler;
import dev.zerotomillions.local.signing.SignatureVerifier;
import dev.zerotomillions.local.simple.CustomResourceResponses;
import dev.zerotomillions.local.simple.SimpleTypes;
import dev.zerotomillions.local.sources.EventSources;
import dev.zerotomillions.local.sqs.Sqs;
import dev.zerotomillions.local.ssm.SsmParameters;
import dev.zerotomillions.local.xray.XRay;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every AWS service that the emulator has, wired together. */
final class Services implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration TICK = Duration.ofMillis(500);

  private final Children children;
  private final DynamoDbEngine engine;
  private final FunctionService functions;
  private final XRay xray;
  private final BackgroundObserver observer;
  private final Gateway gateway;
  private final Scheduler scheduler;
  private final Sqs sqs;
  private final EventSources sources;
  private final Guard guard;
  private final CustomResourceResponses responses;
  private final List<ResourceType> types = new ArrayList<>();
  private final List<AwsApi> apis = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param folder the data folder
   * @param engines the folder that holds an engine's libraries by name
   * @param endpoint where all of them are reached
   * @param console takes each line that a function logs
   */
  Services(
      Path folder,
      Path engines,
      URI endpoint,
      String account,
      UnzippedAssets.AssetFiles assets,
      Consumer<String> console)
      throws IOException, InterruptedException {
    this.children = new Children(folder);
    this.engine = DynamoDbEngine.start(children, engines.resolve("dynamodb/target/lib"), folder);
    Credentials credentials = new Credentials();
    Roles roles = new Roles();
    this.xray = new XRay(CLOCK);
    CloudWatch cloudWatch = new CloudWatch();
    this.observer = new BackgroundObserver(List.of(xray, cloudWatch));
    Permissions permissions = new Permissions(roles, CLOCK);
    this.functions =
        new FunctionService(
            FunctionSettings.defaults(folder, endpoint).withXRayPort(xray.daemonPort()),
            children,
            credentials,
            new UnzippedAssets(folder.resolve("code"), assets),
            console,
            observer);
    this.gateway =
        new Gateway(
            functions,
            functions.permissions(),
            new IamAuthorizer(new SignatureVerifier(credentials, CLOCK), permissions),
            folder.resolve("logs"),
            CLOCK,
            System::nanoTime);
    this.scheduler =
        new Scheduler(functions, roles, permissions, folder, CLOCK, console).ticking(TICK);
    this.sqs =
        new Sqs(
            children,
            new SqsEngine.Place(engines.resolve("sqs/target/lib"), folder, endpoint, account));
    this.sources =
        new EventSources(functions, functions.registry(), permissions, sqs.queues(), console);
    this.responses = new CustomResourceResponses(endpoint);
    DynamoDbApi dynamoDb = new DynamoDbApi(engine, folder, account, CLOCK, table -> false);
    SsmParameters parameters = new SsmParameters(folder, account, CLOCK);
    this.guard =
        new CallGuard(credentials, permissions, refusal -> console.accept("IAM " + refusal));
    S3 s3 = new S3(folder, credentials, guard, CLOCK);
    types.addAll(functions.resourceTypes());
    types.addAll(gateway.resourceTypes());
    types.addAll(scheduler.resourceTypes());
    types.addAll(dynamoDb.resourceTypes());
    types.addAll(parameters.resourceTypes());
    types.addAll(s3.resourceTypes());
    types.addAll(sqs.resourceTypes());
    types.addAll(sources.resourceTypes());
    types.addAll(SimpleTypes.all(functions, responses, roles));
    apis.addAll(
        List.of(
            sources.api(functions.api()),
            sqs.api(),
            dynamoDb,
            dynamoDb.streams(),
            parameters,
            s3.api(),
            scheduler.api(),
            xray.api(),
            cloudWatch.api(),
            new CallerIdentity(account, key -> arn(credentials, account, key))));
  }

  private static String arn(Credentials credentials, String account, String accessKeyId) {
    return credentials
        .principal(accessKeyId)
        .map(Principal::arn)
        .orElse("arn:aws:iam::%s:user/developer".formatted(account));
  }

  FunctionService functions() {
    return functions;
  }

  Gateway gateway() {
    return gateway;
  }

  /** Where the functions behind custom resources send their answers. */
  CustomResourceResponses responses() {
    return responses;
  }

  List<ResourceType> types() {
    return types;
  }

  /** All APIs, behind the guard that knows the roles of functions. */
  Apis apis() {
    return new Apis(apis, guard);
  }

  @Override
  public void close() throws IOException {
    scheduler.close();
    sources.close();
    functions.close();
    observer.close();
    xray.close();
    sqs.close();
    engine.close();
    children.close();
  }
}

package dev.zerotomillions.cdk;

import dev.zerotomillions.cdk.constructs.Tables;
import dev.zerotomillions.cdk.endpoints.Registry;
import dev.zerotomillions.cdk.endpoints.Service;
import dev.zerotomillions.cdk.phases.DeploymentRefused;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITable;

/** The CDK app: synthesizes the stacks of one phase. */
public final class ShopApp {

  private ShopApp() {}

  /** Synthesizes to {@code CDK_OUTDIR} with the context in {@code CDK_CONTEXT_JSON}. */
  public static void main(String[] args) {
    App app = new App(props().build());
    try {
      addStacks(app, Settings.from(app.getNode()::tryGetContext));
    } catch (DeploymentRefused refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
    app.synth();
  }

  /** Returns properties that make the templates the same whoever synthesizes them. */
  static AppProps.Builder props() {
    return AppProps.builder()
        .postCliContext(FeatureFlags.all())
        .analyticsReporting(false)
        .stackTraces(false)
        .treeMetadata(false);
  }

  /** Adds the stacks of the shop that these settings ask for. */
  static void addStacks(App app, Settings settings) {
    addStacks(app, settings, Registry.ofShop());
  }

  /** Adds the stacks that these settings ask for, with the functions of a registry. */
  static void addStacks(App app, Settings settings, Registry registry) {
    Map<Service, ITable> byService = new EnumMap<>(Service.class);
    StackProps data = stack(settings).terminationProtection(true).build();
    byService.put(Service.USERS, new UsersDataStack(app, data).table());
    byService.put(Service.CATALOG, new CatalogDataStack(app, data).table());
    byService.put(Service.INVENTORY, new InventoryDataStack(app, data).table());
    byService.put(Service.ORDERS, new OrdersDataStack(app, data).table());
    byService.put(Service.PAYMENTS, new PaymentsDataStack(app, data).table());
    byService.put(Service.NOTIFICATIONS, new NotificationsDataStack(app, data).table());
    JobsDataStack jobs = new JobsDataStack(app, data);
    byService.put(Service.OPERATIONS, jobs.table());
    if (settings.payments().isSandbox()) {
      byService.put(Service.SANDBOX, new SandboxDataStack(app, data).table());
    }
    Tables tables = new Tables(byService);
    StackProps compute = stack(settings).build();
    ShopKeysStack keys = new ShopKeysStack(app, compute, settings, tables);
    new ShopStack(
        app, compute, settings, registry, tables, jobs.files(), keys.signingKeyServiceToken());
  }

  private static StackProps.Builder stack(Settings settings) {
    Optional<String> region = settings.regions().stream().findFirst();
    @Nullable Environment environment =
        region
            .map(
                name ->
                    Environment.builder()
                        .account(System.getenv("CDK_DEFAULT_ACCOUNT"))
                        .region(name)
                        .build())
            .orElse(null);
    return StackProps.builder()
        .env(environment)
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build());
  }
}

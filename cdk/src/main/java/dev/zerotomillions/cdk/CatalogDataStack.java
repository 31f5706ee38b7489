package dev.zerotomillions.cdk;

import java.util.List;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The stack of the products' table, whose index lists them by category and name. */
final class CatalogDataStack extends DataStack {

  CatalogDataStack(Construct scope, StackProps props) {
    super(scope, "Catalog-Data", props, List.of("gsi1"));
  }
}

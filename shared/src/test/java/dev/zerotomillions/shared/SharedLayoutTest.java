package dev.zerotomillions.shared;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SharedLayoutTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.zerotomillions.shared");

  @Test
  void packages_dependOnEachOtherInOneDirectionAlone() {
    slices().matching("dev.zerotomillions.shared.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void library_knowsNoService() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.zerotomillions.users..",
            "dev.zerotomillions.catalog..",
            "dev.zerotomillions.inventory..",
            "dev.zerotomillions.orders..",
            "dev.zerotomillions.payments..",
            "dev.zerotomillions.sandbox..",
            "dev.zerotomillions.notifications..",
            "dev.zerotomillions.operations..")
        .check(CODE);
  }
}

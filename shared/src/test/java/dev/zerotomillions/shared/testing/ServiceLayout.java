package dev.zerotomillions.shared.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import java.util.List;

/** The rules that every service's code keeps. */
public final class ServiceLayout {
  private static final String ROOT = "dev.zerotomillions.";
  private static final List<String> SERVICES =
      List.of(
          "users",
          "catalog",
          "inventory",
          "orders",
          "payments",
          "sandbox",
          "notifications",
          "operations");

  private ServiceLayout() {}

  /** Checks the code of one service. */
  public static void check(String service) {
    JavaClasses code =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/$")) // what the compiler generated
            .importPackages(ROOT + service);
    for (ArchRule rule : rules(service)) {
      rule.allowEmptyShould(true).check(code);
    }
  }

  private static List<ArchRule> rules(String service) {
    return List.of(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others(service))
            .because("a service depends on shared alone, so that each can be deployed by itself"),
        classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .haveSimpleNameNotEndingWith("Controller")
            .because("an endpoint is named for what it does, and nothing but the router calls it"),
        classes()
            .that()
            .areAnnotatedWith(Introspected.class)
            .should()
            .beRecords()
            .because("what travels as JSON is data"),
        noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("a name says what a thing is"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.lang.reflect..")
            .because("reflection is paid for at each cold start"),
        noClasses()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .accessField(System.class, "out")
            .because("what a function prints is one JSON object a line, by the logger"));
  }

  private static String[] others(String service) {
    return SERVICES.stream()
        .filter(other -> !other.equals(service))
        .map(other -> ROOT + other + "..")
        .toArray(String[]::new);
  }
}

package dev.zerotomillions.local.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
  @TempDir Path folder;

  @BeforeEach
  void stacks() throws IOException {
    write("Data.template.json", "{'Resources': {}}");
    write("Shop.template.json", "{'Description': 'the shop'}");
    write(
        "Shop.assets.json",
        """
        {'files': {'abc': {'source': {'path': 'asset.abc.zip', 'packaging': 'file'},
          'destinations': {'here': {'bucketName': 'assets-${AWS::Region}', 'objectKey': 'abc.zip'}}}},
         'dockerImages': {}}
        """);
  }

  @Test
  void stacks_comeAfterThoseThatTheyDependOn() throws IOException, AssemblyError {
    manifest(
        stack("Shop", "aws://unknown-account/unknown-region", "'Shop.assets', 'Data'"),
        stack("Data", "aws://123456789012/eu-west-1", ""),
        "'Shop.assets': {'type': 'cdk:asset-manifest', 'properties': {'file': 'Shop.assets.json'}}",
        "'Tree': {'type': 'cdk:tree'}");
    Assembly assembly = Assembly.read(folder);
    assertEquals(
        List.of("Data", "Shop"), assembly.stacks().stream().map(StackArtifact::name).toList());
    StackArtifact shop = assembly.stacks().getLast();
    assertEquals(List.of("Data"), shop.dependencies());
    assertEquals(Optional.empty(), shop.region());
    assertEquals(Optional.of("eu-west-1"), assembly.stacks().getFirst().region());
    assertTrue(shop.terminationProtection());
    assertEquals("v", shop.parameters().get("P"));
    assertEquals("the shop", shop.template().path("Description").asText());
    assertEquals(
        List.of(new AssetFile("assets-${AWS::Region}", "abc.zip", folder.resolve("asset.abc.zip"))),
        assembly.assets());
  }

  @Test
  void whatCannotBeRun_isRefusedByName() throws IOException {
    manifest("'Stage': {'type': 'cdk:cloud-assembly'}");
    assertRefused("Stage of type cdk:cloud-assembly");
    manifest(
        "'Shop.assets': {'type': 'cdk:asset-manifest', 'properties': {'file': 'Images.json'}}");
    write("Images.json", "{'dockerImages': {'image1': {}}}");
    assertRefused("container images (image1)");
    manifest(stack("Shop", "aws://a/b", "'Data'"), stack("Data", "aws://a/b", "'Shop'"));
    assertRefused("circle: Shop -> Data -> Shop");
  }

  @Test
  void unreadableAssembly_isRefusedByFile() throws IOException {
    assertRefused("manifest.json is missing");
    write("manifest.json", "no JSON");
    assertRefused("manifest.json is no JSON object");
  }

  private void assertRefused(String part) {
    AssemblyError error = assertThrows(AssemblyError.class, () -> Assembly.read(folder));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains(part), message);
  }

  private static String stack(String name, String environment, String dependencies) {
    return """
        '%s': {'type': 'aws:cloudformation:stack', 'environment': '%s', 'dependencies': [%s],
          'properties': {'templateFile': '%s.template.json', 'parameters': {'P': 'v'},
            'terminationProtection': true}}
        """
        .formatted(name, environment, dependencies, name);
  }

  private void manifest(String... artifacts) throws IOException {
    write("manifest.json", "{'artifacts': {%s}}".formatted(String.join(",", artifacts)));
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }
}

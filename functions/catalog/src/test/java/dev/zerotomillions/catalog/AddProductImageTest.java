package dev.zerotomillions.catalog;

import static dev.zerotomillions.catalog.CatalogApi.as;
import static dev.zerotomillions.catalog.CatalogApi.draft;
import static dev.zerotomillions.catalog.CatalogApi.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zerotomillions.shared.auth.Role;
import dev.zerotomillions.shared.testing.ApiRequest;
import dev.zerotomillions.shared.testing.ApiResponse;
import dev.zerotomillions.shared.testing.AtOnce;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddProductImageTest {
  private static final String DIGEST = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  private final CatalogApi catalog = new CatalogApi();

  @BeforeEach
  void addTea() {
    catalog.send(put("tea", draft("Tea")));
  }

  private static Map<String, Object> picture() {
    Map<String, Object> picture = new LinkedHashMap<>();
    picture.put("contentType", "image/png");
    picture.put("bytes", 12345);
    picture.put("sha256", DIGEST);
    return picture;
  }

  private ApiRequest request(String product, Object picture, String key) {
    return catalog.asAdministrator(
        ApiRequest.of("POST", "/api/products/" + product + "/images")
            .json(picture)
            .header("idempotency-key", key));
  }

  private ApiResponse add(Object picture) {
    return catalog.send(request("tea", picture, UUID.randomUUID().toString()));
  }

  private List<?> images() {
    ApiResponse product = catalog.send(ApiRequest.get("/api/products/tea"));
    return (List<?>) Objects.requireNonNull(product.get("images"));
  }

  private static Map<?, ?> upload(ApiResponse added) {
    return (Map<?, ?>) Objects.requireNonNull(added.get("upload"));
  }

  @Test
  void picture_isAnsweredWithItsUpload_andListedAsPending() {
    ApiResponse added = add(picture());

    assertEquals(201, added.status(), added.body());
    assertEquals("PENDING", added.get("status"));
    assertEquals("no-store", added.header("cache-control"));
    Map<?, ?> upload = upload(added);
    assertEquals("PUT", upload.get("method"));
    assertEquals(
        "https://files.example/uploads/products/tea/" + added.get("id") + "?for=900&up",
        upload.get("url"));
    assertEquals(
        Map.of("content-type", "image/png", "x-amz-checksum-sha256", DIGEST),
        upload.get("headers"));
    Map<?, ?> listed = (Map<?, ?>) images().getFirst();
    assertEquals(added.get("id"), listed.get("id"));
    assertEquals("PENDING", listed.get("status"));
    assertEquals(listed.get("createdAt"), added.get("createdAt"));
    assertEquals(
        images(),
        catalog
            .send(ApiRequest.get("/api/products?category=tea"))
            .items()
            .getFirst()
            .get("images"));
  }

  @Test
  void sameKey_isTheSamePicture_withAnAddressThatIsGoodAgain() {
    ApiResponse first = catalog.send(request("tea", picture(), "once"));
    catalog.pass(Duration.ofMinutes(16));
    ApiResponse second = catalog.send(request("tea", picture(), "once"));

    assertEquals(201, second.status(), second.body());
    assertEquals(first.get("id"), second.get("id"));
    assertEquals(first.get("createdAt"), second.get("createdAt"));
    String before = String.valueOf(upload(first).get("expiresAt"));
    String after = String.valueOf(upload(second).get("expiresAt"));
    assertTrue(before.compareTo(after) < 0, after);
    assertEquals(1, images().size());

    Map<String, Object> other = picture();
    other.put("bytes", 1);
    ApiResponse reused = catalog.send(request("tea", other, "once"));
    assertEquals(422, reused.status(), reused.body());
  }

  @Test
  void sameKeyAtOnce_isOnePicture_andOtherKeysAreOneEach() throws Exception {
    var same = AtOnce.times(4, () -> catalog.send(request("tea", picture(), "once")));
    assertEquals(1, same.stream().map(answer -> answer.get("id")).distinct().count());

    var others = AtOnce.times(3, () -> add(picture()));
    others.forEach(answer -> assertEquals(201, answer.status(), answer.body()));
    assertEquals(4, images().size());
  }

  @Test
  void edit_keepsThePictures_andDeletionTakesThem() {
    add(picture());
    assertEquals(3L, catalog.send(put("tea", draft("Green tea"))).get("version"));
    assertEquals(1, images().size());

    catalog.send(catalog.asAdministrator(ApiRequest.of("DELETE", "/api/products/tea")));
    assertEquals(404, add(picture()).status());
    catalog.send(put("tea", draft("Tea")));
    assertEquals(List.of(), images());
  }

  @Test
  void picturesThatNeverCame_makeRoomAfterAWeek() {
    for (int i = 0; i < Product.MOST_IMAGES; i++) {
      assertEquals(201, add(picture()).status());
    }
    ApiResponse refused = add(picture());
    assertEquals(409, refused.status(), refused.body());
    assertEquals("too-many-images", refused.problem());

    catalog.pass(Duration.ofDays(7).plusMinutes(1));
    assertEquals(201, add(picture()).status());
    assertEquals(1, images().size());
  }

  @Test
  void unknownProduct_isNotFound() {
    assertEquals(404, catalog.send(request("coffee", picture(), "1")).status());
    assertEquals(404, catalog.send(request("Not-an-id", picture(), "2")).status());
    assertEquals(2, catalog.table.count());
  }

  @ParameterizedTest
  @CsvSource({
    "contentType,image/svg+xml",
    "contentType,text/html",
    "contentType,",
    "bytes,0",
    "bytes,-1",
    "bytes,20971521",
    "sha256,abc",
    "sha256,47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFUA",
    "url,https://elsewhere.example"
  })
  void pictureThatBreaksARule_isRefused(String member, String value) {
    Map<String, Object> picture = picture();
    picture.put(member, member.equals("bytes") ? Long.valueOf(value) : value);
    ApiResponse refused = add(picture);
    assertEquals(400, refused.status(), refused.body());
    assertEquals("validation-failed", refused.problem());
    assertEquals(List.of(), images());
  }

  @Test
  void strangersAndCustomers_addNothing_norDoesWhoNamesNoKey() {
    ApiRequest request =
        ApiRequest.of("POST", "/api/products/tea/images")
            .json(picture())
            .header("idempotency-key", "once");
    assertEquals(401, catalog.send(request).status());
    assertEquals(403, catalog.send(as(Role.CUSTOMER, request)).status());
    ApiRequest keyless = ApiRequest.of("POST", "/api/products/tea/images").json(picture());
    assertEquals(
        "idempotency-key-missing", catalog.send(catalog.asAdministrator(keyless)).problem());
    assertEquals(List.of(), images());
  }
}

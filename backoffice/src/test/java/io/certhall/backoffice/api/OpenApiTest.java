package io.certhall.backoffice.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.certhall.backoffice.api.support.Api;
import io.certhall.backoffice.api.support.ApiTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class OpenApiTest {

  private static final List<String> CONTRACT =
      List.of(
          "post /api/v1/tokens",
          "get /api/v1/accounts/agreement",
          "post /api/v1/accounts",
          "post /api/v1/accounts/codes",
          "get /api/v1/me",
          "get /api/v1/me/organisation",
          "put /api/v1/me/organisation",
          "post /api/v1/me/organisation/approvals",
          "put /api/v1/me/organisation/shared/{hall}",
          "get /api/v1/halls/{hall}/subjects/{creditCode}",
          "get /api/v1/me/people",
          "post /api/v1/me/people",
          "get /api/v1/halls",
          "get /api/v1/halls/{hall}",
          "get /api/v1/halls/{hall}/materials",
          "post /api/v1/halls/{hall}/quotes",
          "post /api/v1/orders",
          "get /api/v1/orders",
          "get /api/v1/orders/{orderNo}",
          "put /api/v1/orders/{orderNo}",
          "delete /api/v1/orders/{orderNo}",
          "put /api/v1/orders/{orderNo}/attachments/{code}",
          "get /api/v1/orders/{orderNo}/attachments/{code}",
          "delete /api/v1/orders/{orderNo}/attachments/{code}",
          "post /api/v1/orders/{orderNo}/submit",
          "post /api/v1/orders/{orderNo}/withdraw",
          "post /api/v1/orders/{orderNo}/reapplication",
          "get /api/v1/orders/{orderNo}/receipt.pdf",
          "post /api/v1/orders/{orderNo}/rating",
          "get /api/v1/orders/{orderNo}/rating",
          "post /api/v1/orders/{orderNo}/remind",
          "post /api/v1/orders/{orderNo}/receipt",
          "get /api/v1/orders/{orderNo}/timeline",
          "post /api/v1/orders/{orderNo}/payments",
          "get /api/v1/orders/{orderNo}/payments",
          "get /api/v1/orders/{orderNo}/payments/{paymentNo}",
          "get /api/v1/tasks",
          "post /api/v1/tasks/{id}/claim",
          "post /api/v1/tasks/{id}/release",
          "post /api/v1/tasks/{id}/complete",
          "get /api/v1/certificates",
          "get /api/v1/certificates/{serial}",
          "get /api/v1/certificates/{serial}/pem",
          "get /api/v1/orders/{orderNo}/stamps",
          "get /api/v1/orders/{orderNo}/stamps/{itemSeq}/{code}",
          "post /api/v1/orders/{orderNo}/stamps/{itemSeq}/{code}",
          "get /api/v1/seals",
          "get /api/v1/seals/{id}",
          "get /api/v1/seals/{id}/seal.der",
          "get /api/v1/seals/{id}/picture.png",
          "post /api/v1/seals/{id}/freeze",
          "post /api/v1/seals/{id}/release",
          "get /api/v1/orders/{orderNo}/documents/{template}",
          "get /api/v1/orders/{orderNo}/invoice.pdf",
          "get /ca/{ca}.cer",
          "get /crl/{ca}.crl",
          "get /crl/{ca}/{digit}.crl",
          "post /ocsp",
          "get /ocsp/{base64}");

  private final Api api;

  OpenApiTest(Api api) {
    this.api = api;
  }

  @Test
  void the_api_describes_itself_and_nothing_else() {
    JsonNode description = api.get("/v3/api-docs").is(200).json();

    assertThat(description.path("openapi").asString()).startsWith("3.1");
    List<String> operations = new ArrayList<>();
    description
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method + " " + path.getKey())));
    assertThat(operations)
        .containsAll(CONTRACT)
        .allMatch(operation -> operation.matches("[a-z]+ /(api/v1|ca|crl|ocsp).*"));
  }

  @Test
  void every_operation_says_what_it_does_in_both_languages() {
    api.get("/v3/api-docs")
        .json()
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      assertThat(operation.path("summary").asString())
                          .as(operation.toString())
                          .matches(".*\\p{IsHan}.* · .*[a-z].*");
                      assertThat(operation.path("description").asString())
                          .as(operation.toString())
                          .isNotBlank();
                    }));
  }

  @Test
  void files_are_uploaded_as_a_form() {
    assertThat(
            api.get("/v3/api-docs")
                .json()
                .at(
                    "/paths/~1api~1v1~1orders~1{orderNo}~1attachments~1{code}/put/requestBody/content")
                .propertyNames())
        .containsExactly("multipart/form-data");
  }

  @Test
  void a_page_lets_people_try_it() {
    assertThat(api.get("/swagger-ui.html").is(200).text()).contains("swagger-ui");
  }
}

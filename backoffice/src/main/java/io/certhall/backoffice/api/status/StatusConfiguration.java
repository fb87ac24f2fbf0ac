package io.certhall.backoffice.api.status;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires the OCSP responder before everything else, and describes it. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

  private static final String DESCRIPTION =
      "RFC 6960 and RFC 5019: one certificate per request; answers are signed ahead and tell good,"
          + " revoked or on hold. A certificate unknown here is answered with `unauthorized`,"
          + " unreadable bytes with `malformedRequest`, an answer not signed yet with `tryLater`.";

  @Bean
  FilterRegistrationBean<OcspFilter> ocspFilter(OcspResponder responder, StatusCaching caching) {
    FilterRegistrationBean<OcspFilter> filter =
        new FilterRegistrationBean<>(new OcspFilter(responder, caching));
    filter.addUrlPatterns(OcspFilter.PATH, OcspFilter.PATH + "/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** What the server itself refuses when it is not told to let encoded slashes pass. */
  @Bean
  FilterRegistrationBean<Filter> noEncodedSlashesElsewhere() {
    FilterRegistrationBean<Filter> filter =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              String path = ((HttpServletRequest) request).getRequestURI().toLowerCase(Locale.ROOT);
              if (path.contains("%2f") && !path.startsWith(OcspFilter.PATH + "/")) {
                ((HttpServletResponse) response).setStatus(HttpServletResponse.SC_BAD_REQUEST);
              } else {
                chain.doFilter(request, response);
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** Base64 has slashes. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
    return tomcat ->
        tomcat.addConnectorCustomizers(
            connector ->
                connector.setEncodedSolidusHandling(
                    EncodedSolidusHandling.PASS_THROUGH.getValue()));
  }

  @Bean
  OpenApiCustomizer ocspDescription() {
    return description -> {
      description
          .getPaths()
          .addPathItem(
              OcspFilter.PATH,
              new PathItem()
                  .post(
                      operation("查询证书状态（OCSP） · Status of a certificate (OCSP)")
                          .requestBody(
                              new RequestBody()
                                  .required(true)
                                  .content(binary("application/ocsp-request")))));
      description
          .getPaths()
          .addPathItem(
              OcspFilter.PATH + "/{base64}",
              new PathItem()
                  .get(
                      operation("查询证书状态（OCSP，GET） · Status of a certificate (OCSP by GET)")
                          .addParametersItem(
                              new Parameter()
                                  .in("path")
                                  .name("base64")
                                  .required(true)
                                  .schema(new StringSchema()))));
    };
  }

  private static Operation operation(String summary) {
    return new Operation()
        .addTagsItem("authorities")
        .summary(summary)
        .description(DESCRIPTION)
        .security(List.of())
        .responses(
            new ApiResponses()
                .addApiResponse(
                    "200",
                    new ApiResponse()
                        .description("OCSPResponse, DER")
                        .content(binary("application/ocsp-response"))));
  }

  private static Content binary(String type) {
    return new Content()
        .addMediaType(type, new MediaType().schema(new Schema<>().type("string").format("binary")));
  }
}

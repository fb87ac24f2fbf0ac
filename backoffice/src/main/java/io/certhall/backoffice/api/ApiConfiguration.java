package io.certhall.backoffice.api;

import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires what controllers ask for and the API's own description. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Language.class);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ReaderLanguage());
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new AsciiNames()).addPathPatterns("/api/**", "/ca/**", "/crl/**");
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("CertHall 证书网上大厅 REST API")
                .version("v1")
                .description(
                    """
                    数字证书申请、审核、缴费、制证、领取的接口，与网页使用同一套服务。
                    The services of the certificate hall for trading platforms, agents and tests.

                    金额单位为分；时间为带时区的 ISO 8601；列表为 `{items, next}`，以 `after=next` 取下一页。
                    出错时返回 RFC 9457 文档，`code` 供程序判断，`fields` 一次列出全部问题。
                    新建类 POST 请求可带 `Idempotency-Key`，重复发送只执行一次。

                    Money in fen, times in ISO 8601 with offset, lists as `{items, next}`.
                    Errors are RFC 9457 documents. `Idempotency-Key` is honoured on POSTs that
                    create something."""))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("POST /api/v1/tokens")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }

  /** Only the API is described, not what else this server answers. */
  @Bean
  OpenApiCustomizer onlyTheApi() {
    return description ->
        description
            .getPaths()
            .keySet()
            .removeIf(
                path ->
                    !path.startsWith("/api/")
                        && !path.startsWith("/ca/")
                        && !path.startsWith("/ocsp")
                        && !path.startsWith("/crl/"));
  }

  private static final class ReaderLanguage implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Language.class;
    }

    @Override
    public Language resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
      return http == null ? Language.ZH : Language.of(http);
    }
  }
}

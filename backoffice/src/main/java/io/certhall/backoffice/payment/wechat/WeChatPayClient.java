package io.certhall.backoffice.payment.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** Builds the SDK's signed client, led to another address when the settings say so. */
final class WeChatPayClient {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration READ = Duration.ofSeconds(10);

  private WeChatPayClient() {}

  static RSAPublicKeyConfig config(WeChatPaySettings settings) {
    return new RSAPublicKeyConfig.Builder()
        .merchantId(settings.merchantId())
        .privateKey(settings.merchantPrivateKey())
        .merchantSerialNumber(settings.merchantSerial())
        .publicKey(settings.platformPublicKey())
        .publicKeyId(settings.platformPublicKeyId())
        .apiV3Key(settings.apiV3Key())
        .build();
  }

  static HttpClient create(WeChatPaySettings settings, RSAPublicKeyConfig config) {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder().connectTimeout(CONNECT).readTimeout(READ).callTimeout(READ);
    if (settings.baseUrl() != null) {
      http.addInterceptor(leadTo(settings.baseUrl()));
    }
    // The order matters: the SDK forgets a client that is set before the config.
    return new DefaultHttpClientBuilder().config(config).okHttpClient(http.build()).build();
  }

  /** The path is put behind that of the base; what is signed stays the provider's own path. */
  private static Interceptor leadTo(URI baseUrl) {
    HttpUrl base = Objects.requireNonNull(HttpUrl.get(baseUrl), "baseUrl");
    String prefix = base.encodedPath().replaceAll("/$", "");
    return chain -> {
      HttpUrl asked = chain.request().url();
      HttpUrl led =
          asked
              .newBuilder()
              .scheme(base.scheme())
              .host(base.host())
              .port(base.port())
              .encodedPath(prefix + asked.encodedPath())
              .build();
      return chain.proceed(chain.request().newBuilder().url(led).build());
    };
  }
}

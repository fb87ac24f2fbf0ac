package io.certhall.workers.notification.aliyun;

import com.aliyun.dysmsapi20170525.Client;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.Map;

/** The SDK's client, able to talk to an address with a path: the SDK itself always asks for /. */
final class DysmsClient extends Client {

  private final String path;

  DysmsClient(AliyunSmsSettings settings) throws Exception {
    super(
        new Config()
            .setAccessKeyId(settings.accessKeyId())
            .setAccessKeySecret(settings.accessKeySecret())
            .setProtocol(settings.protocol())
            .setEndpoint(settings.endpoint()));
    this.path = settings.path();
  }

  @Override
  public Map<String, ?> callApi(Params params, OpenApiRequest request, RuntimeOptions runtime)
      throws Exception {
    return super.callApi(params.setPathname(path), request, runtime);
  }
}

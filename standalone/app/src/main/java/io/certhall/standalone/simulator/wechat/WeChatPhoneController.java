package io.certhall.standalone.simulator.wechat;

import io.certhall.standalone.simulator.ConditionalOnSimulators;
import io.certhall.standalone.simulator.wallet.WalletPhoneController;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Hidden
@RestController
@ConditionalOnSimulators
@RequestMapping(WeChatApiController.ROOT)
class WeChatPhoneController extends WalletPhoneController {

  WeChatPhoneController(WeChatWallet wallet) {
    super(wallet);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(WeChatRefusal refusal) {
    HttpStatus status =
        switch (refusal.code()) {
          case "ORDERPAID", "ORDER_CLOSED" -> HttpStatus.CONFLICT;
          default -> refusal.status();
        };
    return refused(status, refusal.code(), refusal.message());
  }
}

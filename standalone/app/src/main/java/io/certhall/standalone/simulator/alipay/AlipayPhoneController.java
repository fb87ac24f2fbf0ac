package io.certhall.standalone.simulator.alipay;

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
@RequestMapping(AlipayApiController.ROOT)
class AlipayPhoneController extends WalletPhoneController {

  AlipayPhoneController(AlipayWallet wallet) {
    super(wallet);
  }

  @ExceptionHandler
  ResponseEntity<Map<String, String>> refused(AlipayRefusal refusal) {
    HttpStatus status =
        switch (refusal.subCode()) {
          case "ACQ.TRADE_NOT_EXIST" -> HttpStatus.NOT_FOUND;
          case "ACQ.INVALID_PARAMETER" -> HttpStatus.BAD_REQUEST;
          default -> HttpStatus.CONFLICT;
        };
    return refused(status, refusal.subCode(), refusal.message());
  }
}

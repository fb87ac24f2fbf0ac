package io.certhall.backoffice.api.hall;

import io.certhall.backoffice.api.order.ItemBody;
import io.certhall.backoffice.api.order.LineBody;
import io.certhall.processes.application.Quotes;
import io.certhall.processes.order.Holder;
import io.certhall.processes.policy.PublishedPolicies;
import io.certhall.processes.refusal.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "halls")
@SecurityRequirements
@RestController
@RequestMapping("/api/v1/halls/{hall}/quotes")
class QuotesController {

  private final Quotes quotes;
  private final PublishedPolicies policies;

  QuotesController(Quotes quotes, PublishedPolicies policies) {
    this.quotes = quotes;
    this.policies = policies;
  }

  @Operation(
      summary = "试算费用 · What an order would cost",
      description =
          "Public, nothing is stored. 422 with every limit that is broken, or PRICE_NOT_CONFIGURED.")
  @PostMapping
  QuoteBody quote(@PathVariable String hall, @RequestBody QuoteRequest body) {
    int most = policies.active(hall).settings().limits().maxItems();
    if (body.service() == null) {
      throw Refusal.malformed("service", "FIELD_REQUIRED");
    }
    if (body.items() == null) {
      throw Refusal.malformed("items", "FIELD_REQUIRED");
    }
    Quotes.Quote quote =
        quotes.quote(
            hall,
            body.service(),
            body.holder() == null ? Holder.ORGANISATION : body.holder(),
            ItemBody.forms(body.items(), most),
            body.change() == null ? List.of() : body.change().knownKinds());
    return new QuoteBody(quote.lines().stream().map(LineBody::of).toList(), quote.totalFen());
  }
}

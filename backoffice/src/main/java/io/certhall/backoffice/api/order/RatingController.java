package io.certhall.backoffice.api.order;

import io.certhall.processes.rating.Rating;
import io.certhall.processes.rating.Ratings;
import io.certhall.processes.refusal.Refusal;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "orders")
@RequestMapping("/api/v1/orders/{orderNo}/rating")
class RatingController {

  private final Ratings ratings;

  RatingController(Ratings ratings) {
    this.ratings = ratings;
  }

  /**
   * @param stars 1 to 5
   * @param words at most 500 characters
   */
  record Said(@Nullable Integer stars, @Nullable String words) {}

  @Operation(
      summary = "评价 · Rate a completed order, once",
      description = "`stars` 1 to 5; 409 ORDER_NOT_COMPLETED or ORDER_RATED.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Rating rate(
      @AuthenticationPrincipal Actor actor, @PathVariable String orderNo, @RequestBody Said said) {
    ratings.rate(actor, orderNo, said.stars() == null ? 0 : said.stars(), said.words());
    return get(actor, orderNo);
  }

  @Operation(summary = "查看评价 · The rating", description = "404 until the order is rated.")
  @GetMapping
  Rating get(@AuthenticationPrincipal Actor actor, @PathVariable String orderNo) {
    return ratings
        .of(actor, orderNo)
        .orElseThrow(() -> Refusal.notFound("RATING_UNKNOWN", orderNo));
  }
}

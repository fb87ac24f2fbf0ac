package io.certhall.backoffice.api.invoice;

import io.certhall.processes.invoice.InvoiceTitle;
import io.certhall.processes.invoice.InvoiceTitles;
import io.certhall.processes.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "invoices")
@RestController
@RequestMapping("/api/v1/me/invoice-titles")
class InvoiceTitlesController {

  private final InvoiceTitles titles;

  InvoiceTitlesController(InvoiceTitles titles) {
    this.titles = titles;
  }

  /** The preferred one first. */
  record Items(List<InvoiceTitle> items) {}

  @Operation(
      summary = "发票抬头 · Titles kept",
      description = "The preferred one first; everyone sees his own.")
  @GetMapping
  Items list(@AuthenticationPrincipal Actor actor) {
    return new Items(titles.list(actor));
  }

  @Operation(
      summary = "新增抬头 · Keep a title",
      description = "At most 20; a special invoice needs address and bank too.")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  InvoiceTitle add(@AuthenticationPrincipal Actor actor, @RequestBody InvoiceWish wish) {
    long id = titles.add(actor, wish.form());
    return titles.list(actor).stream().filter(title -> title.id() == id).findFirst().orElseThrow();
  }

  @Operation(summary = "删除抬头 · Forget a title", description = "Invoices issued with it stay.")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
    titles.remove(actor, id);
  }
}

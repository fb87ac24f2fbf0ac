package io.certhall.backoffice.api.hall;

import io.certhall.backoffice.api.order.LineBody;
import java.util.List;

/** What it would cost, in fen. */
record QuoteBody(List<LineBody> lines, long totalFen) {}

package io.certhall.backoffice.api.hall;

import io.certhall.backoffice.api.order.ChangeBody;
import io.certhall.backoffice.api.order.ItemBody;
import io.certhall.processes.order.Holder;
import io.certhall.processes.order.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be priced: these parts of an order's body.
 *
 * @param holder ORGANISATION when left out
 * @param change for CHANGE: its kinds
 */
record QuoteRequest(
    @Nullable Service service,
    @Nullable Holder holder,
    @Nullable List<@Nullable ItemBody> items,
    @Nullable ChangeBody change) {}

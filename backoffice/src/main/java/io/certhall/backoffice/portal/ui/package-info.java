/** What everybody may see: halls, services, prices, documents, an order's status. */
@NullMarked
package io.certhall.backoffice.portal.ui;

import org.jspecify.annotations.NullMarked;

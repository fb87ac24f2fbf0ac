/** What needs an operator: given-up jobs and orders that stand still. */
@NullMarked
package io.certhall.backoffice.incident.ui;

import org.jspecify.annotations.NullMarked;

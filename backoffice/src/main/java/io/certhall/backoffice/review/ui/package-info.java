/**
 * Review of orders and of profiles: data beside documents, every defect ticked where it is seen.
 */
@NullMarked
package io.certhall.backoffice.review.ui;

import org.jspecify.annotations.NullMarked;

/** What a reviewer needs to decide, gathered from the features that know it. */
@NullMarked
package io.certhall.backoffice.review;

import org.jspecify.annotations.NullMarked;

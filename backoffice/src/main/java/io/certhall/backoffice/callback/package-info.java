/** What outside systems call without a login: providers' notifications, public certificates. */
@NullMarked
package io.certhall.backoffice.callback;

import org.jspecify.annotations.NullMarked;

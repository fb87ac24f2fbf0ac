/** Login, registration, forgotten password, own account. */
@NullMarked
package io.certhall.backoffice.account.ui;

import org.jspecify.annotations.NullMarked;

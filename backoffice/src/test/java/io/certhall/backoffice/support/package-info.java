/** What tests of this module share: one Spring context on one database, recorders, fixtures. */
@NullMarked
package io.certhall.backoffice.support;

import org.jspecify.annotations.NullMarked;

/** Published policies to read: diagrams, tables, settings, history. */
@NullMarked
package io.certhall.backoffice.policy.ui;

import org.jspecify.annotations.NullMarked;

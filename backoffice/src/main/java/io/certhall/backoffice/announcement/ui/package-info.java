@NullMarked
package io.certhall.backoffice.announcement.ui;

import org.jspecify.annotations.NullMarked;

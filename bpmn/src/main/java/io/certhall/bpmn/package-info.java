/** Policies as data: reading, checking, compiling and asking a hall's pack. */
@NullMarked
package io.certhall.bpmn;

import org.jspecify.annotations.NullMarked;

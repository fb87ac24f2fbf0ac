/** BPMN diagrams to look at, with the way an order took through them. */
@NullMarked
package io.certhall.backoffice.diagram;

import org.jspecify.annotations.NullMarked;

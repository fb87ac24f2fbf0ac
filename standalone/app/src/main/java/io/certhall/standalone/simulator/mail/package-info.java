/** A mail server of its own: takes every mail, forwards none, shows them all. */
@NullMarked
package io.certhall.standalone.simulator.mail;

import org.jspecify.annotations.NullMarked;

package io.certhall.processes.seal;

import io.certhall.bpmn.LocalText;

/**
 * A seal an order asks for, and what is known of its picture.
 *
 * @param materialCode the sheet that brings it
 * @param label what the hall calls the seal
 */
public record StampView(
    int itemSeq, String code, LocalText label, String materialCode, StampState state) {}

package io.certhall.bpmn;

/** A limit that the facts break: stable code, JSON path of the field, the limit itself. */
public record LimitViolation(String code, String path, String limit) {}

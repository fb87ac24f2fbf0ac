package io.certhall.bpmn;

/** A hall's diagrams as the one process the engine runs. */
public record CompiledPolicy(String processId, String bpmnXml, String contentHash) {}

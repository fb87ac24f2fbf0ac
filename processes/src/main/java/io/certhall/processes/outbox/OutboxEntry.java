package io.certhall.processes.outbox;

import io.certhall.processes.engine.EngineCommand;

/** One command that was promised to the engine. */
record OutboxEntry(long id, EngineCommand command, int attempts) {}

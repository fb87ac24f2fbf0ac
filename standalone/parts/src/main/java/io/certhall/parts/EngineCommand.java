package io.certhall.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The broker's command line: small, single-node, loopback only. */
record EngineCommand(BrokerDistribution distribution, EngineConfig config, EnginePorts ports) {
  static final String MAIN_CLASS = "io.camunda.zeebe.broker.StandaloneBroker";
  private static final int UNSAFE_OPTION_SINCE = 24;

  List<String> line() {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(jvm());
    line.addAll(addresses());
    line.addAll(storage());
    line.addAll(config.options());
    line.addAll(List.of("-cp", distribution.classPath(), MAIN_CLASS));
    return line;
  }

  static String dataOption(Path folder) {
    return "-Dzeebe.broker.data.directory=" + folder.resolve("data");
  }

  private List<String> jvm() {
    var options =
        new ArrayList<>(
            List.of(
                "-Xmx" + config.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dbasedir=" + config.folder(),
                "-Dapp.home=" + config.folder(),
                "-Dlog4j2.configurationFile=" + config.folder().resolve("log4j2.xml"),
                "-Dspring.main.banner-mode=off"));
    if (Runtime.version().feature() >= UNSAFE_OPTION_SINCE) {
      options.add("--enable-native-access=ALL-UNNAMED");
      options.add("--sun-misc-unsafe-memory-access=allow");
    }
    return options;
  }

  private List<String> addresses() {
    return List.of(
        "-Dserver.address=127.0.0.1",
        // Waiting for open management connections would make each stop last 20 s.
        "-Dserver.shutdown=immediate",
        "-Dserver.port=" + ports.server(),
        "-Dmanagement.server.address=127.0.0.1",
        "-Dmanagement.server.port=" + ports.management(),
        "-Dzeebe.broker.network.host=127.0.0.1",
        "-Dzeebe.broker.network.commandApi.port=" + ports.command(),
        "-Dzeebe.broker.network.internalApi.port=" + ports.internal(),
        "-Dzeebe.broker.gateway.enable=true",
        "-Dzeebe.broker.gateway.network.host=127.0.0.1",
        "-Dzeebe.broker.gateway.network.port=" + ports.grpc());
  }

  private List<String> storage() {
    return List.of(
        dataOption(config.folder()),
        "-Dzeebe.clock.controlled=" + config.controlledClock(),
        "-Dzeebe.broker.data.logSegmentSize=16MB",
        "-Dzeebe.broker.data.snapshotPeriod=1m",
        "-Dzeebe.broker.data.disk.freeSpace.processing=200MB",
        "-Dzeebe.broker.data.disk.freeSpace.replication=100MB",
        "-Dzeebe.broker.experimental.raft.preallocateSegmentFiles=false",
        "-Dzeebe.broker.experimental.rocksdb.memoryLimit=64MB",
        "-Dzeebe.broker.threads.cpuThreadCount=1",
        "-Dzeebe.broker.threads.ioThreadCount=1",
        // Nobody else can win the election: waiting longer only delays the start.
        "-Dzeebe.broker.cluster.electionTimeout=500ms",
        "-Dzeebe.broker.cluster.heartbeatInterval=100ms");
  }
}

package io.certhall.parts;

import java.util.List;

/** The five ports of a broker, all on the loopback address. */
record EnginePorts(int grpc, int server, int management, int command, int internal) {

  static EnginePorts choose(int grpcWanted) {
    if (grpcWanted != 0 && !FreePorts.isFree(grpcWanted)) {
      throw new LocalPartException(PartsText.of("port.taken", grpcWanted));
    }
    List<Integer> free = FreePorts.several(5);
    int grpc = grpcWanted == 0 ? free.get(0) : grpcWanted;
    return new EnginePorts(grpc, free.get(1), free.get(2), free.get(3), free.get(4));
  }
}

package health.trellis.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process and all that it started listen on, as the kernel tells it. */
final class ListeningSockets {
  private static final String LISTENING = "0A";

  /** 127.0.0.1 as the kernel writes it, plain and inside IPv6. */
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F");

  private ListeningSockets() {}

  /** One listening socket. */
  record Socket(boolean loopback, int port) {}

  /** The sockets of a process and its descendants. */
  static List<Socket> of(ProcessHandle root) throws IOException {
    Set<String> inodes =
        Stream.concat(Stream.of(root), root.descendants())
            .flatMap(process -> inodes(process.pid()))
            .collect(Collectors.toCollection(TreeSet::new));
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 9 && words[3].equals(LISTENING))
        .filter(words -> inodes.contains("socket:[" + words[9] + "]"))
        .map(words -> socket(words[1]))
        .toList();
  }

  private static Socket socket(String address) {
    String[] parts = address.split(":", 2);
    return new Socket(LOOPBACK.contains(parts[0]), Integer.parseInt(parts[1], 16));
  }

  private static Stream<String> inodes(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return files.map(ListeningSockets::target).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}

package health.trellis.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file with the keys of the process notes. */
class ProcessNoteKeyTest {
  @TempDir private Path folder;

  @Test
  void it_is_readable_by_its_owner_alone_also_after_a_rotation() throws IOException {
    Path file = folder.resolve("key.json");
    ProcessNoteKey.make(file);
    assertThat(rights(file)).isEqualTo("rw-------");
    ProcessNoteKey.rotate(file);
    assertThat(rights(file)).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void one_that_is_there_is_never_made_anew() throws IOException {
    Path file = folder.resolve("key.json");
    ProcessNoteKey.make(file);
    String before = Files.readString(file);
    assertThatThrownBy(() -> ProcessNoteKey.make(file))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("is there already");
    assertThat(file).hasContent(before);
  }

  @Test
  void what_is_no_file_of_keys_is_not_rotated_and_stays_as_it_is() throws IOException {
    Path file = folder.resolve("key.json");
    assertThatThrownBy(() -> ProcessNoteKey.rotate(file)).isInstanceOf(Fault.class);
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> ProcessNoteKey.rotate(file)).isInstanceOf(Fault.class);
    assertThat(file).hasContent("{}");
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}

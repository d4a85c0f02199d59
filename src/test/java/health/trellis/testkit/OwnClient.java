package health.trellis.testkit;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * A client of a test's own, whom {@code therapist} treats, and a session for each who may see the
 * record: for tests that spoil it.
 */
public final class OwnClient {
  private final Practice practice = new Practice();
  private final Map<Reader, Visitor> visitors = new EnumMap<>(Reader.class);
  private final String id;

  private OwnClient(String id) {
    this.id = id;
  }

  /** Lets a client in under a name that nobody had, and all of them sign in. */
  public static OwnClient admit(String userName) throws IOException {
    OwnClient admitted = new OwnClient(new Practice().admit(userName));
    for (Reader reader : Reader.values()) {
      String user = reader == Reader.CLIENT ? userName : reader.userName();
      Stage stage = Stage.get();
      admitted.visitors.put(
          reader, Visitor.signIn(stage.address(), "/", user, stage.backstage().passwordOf(user)));
    }
    return admitted;
  }

  /** The session of who reads these pages. */
  public Visitor visitor(Reader reader) {
    return visitors.getOrDefault(reader, Visitor.stranger(Stage.get().address()));
  }

  /** Records of each kind about the client, fresh, by their names in addresses. */
  public Map<String, String> records() {
    return Company.recordsOf(practice, id);
  }

  /** The same for small requests, which name what they write to by its kind alone. */
  public Map<String, String> recordsToWrite() {
    Map<String, String> records = records();
    records.put("assignment", records.getOrDefault("open", ""));
    records.put("note", records.getOrDefault("draft", ""));
    return records;
  }

  /** Ends the treatment, so that nobody finds more clients than there were. */
  public void leave() {
    practice.treats("therapist", id, false);
  }
}

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
  private final String userName;

  private OwnClient(String id, String userName) {
    this.id = id;
    this.userName = userName;
  }

  /** Lets a client in under a name that nobody had, and all of them sign in. */
  public static OwnClient admit(String userName) throws IOException {
    OwnClient admitted = new OwnClient(new Practice().admit(userName), userName);
    for (Reader reader : Reader.values()) {
      admitted.signIn(reader);
    }
    return admitted;
  }

  /** Signs one of them in anew, for a session that is not idle yet. */
  public Visitor signIn(Reader reader) throws IOException {
    String user = reader == Reader.CLIENT ? userName : reader.userName();
    Stage stage = Stage.get();
    Visitor signedIn =
        Visitor.signIn(stage.address(), "/", user, stage.backstage().passwordOf(user));
    visitors.put(reader, signedIn);
    return signedIn;
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

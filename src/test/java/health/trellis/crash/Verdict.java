package health.trellis.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database holds of a note after the kill, against what its writer knows.
 *
 * @param save the number of the save that stands there
 * @param signed whether it is signed, wholly
 * @param faults what is lost, half done, or not in the log; empty where all is well
 */
record Verdict(int save, boolean signed, List<String> faults) {
  private static final String STORED =
      """
      select n.sections ->> 'text', n.signed_at is not null,
        n.content_hash is not distinct from
          case when n.signed_at is not null then hash_of_note(n) end,
        (select count(*) from audit_event e where e.entity_id = n.id and e.code = 'NOTE_SAVED'),
        (select count(*) from audit_event e where e.entity_id = n.id and e.code = 'NOTE_SIGNED')
      from session_note n where n.id = ?::uuid""";

  static Verdict on(Written note, Connection owner) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(STORED)) {
      statement.setString(1, note.note());
      try (ResultSet rows = statement.executeQuery()) {
        if (!rows.next()) {
          return new Verdict(0, false, List.of("a note is lost: " + note.note()));
        }
        return of(note, rows);
      }
    }
  }

  private static Verdict of(Written note, ResultSet row) throws SQLException {
    String text = row.getString(1);
    int save = text == null ? 0 : number(text);
    boolean signed = row.getBoolean(2);
    List<String> faults = new ArrayList<>();
    require(text == null || text.equals(Written.text(save)), "a text is cut or mixed", faults);
    require(
        save >= note.saved(), "save " + note.saved() + " is lost, " + save + " is there", faults);
    require(save <= note.sent(), "a save is there that nobody sent", faults);
    require(row.getBoolean(3), "signature and hash do not agree", faults);
    require(signed || !note.signed(), "an acknowledged signature is lost", faults);
    require(!signed || note.signatureSent(), "signed, and nobody asked for it", faults);
    require(!signed || save == note.saved(), "signed with another text than was seen", faults);
    require(
        row.getInt(4) == save, "the log knows of " + row.getInt(4) + " saves of " + save, faults);
    require(row.getInt(5) == (signed ? 1 : 0), "the log and the signature do not agree", faults);
    return new Verdict(
        save, signed, faults.stream().map(each -> note.note() + ": " + each).toList());
  }

  private static int number(String text) {
    return Integer.parseInt(text.replaceFirst("(?s)^Save number (\\d+)\\..*$", "$1"));
  }

  private static void require(boolean sound, String fault, List<String> faults) {
    if (!sound) {
      faults.add(fault);
    }
  }
}

package health.trellis.crash;

import java.util.ArrayList;
import java.util.List;

/** What came of all kills together. */
final class Tally {
  private final List<String> faults = new ArrayList<>();
  private int kills;
  private int savesSeen;
  private int savesInDoubt;
  private int doubtfulSavesThere;
  private int signaturesSeen;
  private int signaturesInDoubt;
  private int doubtfulSignaturesThere;

  void killed() {
    kills++;
  }

  void add(Written note, Verdict verdict) {
    faults.addAll(verdict.faults());
    savesSeen += note.saved();
    if (note.sent() > note.saved()) {
      savesInDoubt++;
      doubtfulSavesThere += verdict.save() == note.sent() ? 1 : 0;
    }
    if (note.signed()) {
      signaturesSeen++;
    } else if (note.signatureSent()) {
      signaturesInDoubt++;
      doubtfulSignaturesThere += verdict.signed() ? 1 : 0;
    }
  }

  void fault(String fault) {
    faults.add(fault);
  }

  List<String> faults() {
    return faults;
  }

  int savesSeen() {
    return savesSeen;
  }

  int signaturesSeen() {
    return signaturesSeen;
  }

  /** One line for people. */
  @Override
  public String toString() {
    return ("%d kills: %d saves and %d signatures were acknowledged and are there;"
            + " of %d saves on their way %d are there, whole; of %d signatures on their way %d")
        .formatted(
            kills,
            savesSeen,
            signaturesSeen,
            savesInDoubt,
            doubtfulSavesThere,
            signaturesInDoubt,
            doubtfulSignaturesThere);
  }
}

package health.trellis.notes;

import health.trellis.clients.OpenClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What a client's notes are called, for who refers to them. It needs the client's key. */
@ApplicationScoped
public class NoteTitles {
  @Inject private NoteRepository notes;

  /** Those that the reader may see, the latest session first. */
  public List<NoteTitle> list(OpenClient client) {
    return notes.listTitles(client);
  }
}
